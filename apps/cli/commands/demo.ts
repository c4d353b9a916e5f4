import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Command } from 'commander';
import { type InputFile, readProgrammeFile } from '#import';
import { readCountry } from '../../runtime/queries/views.js';
import { type OpenRuntime } from '../../runtime/open-runtime.js';
import { type CommandContext } from '../command-context.js';
import { examplesFolder } from '../examples-folder.js';
import { fileErrorsText, importText } from '../import-text.js';
import { CommandError, type Output } from '../output.js';
import { readInput } from '../read-input.js';
import { openingsText } from '../tables/index.js';
import { areaSummary } from '../area-summary.js';
import { importFiles } from './import.js';
import { type ServeOptions, serve } from './serve.js';
import { openingsOf } from '../../runtime/queries/openings.js';

const exampleFiles = async (): Promise<readonly InputFile[]> => {
  const folder = examplesFolder();
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  return Promise.all(names.map((name) => readInput(join(folder, name))));
};

/** Reads the shortest file once, so that the schema of programme files is compiled while the database starts. */
const compileSchema = (): void => {
  void exampleFiles().then((files) => {
    const [shortest] = [...files].sort((a, b) => a.content.length - b.content.length);
    if (shortest) readProgrammeFile(shortest.name, shortest.content);
  });
};

const importExample = async (runtime: OpenRuntime, output: Output): Promise<void> => {
  const files = await exampleFiles();
  const report = await importFiles(runtime, files, {}, output);
  if (report.status === 'refused') throw new CommandError('example-refused', fileErrorsText(report.errors));
  output.result(importText({ ...report, types: {}, items: [] }));
};

/** What the demonstration shows at the terminal: which gates opened on which day, and a table per area. */
const show = async (runtime: OpenRuntime, output: Output): Promise<void> => {
  const today = runtime.clock.now().day;
  const asked = runtime.asked(today);
  const terminal = { ...output, lang: 'en' as const };
  output.result(openingsText(await openingsOf(runtime, asked), terminal));
  const country = await readCountry(runtime, asked);
  for (const { id } of country.areas.filter(({ programmes }) => programmes.length > 0))
    output.result(await areaSummary(runtime, id, asked, terminal));
};

/** `vaihe demo`. */
export const demoCommand = (program: Command, context: CommandContext): void => {
  program
    .command('demo')
    .description('import the example of Finland 2020, show what follows from it, and serve it')
    .option('--port <port>', 'port to listen on (default: PORT, else 3000)')
    .addHelpText('after', '\nExamples:\n  vaihe demo\n  vaihe demo --port 3001')
    .action((options: ServeOptions) =>
      serve(context, options, { meanwhile: compileSchema, before: importExample, after: show }),
    );
};
