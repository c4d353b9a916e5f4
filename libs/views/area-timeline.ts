import { type Slice } from '#facts';
import { type Possibly, described, statusOf, textIn } from './attributes.js';
import { type EntryView, entriesOf } from './entries.js';
import { type FindingView, findingsOf } from './findings.js';
import { type ViewMoment, momentOf } from './moment.js';
import { type Names, namesFrom } from './names.js';
import { type PlanView, plansOf, unconfirmedOf } from './plans.js';
import { type ProgrammeTimeline, programmeTimeline } from './programme-timeline.js';
import { type Reading } from './reading.js';
import { type Source, shownOn, sourceOf } from './told.js';
import { type MunicipalityView, type ResponsibilityView, municipalityView, responsibilityView } from './transfers.js';

/** A preparation area or county by name. */
export interface AreaHead {
  /** Official code, e.g. `04`. */
  readonly id: string;
  readonly name: Names;
  /** preparation-area, county; null: not yet. */
  readonly status: Possibly<string | null>;
}

/** A reform: where its law-making stands. */
export interface ReformView {
  /** Id, e.g. `sote-2021`. */
  readonly id: string;
  readonly name: Names;
  /** announced, proposed, passed, ratified, in-force, or how it ended; null: not yet. */
  readonly status: Possibly<string | null>;
  /** Day from which the counties are responsible (as stated), or null. */
  readonly transferDate: string | null;
}

/** Everything of one area at one moment. */
export interface AreaTimeline {
  readonly view: 'area-timeline';
  readonly moment: ViewMoment;
  readonly area: AreaHead;
  readonly municipalities: readonly MunicipalityView[];
  readonly reforms: readonly ReformView[];
  readonly programmes: readonly ProgrammeTimeline[];
  readonly responsibilities: readonly ResponsibilityView[];
  /** Plans whose due day has passed with no fact that says they happened. */
  readonly unconfirmed: readonly PlanView[];
  /** All facts known, in the order of time. */
  readonly entries: readonly EntryView[];
  readonly findings: readonly FindingView[];
  /** Names of organisations by code, e.g. `municipality:092`. */
  readonly organisations: Readonly<Record<string, Names>>;
}

/** Names of responsible organisations, as stated where they were registered. */
const holderNames = ({ facts }: Reading): Readonly<Record<string, Names>> =>
  Object.fromEntries(
    facts.flatMap(({ fact: { data } }) => {
      const holder = textIn(data, 'holder');
      return holder !== null && data['holderName'] ? [[holder, namesFrom(data['holderName'])]] : [];
    }),
  );

const municipalityNames = (municipalities: readonly MunicipalityView[]): Readonly<Record<string, Names>> =>
  Object.fromEntries(municipalities.map(({ code, name }) => [`municipality:${code}`, name]));

/** The slices of a kind. */
const ofKind = ({ reading }: Source, kind: string): readonly Slice[] =>
  reading.slices.filter((slice) => slice.kind === kind);

/** What heads every view of an area. */
export const areaHead = (source: Source, slice: Slice): AreaHead => {
  const { run } = shownOn(source, slice.entity, slice.run);
  return {
    id: slice.entity.slice('area:'.length),
    name: namesFrom((described(run) ?? described(slice.run))?.['name']),
    status: statusOf(run),
  };
};

/** A reform as it is shown. */
export const reformView = (source: Source, slice: Slice): ReformView => {
  const { run } = shownOn(source, slice.entity, slice.run);
  const state = described(run) ?? described(slice.run);
  return {
    id: slice.entity.slice('reform:'.length),
    name: namesFrom(state?.['name']),
    status: statusOf(run),
    transferDate: textIn(state, 'transferDate'),
  };
};

/**
 * The timeline of an area: its reading holds the area, its memberships and responsibilities, its programmes with all
 * that is within them, and the reforms that they follow. An area of which nothing is known has its code alone.
 */
export const areaTimeline = (area: string, reading: Reading): AreaTimeline => {
  const source = sourceOf(reading);
  const own = ofKind(source, 'area').find(({ entity }) => entity === `area:${area}`);
  const head = own ? areaHead(source, own) : { id: area, name: {}, status: { certain: true, values: [null] } };
  const municipalities = ofKind(source, 'membership').map((slice) => municipalityView(source, slice));
  const local = { ...holderNames(reading), ...municipalityNames(municipalities), [`county:${area}`]: head.name };
  return {
    view: 'area-timeline',
    moment: momentOf(reading),
    area: head,
    municipalities,
    reforms: ofKind(source, 'reform').map((slice) => reformView(source, slice)),
    programmes: ofKind(source, 'programme').map((slice) => programmeTimeline(source, slice)),
    responsibilities: ofKind(source, 'responsibility').map((slice) => responsibilityView(source, slice)),
    unconfirmed: unconfirmedOf(plansOf(source, reading.slices)),
    entries: entriesOf(source, reading.facts),
    findings: findingsOf(reading),
    organisations: { ...reading.organisations, ...local },
  };
};
