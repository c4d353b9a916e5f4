import { type JsonObject } from '#event-store';
import { type Statement, everyFile } from '../items/statement.js';
import { type Difference, differencesOf } from './differences.js';
import { type Ledger, type Recorded } from './recorded.js';

/**
 * What becomes of an item. `changed` is offered as a correction. `conflict`: the key is taken by a statement of another
 * stream or type, which no correction can turn into this one. `retracted`: somebody took it back, which is final.
 * `removed`: the ledger has it and the file no more; it is listed and never retracted by an import.
 */
export type PlannedItem =
  | { readonly status: 'new' | 'same'; readonly statement: Statement }
  | {
      readonly status: 'changed';
      readonly statement: Statement;
      readonly recorded: Recorded;
      readonly differences: readonly Difference[];
    }
  | { readonly status: 'conflict' | 'retracted'; readonly statement: Statement; readonly recorded: Recorded }
  | { readonly status: 'removed'; readonly recorded: Recorded };

const nameOf = ({ scope, item }: { readonly scope: string; readonly item: string }): string => `${scope}/${item}`;

const contentOf = ({ occurred, source, learned, data }: Statement | Recorded): JsonObject => ({
  occurred,
  source: source && { id: source.id, locator: source.locator },
  learned,
  data,
});

const isOwnWithdrawal = (recorded: Recorded, stated: ReadonlyMap<string, Statement>, ledger: Ledger): boolean => {
  const name = `${nameOf(recorded)}/withdrawn`;
  return stated.has(name) && ledger.items.get(name)?.id === recorded.retractedBy;
};

const planned = (statement: Statement, stated: ReadonlyMap<string, Statement>, ledger: Ledger): PlannedItem => {
  const recorded = ledger.items.get(nameOf(statement));
  if (!recorded) return { status: 'new', statement };
  if (recorded.retractedBy !== null && !isOwnWithdrawal(recorded, stated, ledger))
    return { status: 'retracted', statement, recorded };
  if (recorded.stream !== statement.stream || recorded.type !== statement.type)
    return { status: 'conflict', statement, recorded };
  const differences = differencesOf(contentOf(recorded), contentOf(statement));
  if (differences.length === 0) return { status: 'same', statement };
  // Neither a withdrawal nor what was withdrawn can be corrected.
  const fixed = statement.type === 'event-retracted' || recorded.retractedBy !== null;
  return fixed ? { status: 'conflict', statement, recorded } : { status: 'changed', statement, recorded, differences };
};

const isPublication = ({ type }: Statement): boolean =>
  type === 'definition-published' || type === 'calendar-published';

/**
 * A case that runs already goes on under the definition that it was started with: a newer one that is shipped since is a
 * migration, which a file does not ask for. What no case of the run needs to start is not published again.
 */
const asRunning = (statements: readonly Statement[], ledger: Ledger): readonly Statement[] => {
  const isStart = ({ type }: Statement): boolean => type === 'workflow-started';
  const running = (statement: Statement): JsonObject | undefined =>
    isStart(statement) ? ledger.items.get(nameOf(statement))?.data : undefined;
  const starting = new Set(
    statements.filter((statement) => isStart(statement) && !running(statement)).map(({ scope }) => scope),
  );
  // A file's publications stand right before its start.
  const scopeOfPublication = (index: number): string =>
    statements.slice(index).find((statement) => isStart(statement))?.scope ?? everyFile;
  return statements.flatMap((statement, index) => {
    if (isPublication(statement))
      return ledger.items.has(nameOf(statement)) || starting.has(scopeOfPublication(index)) ? [statement] : [];
    const data = running(statement);
    if (!data) return [statement];
    const { definition = null, calendar = null } = data;
    return [{ ...statement, data: { ...statement.data, definition, calendar } }];
  });
};

/**
 * What an import of some files' statements would do to a ledger: pure, and the same for the same two. The statements of a
 * file that was imported as it stands are all `same`.
 */
export const planImport = (
  statements: readonly Statement[],
  scopes: ReadonlySet<string>,
  ledger: Ledger,
): readonly PlannedItem[] => {
  const stated = new Map<string, Statement>();
  // Several files may cite one source or use one definition: the first states it.
  for (const statement of asRunning(statements, ledger))
    if (!stated.has(nameOf(statement))) stated.set(nameOf(statement), statement);
  const removed = [...ledger.items.values()].filter(
    (recorded) =>
      recorded.scope !== everyFile &&
      scopes.has(recorded.scope) &&
      recorded.retractedBy === null &&
      !stated.has(nameOf(recorded)),
  );
  return [
    ...[...stated.values()].map((statement) => planned(statement, stated, ledger)),
    ...removed.map((recorded): PlannedItem => ({ status: 'removed', recorded })),
  ];
};
