import { describe, expect, test } from '@jest/globals';
import { checkFreeText } from './free-text.js';
import { createMemoryTextStore } from './memory-text-store.js';
import { type StoredText } from './text-store.js';

const text: StoredText = {
  text: '00000000-0000-8000-8000-000000000001',
  digest: 'a'.repeat(64),
  language: 'fi',
  content: 'Aikataulu tiukkeni.',
};

describe('free texts live beside the ledger (domain rule 5)', () => {
  test('a text is kept once, and an id never means another text', async () => {
    const store = createMemoryTextStore();
    expect(await store.put(text)).toBe('kept');
    expect(await store.put(text)).toBe('already-kept');
    expect(await store.put({ ...text, content: 'Muuta.' })).toBe('other');
    expect(await store.get(text.text)).toEqual({ status: 'kept', text });
  });

  test('an erased text leaves its digest and cannot come back under its id', async () => {
    const store = createMemoryTextStore();
    await store.put(text);
    expect(await store.erase(text.text)).toBe(true);
    expect(await store.erase(text.text)).toBe(false);
    expect(await store.get(text.text)).toEqual({ status: 'erased', digest: text.digest, language: 'fi' });
    expect(await store.put(text)).toBe('other');
  });

  test('nothing is known of a text that was never put', async () => {
    const store = createMemoryTextStore();
    expect(await store.get(text.text)).toEqual({ status: 'unknown' });
    expect(await store.erase(text.text)).toBe(false);
  });

  test.each([
    ['', 'invalid-value'],
    ['\ud800', 'lone-surrogate'],
    ['x'.repeat(10_001), 'too-long'],
    ['kysy: etunimi@example.fi', 'personal-data'],
  ])('a text that cannot be kept is refused with its code', (content, code) =>
    expect(checkFreeText(content, '/reason')?.code).toBe(code),
  );

  test('an ordinary text is not refused', () => expect(checkFreeText(text.content, '/reason')).toBeNull());
});
