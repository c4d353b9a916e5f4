import { type Day, type Step, mergeEqual, textOfState } from '#history';
import { type Surroundings, describe } from './describe.js';
import { inquire } from './inquire.js';
import { type Inquiry } from './inquiry.js';
import { type Item } from './items.js';
import { because, judge } from './judge.js';
import { type Judgement } from './judgement.js';
import { type ResolvedCase } from './resolved-case.js';
import { initialStates } from './slice.js';
import { type Derived, type ItemKey, type ItemStanding } from './standing.js';
import { no } from './truth.js';
import { type Version } from './versions.js';

/** The run that an item is in at the end of the days gone through so far. */
interface Running {
  readonly state: string;
  readonly since: Day | null;
  readonly possible: boolean;
  readonly possibleSince: Day | null;
}

const isPossible = (judged: Judgement): boolean => judged.kind === 'opening' && judged.truth !== no;

/** Goes on with a run on a day, or begins another. */
const goOn = (running: Running | null, judged: Judgement, day: Day): Running => {
  const possible = isPossible(judged);
  const possibleSince = !possible ? null : running?.possible ? running.possibleSince : day;
  const begun = running === null && initialStates.includes(judged.state) ? null : day;
  const since = running?.state === judged.state ? running.since : begun;
  return { state: judged.state, since, possible, possibleSince };
};

/** Of the runs of the items that an item came from, the ones that its first day goes on with. */
const carried = (origins: readonly Running[], judged: Judgement): Running | null => {
  const same = origins.find(({ state }) => state === judged.state);
  const possible = origins.find((one) => one.possible);
  const first = same ?? origins[0];
  if (!first) return null;
  return { ...first, possible: possible !== undefined, possibleSince: possible?.possibleSince ?? null };
};

interface Gone {
  readonly steps: readonly Step<ItemStanding | null>[];
  readonly end: Running;
}

/** An item's days of one version, begun with the runs of what it came from. */
const goThrough = (inquiry: Inquiry, version: Version, item: Item, origins: readonly Running[]): Gone => {
  const steps: Step<ItemStanding | null>[] = [];
  let running: Running | null = null;
  for (const day of inquiry.days(version, item)) {
    const judged = judge(inquiry, version, item, day);
    running = goOn(running ?? carried(origins, judged), judged, day);
    const around: Surroundings = {
      since: running.since,
      possibleSince: running.possibleSince,
      because: () => because(inquiry, version, item, day),
    };
    steps.push({ from: day, value: describe(version, item, judged, around) });
  }
  return { steps, end: running as Running };
};

const sameIds = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id, index) => id === b[index]);

/** What varies of an item within a version, apart from what it cites. */
const varying = (item: ItemStanding): readonly unknown[] => {
  switch (item.kind) {
    case 'phase':
    case 'gate':
      return [item.state, item.since, item.possiblyOpen, item.possibleSince];
    case 'deadline':
      return [item.state, item.since, item.due, item.earliestDue, item.unconfirmed];
    case 'task':
      return [item.state, item.since, textOfState(item.params)];
  }
};

const same = (a: ItemStanding | null, b: ItemStanding | null): boolean => {
  if (a === null || b === null) return a === b;
  const [left, right] = [varying(a), varying(b)];
  return (
    a.version === b.version && sameIds(a.because, b.because) && left.every((value, index) => value === right[index])
  );
};

/**
 * Every item as a step function over all days (rule 10), version by version: what a day was judged under stays. Pure and
 * total; the order of the input's courses does not matter.
 */
export const derive = (of: ResolvedCase): Derived => {
  const inquiry = inquire(of);
  const derived = new Map<ItemKey, Step<ItemStanding | null>[]>();
  let runs = new Map<ItemKey, readonly Running[]>();
  for (const version of of.versions) {
    const origins = inquiry.origins(version);
    const next = new Map<ItemKey, readonly Running[]>();
    for (const item of inquiry.items(version).values()) {
      const from = (origins.get(item.key) ?? []).flatMap((origin) => runs.get(origin) ?? []);
      if (version.from === version.until) {
        next.set(item.key, from);
        continue;
      }
      const { steps, end } = goThrough(inquiry, version, item, from);
      next.set(item.key, [end]);
      const before = derived.get(item.key) ?? [{ from: -Infinity, value: null }];
      derived.set(item.key, [...before, ...steps]);
    }
    for (const [key, steps] of derived) {
      if (version.from < version.until && !inquiry.items(version).has(key))
        steps.push({ from: version.from, value: null });
    }
    runs = next;
  }
  return new Map(
    [...derived.keys()].sort().map((key) => [key, mergeEqual(derived.get(key) as Step<ItemStanding | null>[], same)]),
  );
};
