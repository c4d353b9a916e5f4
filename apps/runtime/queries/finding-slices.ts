import { type JsonObject } from '#event-store';
import { type EffectiveFact, type EntityHistory, type EntityId, type Within } from '#history';
import { type Finding as FactFinding, findingText, findingsOf } from '#reform';
import { type FindingSlice, type Names } from '#views';
import { type Finding as EngineFinding, announcementFindings, standingAt, standingFindings } from '#workflow';
import { recordsIn } from '#cases';
import { type Fixed } from './asked.js';
import { type ReadCase } from './case-slice.js';

/** What the engine's findings say, by rule; `{item}` and `{entity}` stand for what they are about. */
const engineTexts: Readonly<Record<string, Required<Names>>> = {
  'start-before-gate': {
    fi: '{entity} alkoi, kun sen portti oli kiinni',
    sv: '{entity} började medan dess port var stängd',
    en: '{entity} started while its gate was shut',
  },
  'follows-not-yet-told': {
    fi: '{item}: seuraa tosiasioista, ei vielä ilmoitettu',
    sv: '{item}: följer av fakta, ännu inte meddelat',
    en: '{item}: follows from the facts, not yet told',
  },
  'told-no-longer-follows': {
    fi: '{item}: ilmoitettu, ei enää seuraa tosiasioista',
    sv: '{item}: meddelat, följer inte längre av fakta',
    en: '{item}: told, no longer follows from the facts',
  },
};

const filled = (text: string, entity: EntityId | null, params: JsonObject): string =>
  text.replace('{entity}', entity ?? '').replace('{item}', typeof params['item'] === 'string' ? params['item'] : '');

const engineText = ({ rule, entity, params }: EngineFinding): Names => {
  const texts = engineTexts[rule];
  if (!texts) return { en: rule };
  const { fi, sv, en } = texts;
  return { fi: filled(fi, entity, params), sv: filled(sv, entity, params), en: filled(en, entity, params) };
};

/** The findings of facts: what does not fit in them by themselves. */
export const factFindings = (
  entities: readonly EntityHistory[],
  facts: readonly EffectiveFact[],
  { on }: Fixed,
): readonly FindingSlice[] => {
  const within = new Map(entities.map((entity) => [entity.entity, entity.within]));
  return findingsOf({ entities, facts, on }).map((finding: FactFinding) => ({
    key: finding.key,
    rule: finding.rule,
    entity: finding.entity,
    within: finding.entity === null ? {} : (within.get(finding.entity) ?? {}),
    because: finding.because,
    text: findingText(finding),
  }));
};

/** The findings of a case: what started before its gate, and what follows and was not told (rules 15, 16). */
export const caseFindings = (read: ReadCase, { on }: Fixed): readonly FindingSlice[] => {
  const standing = standingAt(read.resolved, on);
  const told = read.records === null ? [] : announcementFindings(read.resolved, standing, recordsIn(read.records));
  const within: Within = { programme: read.slice.id };
  return [...standingFindings(standing), ...told].map((finding) => ({
    key: `${read.slice.id}/${finding.key}`,
    rule: finding.rule,
    entity: finding.entity,
    within,
    because: finding.because,
    text: engineText(finding),
  }));
};
