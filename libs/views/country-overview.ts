import { type AreaHead, type ReformView, areaHead, reformView } from './area-timeline.js';
import { caseView } from './items.js';
import { type MeasureCounts, countMeasures, measureView } from './measures.js';
import { type ViewMoment, momentOf } from './moment.js';
import { type Names } from './names.js';
import { plansOf, unconfirmedOf } from './plans.js';
import { type ProgrammeHead, programmeHead } from './programme-timeline.js';
import { type Reading } from './reading.js';
import { type Source, slicesOf, sourceOf } from './told.js';

/** A phase by name. */
export interface PhaseName {
  /** `<programme>/phase:<key>`. */
  readonly id: string;
  readonly names: Names;
  /** First day of the present run (YYYY-MM-DD), or null. */
  readonly since: string | null;
}

/** A programme in the overview. */
export interface ProgrammeRow extends ProgrammeHead {
  readonly openPhases: readonly PhaseName[];
  readonly possiblyOpenPhases: readonly PhaseName[];
  /** How many gates are open, and how many there are. */
  readonly gates: { readonly open: number; readonly all: number };
  readonly measures: MeasureCounts;
  /** Plans that are due and that no fact confirms. */
  readonly unconfirmed: number;
  readonly findings: number;
}

/** An area in the overview. */
export interface AreaRow extends AreaHead {
  readonly programmes: readonly ProgrammeRow[];
  /** (Service, municipality) pairs registered, and those certainly held by the county. */
  readonly responsibilities: { readonly registered: number; readonly heldByCounty: number };
  /** Findings of the area itself and of its programmes. */
  readonly findings: number;
}

/** The whole country at one moment. */
export interface CountryOverview {
  readonly view: 'country-overview';
  readonly moment: ViewMoment;
  readonly reforms: readonly ReformView[];
  readonly areas: readonly AreaRow[];
}

const programmeRow = (source: Source, slice: Reading['slices'][number]): ProgrammeRow => {
  const { reading, index } = source;
  const head = programmeHead(source, slice);
  const view = caseView(
    reading.cases.find(({ id }) => id === head.id),
    index,
  );
  const phases = (state: string): readonly PhaseName[] =>
    (view?.phases ?? []).filter((phase) => phase.state === state).map(({ id, names, since }) => ({ id, names, since }));
  const measures = slicesOf(source, 'measure', head.id).map((measure) => measureView(source, measure));
  const plans = ['milestone', 'pilot', 'rollout'].flatMap((kind) => slicesOf(source, kind, head.id));
  return {
    ...head,
    openPhases: phases('open'),
    possiblyOpenPhases: phases('possibly-open'),
    gates: { open: view?.gates.filter(({ state }) => state === 'open').length ?? 0, all: view?.gates.length ?? 0 },
    measures: countMeasures(measures, slice),
    unconfirmed: unconfirmedOf(plansOf(source, plans)).length,
    findings: reading.findings.filter(({ within }) => within['programme'] === head.id).length,
  };
};

/** All areas with their programmes, as they stand. The reading holds the areas, programmes, measures and plans. */
export const countryOverview = (reading: Reading): CountryOverview => {
  const source = sourceOf(reading);
  const rows = reading.slices.filter(({ kind }) => kind === 'programme').map((slice) => programmeRow(source, slice));
  const held = reading.slices.filter(({ kind }) => kind === 'responsibility');
  const areas = reading.slices
    .filter(({ kind }) => kind === 'area')
    .map((slice): AreaRow => {
      const head = areaHead(source, slice);
      const programmes = rows.filter(({ area }) => area === head.id);
      const own = held.filter(({ within }) => within['area'] === head.id);
      const byCounty = own.filter(({ run }) => run.every((state) => state?.status === 'held-by-county'));
      const local = reading.findings.filter(({ within }) => within['area'] === head.id && !within['programme']);
      return {
        ...head,
        programmes,
        responsibilities: { registered: own.length, heldByCounty: byCounty.length },
        findings: local.length + programmes.reduce((sum, { findings }) => sum + findings, 0),
      };
    });
  const reforms = reading.slices.filter(({ kind }) => kind === 'reform').map((slice) => reformView(source, slice));
  return { view: 'country-overview', moment: momentOf(reading), reforms, areas };
};
