import { type Day } from '#history';
import { type Inquiry, type OpenSince } from './inquiry.js';
import { type Item } from './items.js';
import { truthOf } from './judge.js';
import { type ItemKey } from './standing.js';
import { no, yes } from './truth.js';
import { type Version } from './versions.js';

/** Whether an item is, on a day, what the run is made of. */
export type Same = (version: Version, item: Item, day: Day) => boolean;

/** Where a run of days begins. */
export interface Run {
  readonly from: Day;
  /** Nothing came before: the item was never otherwise. */
  readonly whole: boolean;
}

/** The run, before a version's first day, of the items that an item came from; null where it does not go on there. */
const before = (inquiry: Inquiry, version: Version, key: ItemKey, same: Same): Run | 'other' | 'nothing' => {
  const earlier = inquiry.of.versions[version.index - 1];
  const origins = inquiry.origins(version).get(key) ?? [];
  if (!earlier || origins.length === 0) return 'nothing';
  if (earlier.from === earlier.until) {
    const runs = origins.map((origin) => before(inquiry, earlier, origin, same));
    return runs.find((run) => typeof run === 'object') ?? runs.find((run) => run === 'other') ?? 'nothing';
  }
  const items = origins.map((origin) => inquiry.items(earlier).get(origin) as Item);
  const item = items.find((one) => same(earlier, one, version.from - 1));
  return item ? runBack(inquiry, earlier, { item, day: version.from - 1, same }) : 'other';
};

/** Walks back from a day on which an item is the same, to the first day of the unbroken run, through mappings too. */
export const runBack = (
  inquiry: Inquiry,
  version: Version,
  { item, day, same }: { item: Item; day: Day; same: Same },
): Run => {
  let from = day;
  for (const step of inquiry
    .days(version, item)
    .filter((one) => one <= day)
    .reverse()) {
    if (!same(version, item, step)) return { from, whole: false };
    from = step;
  }
  const earlier = before(inquiry, version, item.key, same);
  return typeof earlier === 'object' ? earlier : { from, whole: earlier === 'nothing' };
};

/** Since when a phase or gate that is open on a day has been, certainly and possibly; null where it is not open. */
export const openSince = (inquiry: Inquiry, version: Version, item: Item, day: Day): OpenSince | null => {
  if (truthOf(inquiry, version, item, day) !== yes) return null;
  const open: Same = (...at) => truthOf(inquiry, ...at) === yes;
  const possible: Same = (...at) => truthOf(inquiry, ...at) !== no;
  return {
    certain: runBack(inquiry, version, { item, day, same: open }).from,
    possible: runBack(inquiry, version, { item, day, same: possible }).from,
  };
};
