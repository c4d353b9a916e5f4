import { type Command } from 'commander';
import { explainItem } from '../../runtime/queries/explain.js';
import { eventTypeNames } from '../../runtime/queries/names.js';
import { type CommandContext } from '../command-context.js';
import { type MomentOptions, askedOf, withMoment } from '../moment-options.js';
import { CommandError, exitCodes, json } from '../output.js';
import { explainText } from '../tables/index.js';

/** `vaihe explain <programme> <item>`. */
export const explainCommand = (program: Command, context: CommandContext): void => {
  withMoment(program.command('explain'))
    .description('why a phase, gate or deadline stands as it does, and what would open it')
    .argument('<programme>', 'id of the programme, e.g. vake-restructuring')
    .argument('<item>', 'phase:<key>, gate:<key>[/<entity>] or deadline:<key>[/<entity>]')
    .addHelpText(
      'after',
      '\nExample:\n  vaihe explain vake-restructuring phase:after-laws-passed --on 2021-06-22 --basis source',
    )
    .action((programme: string, item: string, options: MomentOptions) =>
      context.run(async (runtime, output) => {
        const asked = askedOf(runtime.clock, options);
        const explained = await explainItem(runtime, { caseId: programme, item, asked });
        if (explained.status === 'no-case')
          throw new CommandError('not-found', `No case of a programme ${programme} was known at that moment.`);
        if (explained.status === 'no-item')
          throw new CommandError(
            'not-found',
            `The case has no item ${item} on that day. It has:\n  ${explained.items.join('\n  ')}`,
          );
        output.result(
          options.json
            ? json(explained.explanation)
            : explainText(explained.explanation, eventTypeNames, { ...output, lang: options.lang }),
        );
        return exitCodes.ok;
      }),
    );
};
