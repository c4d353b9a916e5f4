import { describe, expect, test } from '@jest/globals';
import { type EventStore, EventStoreError, createMemoryEventStore } from '#event-store';
import { day, effectiveFacts, foldEntities, ledgerEvents } from '#history';
import { createMemoryTextStore, reformDomain } from '#reform';
import { allOf, byStream, depsOf, edited, example, examples } from '../import.fixture.js';
import { type PlannedItem } from '../planning/plan-import.js';
import { type ImportReport, runImport } from './run-import.js';

const actor = 'importer';

const done = (report: ImportReport) => {
  if (report.status === 'refused') throw new Error(JSON.stringify(report.errors, null, 2));
  return report;
};

const nameOf = (item: PlannedItem): string => (item.status === 'removed' ? item.recorded.item : item.statement.item);

/** Items that are not the same. */
const told = (report: ImportReport): readonly (readonly [string, string])[] =>
  done(report)
    .items.filter(({ status }) => status !== 'same')
    .map((item) => [item.status, nameOf(item)] as const);

const imported = async (files = examples) => {
  const deps = depsOf();
  done(await runImport(deps, files, { actor }));
  return { deps, count: (await allOf(deps.store)).length };
};

const itu = example('itu-restructuring.yaml');

describe('importing again', () => {
  test('the same files: no new event, and every item is the same', async () => {
    const { deps, count } = await imported();
    const again = done(await runImport(deps, examples, { actor }));
    expect([again.recorded, again.position, again.types]).toEqual([0, null, {}]);
    expect(told(again)).toEqual([]);
    expect((await allOf(deps.store)).length).toBe(count);
  });

  test('under other names, in another order, by another actor: no new event', async () => {
    const { deps, count } = await imported();
    const renamed = [...examples].reverse().map((file, index) => ({ ...file, name: `${index}.yaml` }));
    done(await runImport(deps, renamed, { actor: 'other' }));
    expect((await allOf(deps.store)).length).toBe(count);
  });

  test('file by file or all at once: the same streams', async () => {
    const { deps } = await imported();
    const one = depsOf();
    for (const file of examples) done(await runImport(one, [file], { actor }));
    expect(await byStream(one.store)).toEqual(await byStream(deps.store));
  });

  test('a new item is one new fact', async () => {
    const { deps, count } = await imported();
    const file = edited(itu, 'deliverables:\n', "deliverables:\n  - { key: new, subArea: '1', what: something new }\n");
    const report = done(await runImport(deps, [file], { actor }));
    expect([told(report), report.types]).toEqual([[['new', 'deliverables/new']], { 'deliverable-produced': 1 }]);
    expect((await allOf(deps.store)).length).toBe(count + 1);
  });

  test('a removed item is listed and not retracted', async () => {
    const { deps, count } = await imported();
    const file = edited(itu, "  - { key: regional-brand, subArea: '1', what: preliminary regional brand }\n", '');
    expect(told(await runImport(deps, [file], { actor, applyChanges: { reason: 'because' } }))).toEqual([
      ['removed', 'deliverables/regional-brand'],
    ]);
    expect((await allOf(deps.store)).length).toBe(count);
  });

  test('an item of another type under its key is a conflict', async () => {
    const { deps, count } = await imported();
    const file = edited(example('vake-health-centre.yaml'), 'status: revised', 'status: adopted');
    expect(told(await runImport(deps, [file], { actor, applyChanges: { reason: 'because' } }))).toEqual([
      ['conflict', 'plans/revised-2022'],
    ]);
    expect((await allOf(deps.store)).length).toBe(count);
  });
});

