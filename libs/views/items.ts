import { isoOfDay } from '#history';
import { type ItemStanding } from '#workflow';
import { type Names } from './names.js';
import { type AnnouncedItem, type CaseSlice } from './reading.js';
import { type FactIndex } from './told.js';
import { type When, whenOf } from './when.js';

/** A fact that something follows from. */
export interface Reason {
  /** Id of the event. */
  readonly event: string;
  /** Its type; null where the event is not among the facts at hand (a directive). */
  readonly type: string | null;
  readonly stream: string | null;
  /** When it happened; null where not at hand. */
  readonly when: When | null;
}

/** What an item was last announced to be, where that differs from what follows (rule 15). */
export interface Announced {
  readonly state: string;
  /** YYYY-MM-DD or null. */
  readonly since: string | null;
  readonly due: string | null;
}

/** A phase, gate, deadline or task of a case on the day asked about. */
export interface ItemView {
  /** `<programme>/<item key>`, unique in an answer. */
  readonly id: string;
  /** Programme whose case it belongs to. */
  readonly programme: string;
  /** Key within the case, e.g. `phase:after-laws-passed`. */
  readonly key: string;
  readonly kind: ItemStanding['kind'];
  /** Entity that it is about, e.g. a gate's measure; null where it is about the case. */
  readonly of: string | null;
  readonly names: Names;
  /** Phase or gate: open, possibly-open, shut. Deadline: none, set, met, reached, dropped. Task: open, closed. */
  readonly state: string;
  /** First day of the present unbroken run of the state (YYYY-MM-DD); null where it has none. */
  readonly since: string | null;
  /** First day on which it may have begun, where that is earlier or alone known. */
  readonly possibleSince: string | null;
  /** Deadlines: day due; `earliestDue` where an imprecise anchor gives an earlier one. */
  readonly due: string | null;
  readonly earliestDue: string | null;
  /** Deadlines: the day due has passed and no fact says whether it was met. */
  readonly unconfirmed: boolean;
  /** The facts that it follows from. */
  readonly because: readonly Reason[];
  /** What was last announced, where it differs; null where it agrees or is not asked for. */
  readonly announced: Announced | null;
}

/** The items of a case by sort. */
export interface CaseView {
  readonly definition: { readonly key: string; readonly hash: string; readonly names: Names };
  readonly phases: readonly ItemView[];
  readonly gates: readonly ItemView[];
  readonly deadlines: readonly ItemView[];
  readonly tasks: readonly ItemView[];
}

/** The facts behind ids. */
export const reasonsOf = (ids: readonly string[], index: Pick<FactIndex, 'byId'>): readonly Reason[] =>
  ids.map((event) => {
    const fact = index.byId.get(event);
    return { event, type: fact?.type ?? null, stream: fact?.stream ?? null, when: fact ? whenOf(fact) : null };
  });

const dayText = (day: number | null): string | null => (day === null ? null : isoOfDay(day));

const dueOf = (item: ItemStanding): number | null => (item.kind === 'deadline' ? item.due : null);

/** An item without a record counts as shut (a deadline: none, a task: closed) since null (rule 12). */
const silent = { phase: 'shut', gate: 'shut', deadline: 'none', task: 'closed' } as const;

const announcedOf = (item: ItemStanding, last: AnnouncedItem | undefined): Announced | null => {
  const first = silent[item.kind];
  const { state, since, due } = last ?? { state: first, since: null, due: null };
  const same = since === item.since && due === dueOf(item);
  if (state === item.state && (same || last === undefined)) return null;
  return { state, since: dayText(since), due: dayText(due) };
};

const stateOf = (item: ItemStanding): string =>
  'possiblyOpen' in item && item.possiblyOpen ? 'possibly-open' : item.state;

const itemView = (slice: CaseSlice, item: ItemStanding, index: Pick<FactIndex, 'byId'>): ItemView => ({
  id: `${slice.id}/${item.key}`,
  programme: slice.id,
  key: item.key,
  kind: item.kind,
  of: item.entity,
  names: item.names,
  state: stateOf(item),
  since: dayText(item.since),
  possibleSince: 'possibleSince' in item ? dayText(item.possibleSince) : null,
  due: dayText(dueOf(item)),
  earliestDue: item.kind === 'deadline' ? dayText(item.earliestDue) : null,
  unconfirmed: item.kind === 'deadline' && item.unconfirmed,
  because: reasonsOf(item.because, index),
  announced: slice.announced === undefined ? null : announcedOf(item, slice.announced.get(item.key)),
});

/** The items of a case as they stand; null of a programme without a case. */
export const caseView = (slice: CaseSlice | undefined, index: Pick<FactIndex, 'byId'>): CaseView | null => {
  if (!slice) return null;
  const sort = (kind: ItemStanding['kind']): readonly ItemView[] =>
    slice.items.filter((item) => item.kind === kind).map((item) => itemView(slice, item, index));
  return {
    definition: slice.definition,
    phases: sort('phase'),
    gates: sort('gate'),
    deadlines: sort('deadline'),
    tasks: sort('task'),
  };
};
