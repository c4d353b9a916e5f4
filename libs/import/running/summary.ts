import { type PlannedItem } from '../planning/plan-import.js';
import { type Ready } from './envelopes.js';
import { type StatedFile } from './read-files.js';

/** How many items of a file there are of each status. */
export interface FileSummary {
  readonly file: string;
  readonly scope: string;
  readonly counts: Readonly<Record<PlannedItem['status'], number>>;
}

const scopeOf = (item: PlannedItem): string => (item.status === 'removed' ? item.recorded.scope : item.statement.scope);

const count = (items: readonly PlannedItem[]): FileSummary['counts'] => {
  const counts = { new: 0, same: 0, changed: 0, conflict: 0, retracted: 0, removed: 0 };
  for (const { status } of items) counts[status] += 1;
  return counts;
};

/** The counts of each file; what several files may state counts where it stands first. */
export const summaries = (files: readonly StatedFile[], items: readonly PlannedItem[]): readonly FileSummary[] =>
  files.map(({ file, statements }) => {
    const own = new Set(statements);
    const { scope } = file.content;
    return {
      file: file.name,
      scope,
      counts: count(
        items.filter((item) => scopeOf(item) === scope || ('statement' in item && own.has(item.statement))),
      ),
    };
  });

/** Events by type, in order of type. */
export const tallyTypes = (events: readonly Ready[]): Readonly<Record<string, number>> => {
  const counts = new Map<string, number>();
  for (const { envelope } of events) counts.set(envelope.type, (counts.get(envelope.type) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
};
