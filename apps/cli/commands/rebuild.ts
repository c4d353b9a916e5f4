import { type Command } from 'commander';
import { appRole } from '#event-store-postgres';
import { rebuildFactBase } from '#facts';
import { reformDomain } from '#reform';
import { type CommandContext } from '../command-context.js';
import { exitCodes, json } from '../output.js';

/** `vaihe rebuild`. */
export const rebuildCommand = (program: Command, context: CommandContext): void => {
  program
    .command('rebuild')
    .description('make the views anew from the ledger, beside the live ones, compare, and switch')
    .option('--json', 'print the report as JSON')
    .addHelpText(
      'after',
      '\nExample:\n  vaihe rebuild\n\nExit code 1: the old views differed from what the ledger gives. The new ones are in use.',
    )
    .action((options: { readonly json?: boolean }) =>
      context.run(async ({ store, database }, output) => {
        const report = await rebuildFactBase({
          ownerPool: database.ownerPool,
          store,
          domain: reformDomain,
          grantTo: appRole,
          onProgress: (events) => output.progress(`read ${events} events`),
        });
        const differing = report.differences.filter(({ gone, come }) => gone + come > 0);
        const lines = differing.map(({ table, gone, come }) => `  ${table}: ${gone} rows gone, ${come} come`);
        const head =
          differing.length === 0
            ? `Read ${report.events} events. The views were what the ledger gives.`
            : `Read ${report.events} events. The old views differed:`;
        output.result(options.json ? json(report) : [head, ...lines].join('\n'));
        return differing.length === 0 ? exitCodes.ok : exitCodes.finding;
      }),
    );
};
