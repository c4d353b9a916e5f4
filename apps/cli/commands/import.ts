import { type Command } from 'commander';
import { type ImportReport, type InputFile, runImport } from '#import';
import { type OpenRuntime } from '../../runtime/open-runtime.js';
import { type CommandContext } from '../command-context.js';
import { fileErrorsText, importText } from '../import-text.js';
import { CommandError, type ExitCode, type Output, exitCodes, json } from '../output.js';
import { readInput } from '../read-input.js';

interface ImportCommandOptions {
  readonly preview?: boolean;
  readonly applyChanges?: boolean;
  readonly reason?: string;
  readonly json?: boolean;
}

/** Pseudonymous id under which the command line records. */
export const commandLineActor = 'command-line';

const exitCodeOf = (report: ImportReport, { applyChanges }: ImportCommandOptions): ExitCode => {
  if (report.status === 'refused') return exitCodes.error;
  const attention = report.items.some(({ status }) => status === 'removed' || status === 'conflict');
  const changed = report.items.some(({ status }) => status === 'changed');
  return attention || (changed && (report.status === 'previewed' || !applyChanges)) ? exitCodes.finding : exitCodes.ok;
};

const changesOf = ({ applyChanges, reason }: ImportCommandOptions) => {
  if (!applyChanges && reason !== undefined)
    throw new CommandError(
      'reason-without-changes',
      '--reason goes with --apply-changes: without it nothing is corrected.',
    );
  if (!applyChanges) return {};
  if (!reason)
    throw new CommandError('reason-missing', 'Corrections need a reason: --apply-changes --reason "what was wrong".');
  return { applyChanges: { reason } };
};

/** Imports files into an open ledger and brings views and cases up to date. */
export const importFiles = async (
  runtime: OpenRuntime,
  files: readonly InputFile[],
  options: ImportCommandOptions,
  output: Output,
): Promise<ImportReport> => {
  const report = await runImport({ ...runtime.commands, texts: runtime.texts }, files, {
    actor: commandLineActor,
    preview: options.preview ?? false,
    ...changesOf(options),
    onProgress: ({ recorded, total }) => output.progress(`recorded ${recorded} of ${total} events`),
  });
  if (report.status === 'recorded' && report.recorded > 0)
    await runtime.settle((events) => output.progress(`read ${events} events into the views`));
  return report;
};

/** `vaihe import <files...>`. */
export const importCommand = (program: Command, context: CommandContext): void => {
  program
    .command('import')
    .description('import programme files; the same file again records nothing')
    .argument('<files...>', 'programme files, YAML or JSON')
    .option('--preview', 'show what would be new, changed and removed; write nothing')
    .option('--apply-changes', 'record changed items as corrections')
    .option('--reason <text>', 'why the changed items are corrected')
    .option('--json', 'print the report as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  vaihe import --preview examples/finland-2020/*.yaml\n  vaihe import examples/finland-2020/*.yaml\n\nExit code 1: something was changed, removed or in conflict and was left as it is.',
    )
    .action(async (names: string[], options: ImportCommandOptions) => {
      await context.run(async (runtime, output) => {
        const files = await Promise.all(names.map(readInput));
        const report = await importFiles(runtime, files, options, output);
        if (options.json) output.result(json(report));
        else if (report.status === 'refused') output.note(fileErrorsText(report.errors));
        else output.result(importText(report));
        return exitCodeOf(report, options);
      });
    });
};
