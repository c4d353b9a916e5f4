import { expect } from '@jest/globals';
import { createHash, randomUUID } from 'node:crypto';
import {
  EventStoreError,
  handleCommand,
  type Command,
  type CommandDeps,
  type EventDraft,
  type EventStore,
} from '#event-store';
import { freshStream } from '../support/events.js';
import { refusalOf, type ConformanceCase } from './conformance.js';

const deps = (store: EventStore): CommandDeps => ({
  store,
  stamp: () => '2026-11-22T14:17:00.123+02:00',
  newId: randomUUID,
  digest: (text) => createHash('sha256').update(text).digest('hex'),
  release: 'test',
});

const draft: EventDraft = {
  type: 'measure-started',
  schema: 1,
  occurred: null,
  source: null,
  learned: null,
  causation: null,
  data: {},
};

const command = (stream: string, stated: Partial<Command<string>> = {}): Command<string> => ({
  id: randomUUID(),
  stream,
  actor: 'person-1',
  actingFor: null,
  body: { ask: 'start' },
  decide: () => ({ accepted: [draft, draft] }),
  ...stated,
});

const lost = (persistence: 'unknown' | 'not-persisted') =>
  new EventStoreError({ code: 'unavailable', message: 'gone', persistence });

/** A store whose first append answers only with a lost connection, before or after it was carried out. */
const losingFirstAnswer = (store: EventStore, carriedOut: boolean): EventStore => {
  let first = true;
  return {
    ...store,
    append: async (request) => {
      if (!first) return store.append(request);
      first = false;
      if (carriedOut) await store.append(request);
      throw lost('unknown');
    },
  };
};

/** A command counts once, on every store. */
export const commandCases: readonly ConformanceCase[] = [
  {
    name: 'a repeated command gives the first result and records nothing, also from another instance',
    run: async ({ open }) => {
      const store = open();
      const stream = freshStream();
      const one = command(stream);
      const first = await handleCommand(deps(store), one);
      expect(first).toEqual({
        status: 'accepted',
        repeated: false,
        events: (await store.readStream(stream)).map((event) => event.envelope.id),
        version: 2,
        position: await store.head(),
      });
      await handleCommand(deps(store), command(stream));
      const before = await store.head();
      expect(await handleCommand(deps(store), one)).toEqual({ ...first, repeated: true });
      const decide = () => ({ refused: 'by the newer history' });
      expect(await handleCommand(deps(open()), { ...one, decide })).toEqual({ ...first, repeated: true });
      expect(await store.head()).toBe(before);
    },
  },
  {
    name: 'the same id with another body, actor or role is refused',
    run: async ({ open }) => {
      const store = open();
      const stream = freshStream();
      const one = command(stream);
      await handleCommand(deps(store), one);
      const before = await store.head();
      for (const other of [{ body: { ask: 'stop' } }, { actor: 'person-2' }, { actingFor: 'county-04' }])
        expect(await handleCommand(deps(store), { ...one, ...other })).toEqual({
          status: 'refused',
          refusal: { code: 'command-reused', command: one.id },
        });
      expect(await store.head()).toBe(before);
    },
  },
  {
    name: 'a refusal and a decision to do nothing record nothing',
    run: async ({ open }) => {
      const store = open();
      const stream = freshStream();
      const before = await store.head();
      expect(await handleCommand(deps(store), command(stream, { decide: () => ({ refused: 'no' }) }))).toEqual({
        status: 'refused',
        refusal: 'no',
      });
      expect(await handleCommand(deps(store), command(stream, { decide: () => ({ accepted: [] }) }))).toEqual({
        status: 'accepted',
        repeated: false,
        events: [],
        version: 0,
        position: null,
      });
      expect(await store.head()).toBe(before);
    },
  },
  {
    name: 'one command sent eight times at once records once and gives eight equal results',
    run: async ({ open }) => {
      const stores = [open(), open()];
      const stream = freshStream();
      const one = command(stream);
      const results = await Promise.all(
        Array.from({ length: 8 }, (_, i) => handleCommand(deps(stores[i % 2] as EventStore), one)),
      );
      const [first] = results;
      expect(results.filter((result) => result.status === 'accepted' && !result.repeated).length).toBe(1);
      for (const result of results) expect({ ...result, repeated: true }).toEqual({ ...first, repeated: true });
      expect((await (stores[0] as EventStore).readStream(stream)).length).toBe(2);
    },
  },
  {
    name: 'commands of many writers on one stream are all recorded, each decided on what came before it',
    run: async ({ open }) => {
      const stores = [open(), open()];
      const stream = freshStream();
      const writers = Array.from({ length: 12 }, (_, i) =>
        handleCommand(
          deps(stores[i % 2] as EventStore),
          command(stream, { decide: (events) => ({ accepted: [{ ...draft, data: { seen: events.length } }] }) }),
        ),
      );
      await Promise.all(writers);
      expect((await (stores[0] as EventStore).readStream(stream)).map((event) => event.envelope.data['seen'])).toEqual(
        Array.from({ length: 12 }, (_, i) => i),
      );
    },
  },
  {
    name: 'a lost answer is found again, and what was lost with it is recorded once',
    run: async ({ open }) => {
      const store = open();
      for (const carriedOut of [true, false]) {
        const stream = freshStream();
        const result = await handleCommand(deps(losingFirstAnswer(store, carriedOut)), command(stream));
        expect(result).toMatchObject({ status: 'accepted', repeated: carriedOut, version: 2 });
        expect((await store.readStream(stream)).length).toBe(2);
      }
    },
  },
  {
    name: 'a lost answer that cannot be looked up stays unknown; one that was not persisted says so',
    run: async ({ open }) => {
      const store = open();
      const away = losingFirstAnswer(store, true);
      let reads = 0;
      const readStream: EventStore['readStream'] = (stream) =>
        (reads += 1) === 1 ? store.readStream(stream) : Promise.reject(lost('not-persisted'));
      expect(await refusalOf(handleCommand(deps({ ...away, readStream }), command(freshStream())))).toEqual({
        code: 'unavailable',
        persistence: 'unknown',
        fields: {},
      });
      const append = () => Promise.reject(lost('not-persisted'));
      expect(await refusalOf(handleCommand(deps({ ...store, append }), command(freshStream())))).toEqual({
        code: 'unavailable',
        persistence: 'not-persisted',
        fields: {},
      });
    },
  },
  {
    name: 'a conflict that never ends is given up, loudly',
    run: async ({ open }) => {
      const stream = freshStream();
      const append: EventStore['append'] = async () => ({ status: 'conflict', actualVersion: 1 });
      expect(await refusalOf(handleCommand(deps({ ...open(), append }), command(stream)))).toEqual({
        code: 'conflict-persists',
        persistence: 'not-persisted',
        fields: { stream, attempts: 50 },
      });
    },
  },
  {
    name: 'the ids of the events follow from stream, command and index alone',
    run: async ({ open }) => {
      const store = open();
      const stream = `golden-${randomUUID()}`;
      const requests: string[][] = [];
      const append: EventStore['append'] = (request) => {
        requests.push(request.events.map((event) => event.id));
        return requests.length === 1
          ? Promise.resolve({ status: 'conflict', actualVersion: 0 })
          : store.append(request);
      };
      await handleCommand(deps({ ...store, append }), command(stream));
      expect(requests[0]).toEqual(requests[1]);
      expect(new Set(requests.flat()).size).toBe(2);
    },
  },
];
