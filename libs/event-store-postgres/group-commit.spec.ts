import { expect, test } from '@jest/globals';
import { type EncodedEvent, type Envelope, position } from '#event-store';
import { createGroupCommit, type AppendItem, type ItemResult } from './group-commit.js';

const item = (stream: string, id: string, bytes = 10): AppendItem => ({
  stream,
  expectedVersion: 0,
  events: [{ envelope: { id } as Envelope, text: '', bytes } satisfies EncodedEvent],
});

/** A sender that notes what it was given and lands one flush at a time, when told. */
const createSender = () => {
  const flights: { streams: string[]; land: (results?: readonly ItemResult[] | Error) => void }[] = [];
  const send = (items: readonly AppendItem[]): Promise<readonly ItemResult[]> =>
    new Promise((resolve, reject) => {
      const appended = items.map((): ItemResult => ({ status: 'appended', version: 1, position: position(1) }));
      const land = (results: readonly ItemResult[] | Error = appended): void =>
        results instanceof Error ? reject(results) : resolve(results);
      flights.push({ streams: items.map(({ stream }) => stream), land });
    });
  const flight = async (n: number) => {
    for (;;) {
      const found = flights[n];
      if (found !== undefined) return found;
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return { send, flight };
};

test('what comes while a flush is on its way goes together in the next', async () => {
  const { send, flight } = createSender();
  const commits = createGroupCommit([send]);
  const first = commits.add(item('a', '1'));
  expect((await flight(0)).streams).toEqual(['a']);
  const rest = [commits.add(item('b', '2')), commits.add(item('c', '3'))];
  (await flight(0)).land();
  await first;
  expect((await flight(1)).streams).toEqual(['b', 'c']);
  (await flight(1)).land();
  await Promise.all(rest);
});

test('a second item of a stream, and one with a known id, wait for the next flush; order within a stream is kept', async () => {
  const { send, flight } = createSender();
  const commits = createGroupCommit([send]);
  const all = [item('a', '1'), item('a', '2'), item('b', '1'), item('a', '3'), item('c', '4')].map(commits.add);
  expect((await flight(0)).streams).toEqual(['a', 'c']);
  (await flight(0)).land();
  expect((await flight(1)).streams).toEqual(['a', 'b']);
  (await flight(1)).land();
  expect((await flight(2)).streams).toEqual(['a']);
  (await flight(2)).land();
  await Promise.all(all);
});

test('a flush is capped by bytes, and one item always goes', async () => {
  const { send, flight } = createSender();
  const commits = createGroupCommit([send]);
  const all = [item('a', '1', 3_000_000), item('b', '2', 1_500_000), item('c', '3', 1_500_000)].map(commits.add);
  for (const [n, stream] of ['a', 'b', 'c'].entries()) {
    expect((await flight(n)).streams).toEqual([stream]);
    (await flight(n)).land();
  }
  await Promise.all(all);
});

test('a flush that fails fails its own items only; closing waits for what is on its way and refuses more', async () => {
  const { send, flight } = createSender();
  const commits = createGroupCommit([send]);
  const lost = commits.add(item('a', '1'));
  await flight(0);
  const next = commits.add(item('b', '2'));
  const closing = commits.close();
  await expect(commits.add(item('c', '3'))).rejects.toMatchObject({
    code: 'unavailable',
    persistence: 'not-persisted',
  });
  (await flight(0)).land(new Error('gone'));
  await expect(lost).rejects.toThrow('gone');
  (await flight(1)).land();
  expect(await next).toMatchObject({ status: 'appended' });
  await closing;
});

test('two senders share the writers, and no stream is on its way twice', async () => {
  const [one, two] = [createSender(), createSender()];
  const commits = createGroupCommit([one.send, two.send]);
  const all = [item('a', '1'), item('b', '2'), item('c', '3'), item('d', '4'), item('a', '5')].map(commits.add);
  expect((await two.flight(0)).streams).toEqual(['a', 'b', 'c']);
  expect((await one.flight(0)).streams).toEqual(['d']);
  (await one.flight(0)).land();
  await all[3];
  (await two.flight(0)).land();
  expect((await two.flight(1)).streams).toEqual(['a']);
  (await two.flight(1)).land();
  await Promise.all(all);
});
