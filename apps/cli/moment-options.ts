import { type Command, Option } from 'commander';
import { type Basis, parseDay } from '#history';
import { type Clock } from '#platform';
import { type Asked } from '../runtime/queries/asked.js';
import { CommandError } from './output.js';

/** Options of every reading command. */
export interface MomentOptions {
  readonly on?: string;
  readonly known?: string;
  readonly basis: Basis;
  readonly lang: 'fi' | 'sv' | 'en';
  readonly json?: boolean;
}

const basisOption = (): Option =>
  new Option('--basis <basis>', 'what counts as known: ledger (recorded here) or source (said by the sources)')
    .choices(['ledger', 'source'])
    .default('ledger');

const langOption = (): Option =>
  new Option('--lang <lang>', 'language of names').choices(['fi', 'sv', 'en']).default('en');

/** Adds --on, --known, --basis, --lang and --json. */
export const withMoment = (command: Command): Command =>
  command
    .option('--on <day>', 'day in the world, YYYY-MM-DD (default: today)')
    .option('--known <day>', 'use what was known at the end of this day (default: today)')
    .addOption(basisOption())
    .addOption(langOption())
    .option('--json', 'print the answer as JSON');

/** Adds --basis, --lang and --json. */
export const withBasis = (command: Command): Command =>
  command.addOption(basisOption()).addOption(langOption()).option('--json', 'print the answer as JSON');

/** The day that an option names; refuses what is none. */
export const dayOption = (name: string, text: string | undefined, today: string): number => {
  const value = parseDay(text ?? today);
  if (value === null)
    throw new CommandError(
      'not-a-day',
      `--${name} must be a day of the calendar, written YYYY-MM-DD; ${text} is none.`,
    );
  return value;
};

/** The moment that the options ask for. */
export const askedOf = (clock: Clock, options: Pick<MomentOptions, 'on' | 'known' | 'basis'>): Asked => {
  const today = clock.now().day;
  return {
    on: dayOption('on', options.on, today),
    known: { basis: options.basis, day: dayOption('known', options.known, today) },
  };
};
