import { describe, expect, test } from '@jest/globals';
import { assertFollows, catchUp, type LedgerReader } from './catch-up.js';
import { EventStoreError } from './errors.js';
import { type Envelope } from './envelope.js';
import { type StoredEvent } from './event-store.js';
import { position } from './position.js';

const at = (place: string): StoredEvent => ({
  position: position(place),
  version: 1,
  text: '',
  envelope: {} as Envelope,
});

const gapOf = (act: () => void): unknown => {
  try {
    act();
  } catch (error) {
    if (error instanceof EventStoreError) return { code: error.code, ...error.fields };
    throw error;
  }
  return 'no gap';
};

describe('assertFollows', () => {
  test.each<[string, { last: string | null; page: string[]; dense: boolean }, unknown]>([
    ['dense, from the start', { last: null, page: ['1', '2'], dense: true }, 'no gap'],
    ['dense, further on', { last: '9', page: ['10', '11'], dense: true }, 'no gap'],
    [
      'dense, one lost at the start',
      { last: null, page: ['2'], dense: true },
      { code: 'gap', after: 'start', found: '2' },
    ],
    [
      'dense, one lost between',
      { last: '9', page: ['10', '12'], dense: true },
      { code: 'gap', after: '10', found: '12' },
    ],
    [
      'dense, one shown twice',
      { last: '9', page: ['10', '10'], dense: true },
      { code: 'gap', after: '10', found: '10' },
    ],
    ['ordered, with holes', { last: '9/9', page: ['10/10', '12/12'], dense: false }, 'no gap'],
    ['ordered, by the second part', { last: '9/9', page: ['9/10'], dense: false }, 'no gap'],
    [
      'ordered, going back',
      { last: '10/10', page: ['9/9'], dense: false },
      { code: 'gap', after: '10/10', found: '9/9' },
    ],
    [
      'ordered, standing still',
      { last: '10/10', page: ['10/10'], dense: false },
      { code: 'gap', after: '10/10', found: '10/10' },
    ],
  ])('%s', (_, { last, page, dense }, outcome) => {
    const from = last === null ? null : position(last);
    expect(gapOf(() => assertFollows(from, page.map(at), dense))).toEqual(outcome);
  });
});

test('a reader stops before it hands over the page with the gap', async () => {
  const pages = [['1', '2'], ['4']].map((page) => page.map(at));
  const reader: LedgerReader = { capabilities: { densePositions: true }, readAll: async () => pages.shift() ?? [] };
  const seen: string[] = [];
  const reading = catchUp(reader, { after: null, batchSize: 2 }, async (events) => {
    seen.push(...events.map((event) => event.position));
  });
  await expect(reading).rejects.toMatchObject({ code: 'gap', fields: { after: '2', found: '4' } });
  expect(seen).toEqual(['1', '2']);
});
