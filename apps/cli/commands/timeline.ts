import { type Command } from 'commander';
import { readArea } from '../../runtime/queries/views.js';
import { type CommandContext } from '../command-context.js';
import { areaCode } from '../codes.js';
import { type MomentOptions, askedOf, withMoment } from '../moment-options.js';
import { exitCodes, json } from '../output.js';
import { timelineText } from '../tables/index.js';

/** `vaihe timeline <area>`. */
export const timelineCommand = (program: Command, context: CommandContext): void => {
  withMoment(program.command('timeline'))
    .description('the timeline of an area: phases, measures, milestones, roll-outs, transfers, law events')
    .argument('<area>', 'code of the area, e.g. 04')
    .addHelpText('after', '\nExample:\n  vaihe timeline 01 --on 2021-11-15 --known 2022-03-22 --basis source')
    .action((area: string, options: MomentOptions) =>
      context.run(async (runtime, output) => {
        const view = await readArea(runtime, areaCode(area), askedOf(runtime.clock, options));
        output.result(options.json ? json(view) : timelineText(view, { ...output, lang: options.lang }));
        return exitCodes.ok;
      }),
    );
};
