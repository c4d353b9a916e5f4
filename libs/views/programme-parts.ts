import { type JsonObject } from '#event-store';
import { type Slice } from '#facts';
import { type Possibly, described, statusOf, textIn, textsIn } from './attributes.js';
import { type Names, namesFrom } from './names.js';
import { type Source, type ToldBy, shownOn, slicesOf } from './told.js';

/** What every part of a programme has. */
export interface PartView {
  /** Entity, e.g. `risk:vake-restructuring/R5`. */
  readonly id: string;
  /** Key within the programme. */
  readonly key: string;
  readonly names: Names;
  readonly status: Possibly<string | null>;
  /** What happened to it on an unstated day that is not certain to have come. */
  readonly told: readonly ToldBy[];
}

/** A risk. */
export interface RiskView extends PartView {
  /** unlikely, average, likely; or null. */
  readonly likelihood: string | null;
  /** medium, significant ...; or null. */
  readonly impact: string | null;
  /** measure or programme; or null. */
  readonly level: string | null;
  /** Key of the body that it was raised to, or null. */
  readonly raisedTo: string | null;
}

/** A report on goals and benefits, by the programme itself or by others. */
export interface AssessmentView extends PartView {
  /** How what it is about ended (mostly-completed ...), or null. */
  readonly outcome: string | null;
  /** What it says, in short; empty where not stated. */
  readonly summary: Names;
  /** Key of the sub-area that it is about, or null. */
  readonly subArea: string | null;
}

/** A body that decides or follows. */
export interface BodyView extends PartView {
  /** How often it meets, in words; empty where not stated. */
  readonly meets: Names;
  readonly seats: number;
  readonly vacant: number;
}

/** What a programme depends on. */
export interface DependencyView extends PartView {
  /** Id or name of what it depends on, or null. */
  readonly on: string | null;
}

/** Something produced. */
export interface DeliverableView extends PartView {
  readonly measure: string | null;
  readonly subArea: string | null;
}

/** A decision asked for or made. */
export interface DecisionView extends PartView {
  readonly subject: string | null;
  readonly body: string | null;
}

interface Shown {
  readonly part: PartView;
  readonly state: JsonObject | null;
  readonly slice: Slice;
}

const titles = ['title', 'name', 'what'] as const;

const shownParts = (source: Source, kind: string, programme: string): readonly Shown[] =>
  slicesOf(source, kind, programme).map((slice) => {
    const { run, told } = shownOn(source, slice.entity, slice.run);
    const state = described(run) ?? described(slice.run);
    const title = titles.map((key) => state?.[key]).find((value) => value !== undefined);
    const key = slice.entity.slice(`${kind}:${programme}/`.length);
    return { part: { id: slice.entity, key, names: namesFrom(title), status: statusOf(run), told }, state, slice };
  });

/** Parts of a kind that need no more than a name: sub-areas, targets. */
export const partsOf = (source: Source, kind: string, programme: string): readonly PartView[] =>
  shownParts(source, kind, programme).map(({ part }) => part);

/** The risks of a programme. */
export const risksOf = (source: Source, programme: string): readonly RiskView[] =>
  shownParts(source, 'risk', programme).map(({ part, state }) => ({
    ...part,
    likelihood: textIn(state, 'likelihood'),
    impact: textIn(state, 'impact'),
    level: textIn(state, 'level'),
    raisedTo: textIn(state, 'raisedTo'),
  }));

/** The bodies of a programme. */
export const bodiesOf = (source: Source, programme: string): readonly BodyView[] => {
  const seats = slicesOf(source, 'seat', programme);
  return shownParts(source, 'body', programme).map(({ part, state }) => {
    const own = seats.filter(({ within }) => within['body'] === part.key).map(({ run }) => described(run)?.status);
    const vacant = own.filter((status) => status === 'vacant').length;
    return { ...part, meets: namesFrom(state?.['meets']), seats: own.length, vacant };
  });
};

/** Reports on goals and benefits. */
export const assessmentsOf = (source: Source, programme: string): readonly AssessmentView[] =>
  shownParts(source, 'assessment', programme).map(({ part, state, slice }) => ({
    ...part,
    outcome: textIn(state, 'outcome'),
    summary: namesFrom(state?.['summary']),
    subArea: slice.within['subArea'] ?? null,
  }));

/** What a programme depends on. */
export const dependenciesOf = (source: Source, programme: string): readonly DependencyView[] =>
  shownParts(source, 'dependency', programme).map(({ part, state }) => ({
    ...part,
    on: textIn(state, 'on') ?? textsIn(state, 'on')[0] ?? null,
  }));

/** What a programme has produced. */
export const deliverablesOf = (source: Source, programme: string): readonly DeliverableView[] =>
  shownParts(source, 'deliverable', programme).map(({ part, slice }) => ({
    ...part,
    measure: slice.within['measure'] ?? null,
    subArea: slice.within['subArea'] ?? null,
  }));

/** Decisions of a programme's bodies. */
export const decisionsOf = (source: Source, programme: string): readonly DecisionView[] =>
  shownParts(source, 'decision', programme).map(({ part, state }) => ({
    ...part,
    subject: textIn(state, 'subject'),
    body: textIn(state, 'body'),
  }));