describe('a changed item', () => {
  // The page itself is of 2022-03-22: a slip of the year.
  const corrected = edited(itu, "on: '2022-11'", "on: '2021-11'");

  const videovisit = async (store: EventStore) => {
    const facts = effectiveFacts(ledgerEvents(await allOf(store)), reformDomain, {
      basis: 'source',
      day: day('2022-03-22'),
    });
    const history = foldEntities(reformDomain, facts).get('rollout:itu-restructuring/videovisit/-');
    return history?.placed.map(({ fact }) => [fact.occurred, fact.afterSource]);
  };

  test('is offered with the fields that differ, and not recorded', async () => {
    const { deps, count } = await imported();
    const report = done(await runImport(deps, [corrected], { actor }));
    expect(report.items.filter(({ status }) => status === 'changed')).toMatchObject([
      {
        statement: { item: 'facts/videovisit-started' },
        differences: [{ field: 'occurred', was: '2022-11', is: '2021-11' }],
      },
    ]);
    expect((await allOf(deps.store)).length).toBe(count);
    expect(await videovisit(deps.store)).toEqual([['2022-11', true]]);
  });

  test('is corrected for a reason, once, and both are kept', async () => {
    const { deps, count } = await imported();
    const options = { actor, applyChanges: { reason: 'a slip of the year' } };
    expect(done(await runImport(deps, [corrected], options)).types).toEqual({ 'event-corrected': 1 });
    expect(done(await runImport(deps, [corrected], options)).recorded).toBe(0);
    const events = await allOf(deps.store);
    expect(events.length).toBe(count + 1);
    expect(events.at(-1)?.envelope).toMatchObject({
      ...{ type: 'event-corrected', occurred: '2021-11', learned: '2022-03-22' },
      source: { id: 'itu-restructuring/page-2022-03' },
      data: { reason: { language: 'en' } },
    });
    expect(await videovisit(deps.store)).toEqual([['2021-11', false]]);
  });

  test('goes back and forth as often as the file does', async () => {
    const { deps, count } = await imported();
    const options = { actor, applyChanges: { reason: 'on second thoughts' } };
    for (const file of [corrected, itu, corrected, itu]) done(await runImport(deps, [file], options));
    expect((await allOf(deps.store)).length).toBe(count + 4);
    expect(await videovisit(deps.store)).toEqual([['2022-11', true]]);
  });

  test('a reason that holds an e-mail address is refused, and nothing is written', async () => {
    const { deps, count } = await imported();
    const report = await runImport(deps, [corrected], { actor, applyChanges: { reason: 'says etunimi@example.fi' } });
    expect(report).toMatchObject({ status: 'refused', errors: [{ code: 'personal-data', path: '/reason' }] });
    expect((await allOf(deps.store)).length).toBe(count);
  });
});

describe('nothing is written', () => {
  test('by a preview, which tells everything', async () => {
    const deps = depsOf();
    const report = done(await runImport(deps, examples, { actor, preview: true }));
    expect([report.status, report.recorded, await deps.store.head()]).toEqual(['previewed', 0, null]);
    expect(report.files.map(({ scope, counts }) => [scope, counts.new])).toEqual([
      ['areas', 97],
      ['itu-restructuring', 59],
      ['ks-restructuring', 51],
      ['law', 13],
      ['vake-health-centre', 31],
      ['vake-restructuring', 78],
    ]);
  });

  test('if one file of several is wrong, with its name and line', async () => {
    const deps = depsOf();
    const wrong = edited(itu, "on: '2022-11'", "on: '2022-13'");
    const report = await runImport(deps, [example('law.yaml'), wrong], { actor });
    expect(report).toMatchObject({
      status: 'refused',
      errors: [{ file: 'itu-restructuring.yaml', code: 'bad-date', path: '/facts/12/on' }],
    });
    expect(await deps.store.head()).toBeNull();
  });

  test.each([
    ['scope-twice', [itu, { ...itu, name: 'copy.yaml' }]],
    [
      'source-differs',
      [example('law.yaml'), edited(example('areas.yaml'), 'title: Public law-making records', 'title: Records')],
    ],
    ['unknown-definition', [edited(itu, 'definition: plan-three-phases', 'definition: constructor')]],
  ])('by files with %s', async (code, files) => {
    const deps = depsOf();
    expect(await runImport(deps, files, { actor })).toMatchObject({ status: 'refused', errors: [{ code }] });
    expect(await deps.store.head()).toBeNull();
  });
});

