import { type Day, day } from '#history';
import { type Clock } from '#platform';

/** Longest time between two looks at the clock: an hour, so that a clock that is set is noticed. */
const longest = 3_600_000;

/**
 * An alarm that rings once the clock's civil day has reached a day. It looks at the clock again and again instead of
 * reckoning the time until then: summer time, a laptop that sleeps and a clock that is set make no difference.
 */
export const createAlarm = (clock: Clock): ((target: Day | null, ring: () => void) => void) => {
  let timer: NodeJS.Timeout | undefined;
  const wait = (target: Day, ring: () => void): void => {
    if (day(clock.now().day) >= target) return ring();
    const [, hours = '0', minutes = '0'] = /T(\d\d):(\d\d)/.exec(clock.now().recordedAt) ?? [];
    const untilMidnight = (24 * 60 - Number(hours) * 60 - Number(minutes)) * 60_000;
    timer = setTimeout(() => wait(target, ring), Math.min(untilMidnight, longest));
    timer.unref();
  };
  return (target, ring) => {
    clearTimeout(timer);
    if (target !== null) wait(target, ring);
  };
};
