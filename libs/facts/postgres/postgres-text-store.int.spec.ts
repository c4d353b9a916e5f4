import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type StoredText, type TextStore } from '#reform';
import { type TestDatabase, createDatabase } from '../../../tests/support/database.js';
import { createPostgresTextStore } from './postgres-text-store.js';

let database: TestDatabase;
let store: TextStore;

beforeAll(async () => {
  database = await createDatabase();
  store = createPostgresTextStore(database.pool);
});

afterAll(() => database.drop());

const textOf = (n: number): StoredText => ({
  text: `00000000-0000-8000-8000-00000000000${n}`,
  digest: 'a'.repeat(64),
  language: 'fi',
  content: 'Aikataulu tiukkeni.',
});

describe('free texts live beside the ledger (domain rule 5)', () => {
  test('a text is kept once, and an id never means another text', async () => {
    const text = textOf(1);
    expect(await store.put(text)).toBe('kept');
    expect(await store.put(text)).toBe('already-kept');
    expect(await store.put({ ...text, content: 'Muuta.' })).toBe('other');
    expect(await store.get(text.text)).toEqual({ status: 'kept', text });
  });

  test('an erased text leaves its digest and cannot come back under its id', async () => {
    const text = textOf(2);
    await store.put(text);
    expect(await store.erase(text.text)).toBe(true);
    expect(await store.erase(text.text)).toBe(false);
    expect(await store.get(text.text)).toEqual({ status: 'erased', digest: text.digest, language: 'fi' });
    expect(await store.put(text)).toBe('other');
    const { rows } = await database.pool.query('select content from texts.text where id = $1', [text.text]);
    expect(rows).toEqual([{ content: null }]);
  });

  test.each([textOf(3).text, 'no uuid'])('nothing is known of a text that was never put: %s', async (id) => {
    expect(await store.get(id)).toEqual({ status: 'unknown' });
    expect(await store.erase(id)).toBe(false);
  });

  test('of two that put different texts under one id at once, one is told so', async () => {
    const contents = ['one', 'two'].map((content) => ({ ...textOf(4), content }));
    const outcomes = await Promise.all(contents.map((text) => store.put(text)));
    expect([...outcomes].sort()).toEqual(['kept', 'other']);
  });
});
