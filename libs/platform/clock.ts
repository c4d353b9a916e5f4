/** A moment as the ledger writes it. */
export interface Moment {
  /** ISO 8601 to the millisecond with the offset of Europe/Helsinki, e.g. `2026-11-22T14:17:00.123+02:00`. */
  readonly recordedAt: string;
  /** The civil day there: the first ten characters. */
  readonly day: string;
}

/** Source of time, handed to whoever needs it. */
export interface Clock {
  readonly now: () => Moment;
}

const helsinki = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Helsinki',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZoneName: 'longOffset',
});

/** A moment (milliseconds since 1970 UTC) on the wall clock of Europe/Helsinki, whatever the machine's own zone. */
export const helsinkiMoment = (epochMilliseconds: number): Moment => {
  const parts = Object.fromEntries(helsinki.formatToParts(epochMilliseconds).map(({ type, value }) => [type, value]));
  const day = `${parts['year']}-${parts['month']}-${parts['day']}`;
  const milliseconds = String(((epochMilliseconds % 1000) + 1000) % 1000).padStart(3, '0');
  const offset = parts['timeZoneName']?.replace('GMT', '') ?? '';
  return { day, recordedAt: `${day}T${parts['hour']}:${parts['minute']}:${parts['second']}.${milliseconds}${offset}` };
};

/** The machine's clock; tests hand in a source of their own. */
export const createClock = (epochMilliseconds: () => number = Date.now): Clock => ({
  now: () => helsinkiMoment(epochMilliseconds()),
});
