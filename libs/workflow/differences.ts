import { type Day, parseDay } from '#history';
import { type ResolvedCase } from './resolved-case.js';
import { type CaseRecord } from './records.js';
import { itemImage } from './mapping.js';
import { initialStates } from './slice.js';
import { type ItemKey, type ItemStanding, type Standing } from './standing.js';

/** What of an item is recorded, and compared. */
export interface Noted {
  readonly state: string;
  readonly since: Day | null;
  readonly due: Day | null;
}

/** An item that stands otherwise than it was last recorded. */
export interface Difference {
  readonly key: ItemKey;
  readonly kind: 'phase' | 'gate' | 'deadline' | 'task';
  readonly was: Noted;
  readonly is: Noted;
  /** Null where the version of the day has no such item any more. */
  readonly standing: ItemStanding | null;
  readonly last: CaseRecord | null;
}

type Kind = Difference['kind'];

const initial: Readonly<Record<Kind, string>> = { phase: 'shut', gate: 'shut', deadline: 'none', task: 'closed' };
const gone: Readonly<Record<Kind, string>> = { ...initial, deadline: 'dropped' };
const over: readonly string[] = [...initialStates, 'dropped'];

const kindOf = (key: ItemKey): Kind => {
  const kind = key.slice(0, key.indexOf(':'));
  return kind === 'phase' || kind === 'gate' || kind === 'deadline' ? kind : 'task';
};

const dayOrNull = (text: string | null): Day | null => (text === null ? null : parseDay(text));

const notedOf = (key: ItemKey, record: CaseRecord | undefined): Noted =>
  record
    ? { state: record.data.is, since: dayOrNull(record.data.since), due: dayOrNull(record.data.due) }
    : { state: initial[kindOf(key)], since: null, due: null };

const standingNoted = (standing: ItemStanding): Noted => ({
  state: standing.state,
  since: standing.since,
  due: standing.kind === 'deadline' ? standing.due : null,
});

/** The items that a recorded item has become by a version, through the migrations since the one it was judged under. */
const carriedTo = (of: ResolvedCase, record: CaseRecord, index: number): readonly ItemKey[] => {
  const under = of.versions.findIndex(({ reference }) => reference.by === record.data.version.by);
  const since = under < 0 ? [] : of.versions.slice(under + 1, index + 1);
  return since.reduce<readonly ItemKey[]>(
    (keys, { mapping }) => keys.flatMap((key) => itemImage(mapping, key)),
    [record.data.item],
  );
};

/** The last record of every item, by the key that the item has in a version (rule 17). */
export const lastRecords = (
  of: ResolvedCase,
  records: readonly CaseRecord[],
  by: string | null,
): ReadonlyMap<ItemKey, CaseRecord> => {
  const index = of.versions.findIndex(({ reference }) => reference.by === by);
  const last = new Map<ItemKey, CaseRecord>();
  for (const record of records) {
    const keys = carriedTo(of, record, index);
    // What was retired stays under its old key, so that its end is recorded.
    for (const key of keys.length > 0 ? keys : [record.data.item]) last.set(key, record);
  }
  return last;
};

const sameNoted = (a: Noted, b: Noted): boolean => a.state === b.state && a.since === b.since && a.due === b.due;

const ofMissing = (key: ItemKey, last: CaseRecord, from: Day | null): Difference | null => {
  const was = notedOf(key, last);
  const kind = kindOf(key);
  if (over.includes(was.state)) return null;
  return { key, kind, was, is: { state: gone[kind], since: from, due: null }, standing: null, last };
};

/**
 * Rule 12: the items whose `{state, since, due}` differs from their last record, in order of key. One without a record
 * counts as shut (none, closed) since null.
 */
export const differences = (
  of: ResolvedCase,
  standing: Standing,
  records: readonly CaseRecord[],
): readonly Difference[] => {
  const by = standing.version?.by ?? null;
  const from = of.versions.find(({ reference }) => reference.by === by);
  const last = lastRecords(of, records, by);
  const keys = [...new Set([...standing.items.keys(), ...last.keys()])].sort();
  return keys.flatMap((key): readonly Difference[] => {
    const record = last.get(key);
    const item = standing.items.get(key);
    if (!item) {
      const moved = record !== undefined && record.data.version.by !== by;
      const missing = record ? ofMissing(key, record, moved ? (from?.from ?? null) : null) : null;
      return missing ? [missing] : [];
    }
    const [was, is] = [notedOf(key, record), standingNoted(item)];
    return sameNoted(was, is) ? [] : [{ key, kind: item.kind, was, is, standing: item, last: record ?? null }];
  });
};
