import { expect, test } from '@jest/globals';
import { helsinkiMoment } from './clock.js';
import { digest } from './ids.js';

test.each([
  ['2026-11-22T12:17:00.123Z', '2026-11-22T14:17:00.123+02:00'],
  ['2026-06-30T21:00:00.000Z', '2026-07-01T00:00:00.000+03:00'],
  ['2026-12-31T21:59:59.999Z', '2026-12-31T23:59:59.999+02:00'],
  // The hour that comes twice in autumn is told apart by the offset alone.
  ['2026-10-25T00:30:00.000Z', '2026-10-25T03:30:00.000+03:00'],
  ['2026-10-25T01:30:00.000Z', '2026-10-25T03:30:00.000+02:00'],
  ['2026-03-29T01:00:00.000Z', '2026-03-29T04:00:00.000+03:00'],
])('%s is %s in Helsinki, on any machine', (utc, recordedAt) => {
  expect(helsinkiMoment(Date.parse(utc))).toEqual({ recordedAt, day: recordedAt.slice(0, 10) });
});

test('the digest is SHA-256 of the UTF-8', () => {
  expect(digest('ä')).toBe('33e6d73fee82904c8d7afb78de1154d1e8dc2a0edb08120e63df5b9385c2d9cc');
  expect(digest('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});
