import { type Day } from '#history';
import { describe } from './describe.js';
import { inquire } from './inquire.js';
import { type Inquiry } from './inquiry.js';
import { type Item } from './items.js';
import { because, judge, truthOf } from './judge.js';
import { type Judgement } from './judgement.js';
import { type ResolvedCase } from './resolved-case.js';
import { type Same, runBack } from './since.js';
import { type ItemKey, type ItemStanding, type Standing } from './standing.js';
import { no } from './truth.js';
import { type Version, versionAt } from './versions.js';

/** States in which an item is as if nothing had happened. */
export const initialStates: readonly string[] = ['shut', 'none', 'closed'];

/** First day of the run of a state; null where an item was never otherwise. */
const sinceOf = (inquiry: Inquiry, version: Version, item: Item, at: { day: Day; judged: Judgement }): Day | null => {
  const same: Same = (inVersion, one, day) => judge(inquiry, inVersion, one, day).state === at.judged.state;
  const { from, whole } = runBack(inquiry, version, { item, day: at.day, same });
  return whole && initialStates.includes(at.judged.state) ? null : from;
};

const possibleSince = (inquiry: Inquiry, version: Version, item: Item, day: Day): Day | null =>
  truthOf(inquiry, version, item, day) === no
    ? null
    : runBack(inquiry, version, { item, day, same: (...at) => truthOf(inquiry, ...at) !== no }).from;

const standingOf = (inquiry: Inquiry, version: Version, item: Item, day: Day): ItemStanding | null => {
  const judged = judge(inquiry, version, item, day);
  return describe(version, item, judged, {
    since: sinceOf(inquiry, version, item, { day, judged }),
    possibleSince: judged.kind === 'opening' ? possibleSince(inquiry, version, item, day) : null,
    because: () => because(inquiry, version, item, day),
  });
};

/** `Standing(D)`: judges the one day, and looks back only as far as the runs of its states reach (rule 10). */
export const standingAt = (of: ResolvedCase, day: Day): Standing => {
  const version = versionAt(of.versions, day);
  if (!version) return { day, version: null, items: new Map() };
  const inquiry = inquire(of);
  const items = new Map<ItemKey, ItemStanding>();
  for (const item of inquiry.items(version).values()) {
    const standing = standingOf(inquiry, version, item, day);
    if (standing) items.set(item.key, standing);
  }
  return { day, version: version.reference, items };
};
