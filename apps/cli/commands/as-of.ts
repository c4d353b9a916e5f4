import { type Command } from 'commander';
import { type Asked } from '../../runtime/queries/asked.js';
import { readArea, readCountry, readProgramme } from '../../runtime/queries/views.js';
import { type Runtime } from '../../runtime/runtime.js';
import { areaSummary } from '../area-summary.js';
import { type CommandContext } from '../command-context.js';
import { type MomentOptions, askedOf, withMoment } from '../moment-options.js';
import { CommandError, exitCodes, json } from '../output.js';
import { type TextOptions, countryText, programmeText } from '../tables/index.js';

/** What a view shows, as a value and as text. */
interface Shown {
  readonly view: unknown;
  readonly text: () => Promise<string> | string;
}

const showProgramme = async (runtime: Runtime, id: string, asked: Asked, options: TextOptions): Promise<Shown> => {
  const view = await readProgramme(runtime, id, asked);
  if (view.programme === null)
    throw new CommandError(
      'not-found',
      `Nothing is known of a programme ${id} at that moment. vaihe as-of lists the programmes that are.`,
    );
  return { view, text: () => programmeText(view, options) };
};

const show = async (runtime: Runtime, what: string | undefined, asked: Asked, options: TextOptions): Promise<Shown> => {
  if (what === undefined) {
    const view = await readCountry(runtime, asked);
    return { view, text: () => countryText(view, options) };
  }
  if (!/^\d{2}$/.test(what)) return showProgramme(runtime, what, asked, options);
  return { view: await readArea(runtime, what, asked), text: () => areaSummary(runtime, what, asked, options) };
};

/** `vaihe as-of [area or programme]`. */
export const asOfCommand = (program: Command, context: CommandContext): void => {
  withMoment(program.command('as-of'))
    .description('an area, a programme or the whole country on a day, as it was known on another')
    .argument('[what]', 'code of an area (04) or id of a programme; without it the country')
    .addHelpText(
      'after',
      '\nExample:\n  vaihe as-of vake-restructuring --on 2021-06-25 --known 2021-06-22 --basis source',
    )
    .action((what: string | undefined, options: MomentOptions) =>
      context.run(async (runtime, output) => {
        const shown = await show(runtime, what, askedOf(runtime.clock, options), { ...output, lang: options.lang });
        output.result(options.json ? json(shown.view) : await shown.text());
        return exitCodes.ok;
      }),
    );
};