describe('an interrupted import goes on where it stopped', () => {
  const away = (persistence: 'not-persisted' | 'unknown') =>
    new EventStoreError({ code: 'unavailable', message: 'the database is away', persistence });

  /** A store that fails at its n-th append: before it, or after it with the answer lost. */
  const failing = (store: EventStore, at: number, persistence: 'not-persisted' | 'unknown'): EventStore => {
    let appends = 0;
    return {
      ...store,
      append: async (request) => {
        appends += 1;
        if (appends !== at) return store.append(request);
        if (persistence === 'unknown') await store.append(request);
        throw away(persistence);
      },
    };
  };

  const some = ['itu-restructuring.yaml', 'law.yaml', 'vake-health-centre.yaml'].map(example);

  test.each([1, 2, 8, 13, 20, 27])('at append %i: it ends with what an uninterrupted one gives', async (at) => {
    const { deps: whole } = await imported(some);
    const store = createMemoryEventStore();
    const broken = failing(store, at, 'not-persisted');
    await expect(runImport(depsOf(broken), some, { actor })).rejects.toThrow('the database is away');
    const before = (await allOf(store)).length;
    const report = done(await runImport(depsOf(store), some, { actor }));
    expect(before + report.recorded).toBe((await allOf(whole.store)).length);
    expect(await byStream(store)).toEqual(await byStream(whole.store));
  });

  test('a lost answer is looked for in the stream, and nothing comes twice', async () => {
    const { deps: whole } = await imported(some);
    const store = createMemoryEventStore();
    done(await runImport(depsOf(failing(store, 20, 'unknown')), some, { actor }));
    expect(await byStream(store)).toEqual(await byStream(whole.store));
  });

  test('two imports at once record what one records', async () => {
    const { deps: whole } = await imported(some);
    const store = createMemoryEventStore();
    await Promise.all([runImport(depsOf(store), some, { actor }), runImport(depsOf(store), some, { actor })]);
    expect(await byStream(store)).toEqual(await byStream(whole.store));
  });

  test('a writer who was first only moves what follows', async () => {
    const { deps: whole, count } = await imported(some);
    const [first] = (await allOf(whole.store)).filter(
      ({ envelope }) => envelope.stream === 'programme-itu-restructuring',
    );
    if (!first) throw new Error('the example has the programme');
    const store = createMemoryEventStore();
    const intruding: EventStore = {
      ...store,
      append: async (request) => {
        const { stream } = first.envelope;
        if (request.stream === stream && request.expectedVersion === 0) {
          const other = {
            ...first.envelope,
            id: '00000000-0000-8000-8000-00000000ffff',
            command: { id: 'other', fingerprint: '' },
          };
          await store.append({ stream, expectedVersion: 0, events: [other] });
        }
        return store.append(request);
      },
    };
    done(await runImport(depsOf(intruding), some, { actor }));
    expect((await allOf(store)).length).toBe(count + 1);
  });
});

test('free texts are kept before their events are recorded, and the events hold none', async () => {
  const texts = createMemoryTextStore();
  const deps = { ...depsOf(), texts };
  done(await runImport(deps, [example('law.yaml')], { actor }));
  const lapsed = (await allOf(deps.store)).find(({ envelope }) => envelope.type === 'reform-lapsed');
  const note = lapsed?.envelope.data['note'] as { text: string; digest: string };
  expect(await texts.get(note.text)).toMatchObject({ status: 'kept', text: { digest: note.digest, language: 'en' } });
  expect(lapsed?.text).not.toContain('resigned');
});

test('progress counts every event', async () => {
  const seen: number[] = [];
  await runImport(depsOf(), examples, { actor, onProgress: ({ recorded, total }) => seen.push(recorded / total) });
  expect(seen.at(-1)).toBe(1);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
});
