import { type Slice } from '#facts';
import { type EffectiveFact } from '#history';
import { type Possibly, described, objectIn, possibly, statusOf, textIn, textsIn } from './attributes.js';
import { type Names, namesFrom } from './names.js';
import { type Source, type ToldBy, shownOn } from './told.js';
import { type When, whenOf } from './when.js';

/** A change of holder that lies after the day asked about. */
export interface ComingTransfer {
  /** Code of the organisation that the responsibility goes to, or null where not stated. */
  readonly to: string | null;
  readonly when: When;
  /** Id of the event. */
  readonly event: string;
}

/** Who must organise a service for a municipality's people. */
export interface ResponsibilityView {
  /** Entity, e.g. `responsibility:04/health-and-social-services/092`. */
  readonly id: string;
  readonly area: string;
  /** Key of the service. */
  readonly service: string;
  readonly serviceName: Names;
  /** Municipality code. */
  readonly municipality: string;
  /** Code of the responsible organisation, e.g. `county:04`; null: none is known yet. */
  readonly holder: Possibly<string | null>;
  /** Name of the holder, where one is stated with it. */
  readonly holderName: Names;
  readonly heldByCounty: Possibly<boolean>;
  /** The present holder holds by a transfer that was still to come on the day of knowledge. */
  readonly foreseen: boolean;
  /** Transfers known that have not certainly come on the day asked about. */
  readonly coming: readonly ComingTransfer[];
  /** To whom it is offered, where an offer is open: the old holder answers until the effective day. */
  readonly offeredTo: string | null;
  readonly told: readonly ToldBy[];
}

/** A municipality of an area. */
export interface MunicipalityView {
  /** Entity, e.g. `membership:15/291`. */
  readonly id: string;
  /** Municipality code. */
  readonly code: string;
  readonly name: Names;
  /** member, left; null: not yet. */
  readonly status: Possibly<string | null>;
  /** Official languages, by code. */
  readonly languages: readonly string[];
  /** Area that it moved to, or null. */
  readonly movedTo: string | null;
  readonly told: readonly ToldBy[];
}

const transfer = 'responsibility-transferred';

const comingOf = (facts: readonly EffectiveFact[], on: number): readonly ComingTransfer[] =>
  facts
    .filter(({ type, interval }) => type === transfer && interval.latest > on)
    .map((fact) => ({ to: textIn(fact.data, 'to'), when: whenOf(fact), event: fact.id }));

/** A responsibility as it is shown. */
export const responsibilityView = (source: Source, { entity, run: whole }: Slice): ResponsibilityView => {
  const { reading, index } = source;
  const { run, told } = shownOn(source, entity, whole);
  const facts = index.ofEntity.get(entity) ?? [];
  const [area = '', service = '', municipality = ''] = entity.slice(entity.indexOf(':') + 1).split('/');
  return {
    id: entity,
    area,
    service,
    serviceName: namesFrom((described(run) ?? described(whole))?.['serviceName']),
    municipality,
    holder: possibly(run, (state) => textIn(state, 'holder')),
    holderName: namesFrom(described(run)?.['holderName']),
    heldByCounty: possibly(run, (state) => state?.status === 'held-by-county'),
    foreseen: facts.some(
      ({ type, interval }) =>
        type === transfer && interval.earliest <= reading.on && interval.latest > reading.known.day,
    ),
    coming: comingOf(facts, reading.on),
    offeredTo: textIn(objectIn(described(run), 'offered'), 'to'),
    told,
  };
};

/** A membership as it is shown. */
export const municipalityView = (source: Source, { entity, run: whole }: Slice): MunicipalityView => {
  const { run, told } = shownOn(source, entity, whole);
  const state = described(run) ?? described(whole);
  return {
    id: entity,
    code: entity.slice(entity.lastIndexOf('/') + 1),
    name: namesFrom(state?.['name']),
    status: statusOf(run),
    languages: textsIn(state, 'languages'),
    movedTo: textIn(state, 'movedTo'),
    told,
  };
};
