import { type Command } from 'commander';
import { type EventStore } from '#event-store';
import { positionOrStart } from '../../runtime/queries/views.js';
import { type CommandContext } from '../command-context.js';
import { CommandError, exitCodes } from '../output.js';

interface EventsOptions {
  readonly stream?: string;
  readonly type?: string;
  readonly after?: string;
  readonly limit?: string;
}

/** Events read from the store at once. */
const page = 1000;

const limitOf = ({ limit }: EventsOptions): number => {
  if (limit === undefined) return Infinity;
  if (/^\d{1,9}$/.test(limit)) return Number(limit);
  throw new CommandError('not-a-number', '--limit must be a whole number.');
};

const startOf = (store: EventStore, { after }: EventsOptions) => {
  const start = positionOrStart(store, after);
  if (start !== undefined) return start;
  throw new CommandError('not-a-position', '--after must be a position that the ledger gave out, e.g. 42.');
};

/** `vaihe events`: the ledger as JSON Lines, each event's exact text within its position and version. */
export const eventsCommand = (program: Command, context: CommandContext): void => {
  program
    .command('events')
    .description('the ledger as JSON Lines: position, version and the event as it is stored')
    .option('--stream <stream>', 'only events of this stream, e.g. reform-sote-2021')
    .option('--type <type>', 'only events of this type, e.g. laws-passed')
    .option('--after <position>', 'only what follows this position')
    .option('--limit <number>', 'at most so many events')
    .addHelpText('after', '\nExample:\n  vaihe events --stream reform-sote-2021 | head -3')
    .action((options: EventsOptions) =>
      context.run(async ({ store }, output) => {
        let left = limitOf(options);
        let after = startOf(store, options);
        for (;;) {
          const events = await store.readAll({ after, limit: page });
          for (const { position, version, text, envelope } of events) {
            if (left <= 0) return exitCodes.ok;
            if (options.stream !== undefined && envelope.stream !== options.stream) continue;
            if (options.type !== undefined && envelope.type !== options.type) continue;
            output.result(`{"position":"${position}","version":${version},"event":${text}}`);
            left -= 1;
          }
          const last = events.at(-1);
          if (last === undefined || !(await output.taken())) return exitCodes.ok;
          after = last.position;
        }
      }),
    );
};
