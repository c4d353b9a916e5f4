#!/usr/bin/env node
import { Command } from 'commander';
import { release } from '../runtime/release.js';
import { processContext } from './command-context.js';
import { asOfCommand } from './commands/as-of.js';
import { demoCommand } from './commands/demo.js';
import { diffCommand } from './commands/diff.js';
import { eventsCommand } from './commands/events.js';
import { explainCommand } from './commands/explain.js';
import { importCommand } from './commands/import.js';
import { rebuildCommand } from './commands/rebuild.js';
import { serveCommand } from './commands/serve.js';
import { timelineCommand } from './commands/timeline.js';
import { exitCodes, processOutput } from './output.js';

const program = new Command('vaihe')
  .description('The preparation of public reforms: what is true on a day, as known at a moment.')
  .version(release)
  .showHelpAfterError('(vaihe --help shows what there is)')
  .addHelpText(
    'after',
    '\nData lies in ./var (VAIHE_DATA), or on the server that DATABASE_URL names.\nExit codes: 0 fine, 1 there is something to look at, 2 it could not be done.',
  )
  .exitOverride((error) => {
    // commander ends with 1 on bad arguments; that code means a finding here.
    process.exit(error.exitCode === 0 ? exitCodes.ok : exitCodes.error);
  });

const context = processContext(processOutput(), process.env);
for (const add of [
  serveCommand,
  demoCommand,
  importCommand,
  timelineCommand,
  asOfCommand,
  diffCommand,
  explainCommand,
  eventsCommand,
  rebuildCommand,
])
  add(program, context);

await program.parseAsync();
