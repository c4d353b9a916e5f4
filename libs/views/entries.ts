import { type Json, type JsonObject } from '#event-store';
import { type KnownFact } from '#facts';
import { type Day, type EffectiveFact, isoOfDay } from '#history';
import { described, textIn } from './attributes.js';
import { type Names, namesFrom } from './names.js';
import { type Source } from './told.js';
import { type When, whenOf } from './when.js';

/** A fact in the order of time. */
export interface EntryView {
  /** Id of the event. */
  readonly id: string;
  /** Event type, e.g. `measure-ended`, and its name. */
  readonly type: string;
  readonly typeName: Names;
  /** When it happened, as stated; without a date "by" the day learned. */
  readonly when: When;
  /** On the day asked about: `happened`, `possible` (it may have), `ahead` (it has not yet). */
  readonly stands: 'happened' | 'possible' | 'ahead';
  /** It is dated after the day of knowledge. */
  readonly foreseen: boolean;
  /** Day on which it was learned (YYYY-MM-DD). */
  readonly learned: string;
  /** The stated date begins after the day on which the source said it. */
  readonly afterSource: boolean;
  /** It stands as a later correction states it. */
  readonly corrected: boolean;
  /** A step of the law-making. */
  readonly law: boolean;
  readonly programme: string | null;
  /** Measure that it bears upon (entity), or null. */
  readonly measure: string | null;
  /** What it is about: the title of the measure, milestone, deliverable, service ... */
  readonly what: Names;
  /** Code of the municipality that it is about, or null. */
  readonly municipality: string | null;
  /** Source (key, place in it) that says it, or null where the recorder is the source. */
  readonly source: { readonly id: string; readonly locator: string | null } | null;
  /** Position of the event that states it as it now stands. */
  readonly position: string;
}

const titles = ['title', 'what', 'serviceName', 'name'] as const;

const standsOn = ({ interval }: EffectiveFact, on: Day): EntryView['stands'] => {
  if (interval.latest <= on) return 'happened';
  // Without a date it is told as "by" the day learned, not as possible on every day before (rule 15).
  return interval.earliest <= on && interval.earliest !== -Infinity ? 'possible' : 'ahead';
};

const titleIn = (data: JsonObject | null): Json | undefined => {
  for (const key of titles) if (data?.[key]) return data[key];
  return undefined;
};

const whatOf = ({ slices }: Source, { fact, touches }: KnownFact): Names => {
  // The name of a municipality that joins or leaves is the municipality's own, which is told beside it.
  if (fact.type.startsWith('municipality-')) return {};
  const own = titleIn(fact.data);
  if (own !== undefined) return namesFrom(own);
  for (const { entity } of touches) {
    const known = titleIn(described(slices.get(entity)?.run ?? []));
    if (known !== undefined) return namesFrom(known);
  }
  return {};
};

const within = (touches: KnownFact['touches'], key: string): string | null =>
  touches.map((touch) => touch.within[key]).find((value) => value !== undefined) ?? null;

/** A fact as an entry. */
export const entryView = (source: Source, known: KnownFact): EntryView => {
  const { fact, touches } = known;
  const { reading } = source;
  return {
    id: fact.id,
    type: fact.type,
    typeName: reading.eventTypes[fact.type] ?? {},
    when: whenOf(fact),
    stands: standsOn(fact, reading.on),
    foreseen: fact.interval.latest > reading.known.day,
    learned: isoOfDay(fact.learned) ?? '',
    afterSource: fact.afterSource,
    corrected: fact.statedBy !== fact.id,
    law: fact.stream.startsWith('reform-'),
    programme: within(touches, 'programme'),
    measure: touches.find(({ kind }) => kind === 'measure')?.entity ?? null,
    what: whatOf(source, known),
    municipality: textIn(fact.data, 'municipality'),
    source: fact.source,
    position: fact.statedAt,
  };
};

/** The day at which an entry stands in the order: its first possible day, or the day it is told by. */
const orderOf = ({ interval }: EffectiveFact): Day =>
  interval.earliest === -Infinity ? interval.latest : interval.earliest;

/** The facts in the order of time; of one day, in ledger order. */
export const entriesOf = (source: Source, facts: readonly KnownFact[]): readonly EntryView[] =>
  facts
    .map((known, place) => ({ known, place }))
    .sort((a, b) => orderOf(a.known.fact) - orderOf(b.known.fact) || a.place - b.place)
    .map(({ known }) => entryView(source, known));
