import { type Command } from 'commander';
import { viewDifference, type ViewDifference } from '#views';
import { type Asked } from '../../runtime/queries/asked.js';
import { readArea, readProgramme } from '../../runtime/queries/views.js';
import { type Runtime } from '../../runtime/runtime.js';
import { type CommandContext } from '../command-context.js';
import { type MomentOptions, dayOption, withBasis } from '../moment-options.js';
import { CommandError, exitCodes, json } from '../output.js';
import { diffText } from '../tables/index.js';

interface DiffOptions extends MomentOptions {
  readonly from?: string;
  readonly to?: string;
  readonly fromKnown?: string;
  readonly toKnown?: string;
}

const momentsOf = (runtime: Runtime, options: DiffOptions): readonly [Asked, Asked] => {
  const today = runtime.clock.now().day;
  const { basis } = options;
  const toKnown = dayOption('to-known', options.toKnown, today);
  const to = { on: dayOption('to', options.to, today), known: { basis, day: toKnown } };
  const from = {
    on: dayOption('from', options.from ?? options.to, today),
    known: { basis, day: dayOption('from-known', options.fromKnown ?? options.toKnown, today) },
  };
  return [from, to];
};

const differenceOf = async (
  runtime: Runtime,
  what: string,
  [from, to]: readonly [Asked, Asked],
): Promise<ViewDifference> => {
  if (/^\d{2}$/.test(what))
    return viewDifference(await readArea(runtime, what, from), await readArea(runtime, what, to));
  const [before, after] = [await readProgramme(runtime, what, from), await readProgramme(runtime, what, to)];
  if (before.programme === null && after.programme === null)
    throw new CommandError(
      'not-found',
      `Nothing is known of a programme ${what} at either moment. vaihe as-of lists the programmes that are.`,
    );
  return viewDifference(before, after);
};

/** `vaihe diff <area or programme>`. */
export const diffCommand = (program: Command, context: CommandContext): void => {
  withBasis(program.command('diff'))
    .description('what differs between two moments, removed items included; exit code 1 where something does')
    .argument('<what>', 'code of an area (04) or id of a programme')
    .option('--from <day>', 'day in the world of the earlier moment (default: that of the later one)')
    .option('--to <day>', 'day in the world of the later moment (default: today)')
    .option('--from-known <day>', 'day of knowledge of the earlier moment (default: that of the later one)')
    .option('--to-known <day>', 'day of knowledge of the later moment (default: today)')
    .addHelpText(
      'after',
      '\nExamples:\n  vaihe diff 04 --from 2021-06-22 --to 2021-06-23 --basis source\n  vaihe diff itu-restructuring --to 2022-04-01 --from-known 2020-10-23 --to-known 2022-03-22 --basis source',
    )
    .action((what: string, options: DiffOptions) =>
      context.run(async (runtime, output) => {
        const view = await differenceOf(runtime, what, momentsOf(runtime, options));
        output.result(options.json ? json(view) : diffText(view, { ...output, lang: options.lang }));
        const differs = view.added.length + view.removed.length + view.changed.length > 0;
        return differs ? exitCodes.finding : exitCodes.ok;
      }),
    );
};
