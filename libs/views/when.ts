import { type EffectiveFact, isoOfDay, parseEdtf } from '#history';

/** When something happened or is to happen, never more precise than its statement. */
export interface When {
  /** Date as stated (EDTF), e.g. `2021-21` for spring 2021; null where no date was stated. */
  readonly stated: string | null;
  /** First day that it can mean (YYYY-MM-DD); null where unbounded. */
  readonly earliest: string | null;
  /** Last day that it can mean; null where unbounded. */
  readonly latest: string | null;
  /** Only without a date: the day learned, by which it had happened; else null. */
  readonly by: string | null;
}

/** When a fact happened. */
export const whenOf = ({ occurred, interval, learned }: EffectiveFact): When => ({
  stated: occurred,
  earliest: isoOfDay(interval.earliest),
  latest: isoOfDay(interval.latest),
  by: occurred === null ? isoOfDay(learned) : null,
});

/** When a plan's date is, by its own statement; null for a text that is no date. */
export const whenStated = (stated: string | null): When | null => {
  const interval = stated === null ? null : parseEdtf(stated);
  if (!interval) return null;
  return { stated, earliest: isoOfDay(interval.earliest), latest: isoOfDay(interval.latest), by: null };
};
