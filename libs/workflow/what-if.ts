import { type Position } from '#event-store';
import { type Day, type Domain, type EffectiveFact } from '#history';
import { type Assumption, assume } from './assumption.js';
import { type Scope, caseInputOf } from './case-input-of.js';
import { type Retraction } from './case-input.js';
import { type Change, compareStandings } from './compare.js';
import { derive } from './derive.js';
import { resolveCase } from './resolved-case.js';
import { standingAt } from './slice.js';
import { type Standing } from './standing.js';
import { stepDays } from './wake-up.js';

/** What a what-if starts from: F(K) and the last position in it. */
export interface Basis {
  readonly facts: readonly EffectiveFact[];
  readonly retractions?: readonly Retraction[];
  readonly last: Position;
  readonly today: Day;
}

/** A day on which the assumed course of things steps. */
export interface WhatIfSlice {
  readonly day: Day;
  /** What stands under the assumptions. */
  readonly standing: Standing;
  /** How it differs from what stands without them. */
  readonly changes: readonly Change[];
}

/**
 * What would follow if more were so: assumed facts and directives, of any day, after the last position; sliced on `from`
 * and on every day up to the horizon on which anything steps, with or without them (rule 18). Reaches no store, queue or
 * clock. The definition that an assumed migration names must be published among the facts or the assumptions, and the
 * scope must take in what is assumed.
 */
export const whatIf = (
  domain: Domain,
  scope: Scope,
  basis: Basis,
  asked: { readonly assumptions: readonly Assumption[]; readonly from: Day; readonly horizon: Day },
): readonly WhatIfSlice[] => {
  const assumed = assume(domain, asked.assumptions, basis);
  const resolve = (facts: readonly EffectiveFact[]) =>
    resolveCase(caseInputOf(domain, facts, scope, basis.retractions ?? []));
  const without = resolve(basis.facts);
  const withThem = resolve([...basis.facts, ...assumed]);
  const days = new Set([asked.from]);
  for (const resolved of [without, withThem]) {
    for (const day of stepDays(derive(resolved), asked.from, asked.horizon)) days.add(day);
  }
  return [...days]
    .sort((a, b) => a - b)
    .map((day) => {
      const standing = standingAt(withThem, day);
      return { day, standing, changes: compareStandings(standingAt(without, day), standing) };
    });
};
