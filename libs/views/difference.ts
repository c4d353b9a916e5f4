import { textOfState } from '#history';
import { type AreaTimeline } from './area-timeline.js';
import { type CountryOverview } from './country-overview.js';
import { type ViewMoment } from './moment.js';
import { type ProgrammeOverview } from './programme-overview.js';

/** A field that differs; values as the view shows them. */
export interface FieldChange {
  /** Name of the field in the view. */
  readonly field: string;
  readonly was: unknown;
  readonly is: unknown;
}

/** An item that is in one view and not in the other, with all that it says there. */
export interface ItemOf {
  /** List of the view that it stands in, e.g. `measures`, `entries`, `findings`. */
  readonly list: string;
  readonly id: string;
  readonly item: Readonly<Record<string, unknown>>;
}

/** An item that is in both and does not say the same. */
export interface ItemChange extends ItemOf {
  readonly fields: readonly FieldChange[];
}

/** What differs between two moments of a view. */
export interface ViewDifference {
  readonly view: 'difference';
  readonly from: ViewMoment;
  readonly to: ViewMoment;
  readonly added: readonly ItemOf[];
  /** What the first moment showed and the second does not. */
  readonly removed: readonly ItemOf[];
  readonly changed: readonly ItemChange[];
}

/** A view that can be compared with itself at another moment. */
export type Comparable = AreaTimeline | ProgrammeOverview | CountryOverview;

type Item = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A list whose members have ids: its members are items of their own. */
const isList = (value: unknown): value is readonly Item[] =>
  Array.isArray(value) && value.every((member) => isObject(member) && typeof member['id'] === 'string');

/** Parts of a view that are no list and yet items of their own. */
const heads: ReadonlySet<string> = new Set(['area', 'programme', 'case']);

type Found = Map<string, ItemOf>;

const walkMember = (found: Found, id: string, [key, member]: readonly [string, unknown]): boolean => {
  if (key === 'lanes') return true;
  if (isList(member)) {
    for (const item of member) walk(found, { list: key, id: String(item['id']) }, item);
    return true;
  }
  if (!heads.has(key) || !isObject(member)) return false;
  walk(found, { list: key, id: typeof member['id'] === 'string' ? member['id'] : id }, member);
  return true;
};

/** Gathers an item and the items of the lists within it, which are taken out of it. */
const walk = (found: Found, at: Omit<ItemOf, 'item'>, value: Item): void => {
  const item: Record<string, unknown> = {};
  found.set(`${at.list} ${at.id}`, { ...at, item });
  for (const member of Object.entries(value)) if (!walkMember(found, at.id, member)) item[member[0]] = member[1];
};

/** The items of a view by list and id; what repeats items of other lists is left out. */
const itemsOf = (view: Comparable): ReadonlyMap<string, ItemOf> => {
  const found: Found = new Map();
  const repeated = new Set(['view', 'moment', 'unconfirmed', 'deadlines', 'organisations']);
  const own = Object.entries(view).filter(([key]) => !repeated.has(key));
  walk(found, { list: 'view', id: '' }, Object.fromEntries(own));
  return found;
};

const fieldsThatDiffer = (before: Item, after: Item): readonly FieldChange[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => textOfState(before[field]) !== textOfState(after[field]))
    .map((field) => ({ field, was: before[field] ?? null, is: after[field] ?? null }));

/**
 * What differs between two moments of the same view, in the order in which the views list it: what came, what went, and
 * what changed, field by field. The moments may differ in the day, in the knowledge, or in both.
 */
export const viewDifference = <V extends Comparable>(before: V, after: V): ViewDifference => {
  const [old, young] = [itemsOf(before), itemsOf(after)];
  return {
    view: 'difference',
    from: before.moment,
    to: after.moment,
    added: [...young].filter(([key]) => !old.has(key)).map(([, item]) => item),
    removed: [...old].filter(([key]) => !young.has(key)).map(([, item]) => item),
    changed: [...young].flatMap(([key, item]) => {
      const earlier = old.get(key);
      const fields = earlier ? fieldsThatDiffer(earlier.item, item.item) : [];
      return fields.length === 0 ? [] : [{ ...item, fields }];
    }),
  };
};
