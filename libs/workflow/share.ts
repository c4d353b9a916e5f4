import { type Day } from '#history';
import { overDays, phaseDays } from './breakpoints.js';
import { citeOver, citePhase } from './cite.js';
import { overTruth, phaseOpen } from './evaluate.js';
import { type Moment, type Shared } from './moment.js';
import { type ResolvedCase } from './resolved-case.js';
import { no } from './truth.js';
import { type Version } from './versions.js';

type Asked<T> = (version: Version, phase: string | null, day: Day) => T;

/** Remembers answers by version, phase and day. */
const memorised = <T>(make: Asked<T>): Asked<T> => {
  const versions = new Map<Version, Map<string | null, Map<Day, T>>>();
  return (version, phase, day) => {
    let phases = versions.get(version);
    if (!phases) versions.set(version, (phases = new Map<string | null, Map<Day, T>>()));
    let days = phases.get(phase);
    if (!days) phases.set(phase, (days = new Map<Day, T>()));
    let answer = days.get(day);
    if (answer === undefined) days.set(day, (answer = make(version, phase, day)));
    return answer;
  };
};

const templateOf = (version: Version, phase: string) => version.definition.phases.find(({ key }) => key === phase);

const sameIds = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id, index) => id === b[index]);

/** What several items of a case ask for. */
export const share = (of: ResolvedCase): Shared => {
  const moment = (version: Version, phase: string | null, day: Day): Moment => ({
    of,
    shared,
    version,
    member: null,
    item: phase === null ? null : `phase:${phase}`,
    day,
  });
  const truth = memorised((version, phase, day) => {
    if (phase === null) return overTruth(moment(version, phase, day));
    const template = templateOf(version, phase);
    return template ? phaseOpen(template, moment(version, phase, day)) : no;
  });
  const cites = memorised((version, phase, day): readonly string[] => {
    const template = phase === null ? null : templateOf(version, phase);
    // While a case is not over, nothing need be cited for it.
    if (template === undefined || (template === null && truth(version, null, day) === no)) return [];
    const at = moment(version, phase, day);
    return [...new Set(template === null ? citeOver(at) : citePhase(template, at))];
  });
  const candidates = (version: Version, phase: string | null): readonly Day[] => {
    const gathered = { place: moment(version, phase, version.from), days: new Set([version.from]) };
    const template = phase === null ? null : templateOf(version, phase);
    if (template === null) overDays(gathered);
    else if (template) phaseDays(template, gathered);
    return [...gathered.days].filter((day) => day >= version.from && day < version.until).sort((a, b) => a - b);
  };
  const changing = memorised((version, phase): readonly Day[] => {
    const all = candidates(version, phase);
    return all.filter((day, index) => {
      const before = all[index - 1];
      if (before === undefined) return true;
      const same = truth(version, phase, day) === truth(version, phase, before);
      return !same || !sameIds(cites(version, phase, day), cites(version, phase, before));
    });
  });
  const shared: Shared = { truth, cites, days: (version, phase) => changing(version, phase, 0) };
  return shared;
};
