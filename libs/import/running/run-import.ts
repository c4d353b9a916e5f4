import { type EventStore, type Position, catchUp } from '#event-store';
import { type TextStore, checkFreeText } from '#reform';
import { type Digest } from '../items/ids.js';
import { type PlannedItem, planImport } from '../planning/plan-import.js';
import { type LedgerReading, readLedger } from '../planning/recorded.js';
import { type FileError, fileErrors } from '../reading/file-error.js';
import { type Ready, type Recording, correctionOf, eventOfItem } from './envelopes.js';
import { type FileSummary, summaries, tallyTypes } from './summary.js';
import { type InputFile, readFiles } from './read-files.js';
import { recordAll } from './record.js';

/** What an import needs from outside; nothing here reads a clock or a disk. */
export interface ImportDeps {
  readonly store: EventStore;
  readonly texts: Pick<TextStore, 'put'>;
  /** The moment of recording, see `Envelope.recordedAt`. */
  readonly stamp: () => string;
  /** A new UUID: the correlation of the run. */
  readonly newId: () => string;
  /** SHA-256 of a text's UTF-8, in hex. */
  readonly digest: Digest;
  /** Release of the software. */
  readonly release: string;
}

/** How far a run is. */
export interface ImportProgress {
  readonly recorded: number;
  readonly total: number;
}

export interface ImportOptions {
  /** Pseudonymous id of who imports. */
  readonly actor: string;
  readonly actingFor?: string | null;
  /** Plans and reports, and writes nothing. */
  readonly preview?: boolean;
  /** Records what changed as corrections, for this reason; without it they are only listed. */
  readonly applyChanges?: { readonly reason: string };
  readonly onProgress?: (progress: ImportProgress) => void;
}

/** What came of an import. */
export type ImportReport =
  /** Something is wrong with a file: nothing was read of the ledger or written to it. */
  | { readonly status: 'refused'; readonly errors: readonly FileError[] }
  | {
      readonly status: 'previewed' | 'recorded';
      readonly files: readonly FileSummary[];
      /** Every item, those that are the same included. */
      readonly items: readonly PlannedItem[];
      /** Events that were recorded, or in a preview would be, by type. */
      readonly types: Readonly<Record<string, number>>;
      readonly recorded: number;
      /** Position of the last event recorded, or null where none was. */
      readonly position: Position | null;
    };

const scan = async (store: EventStore, scopes: ReadonlySet<string>): Promise<LedgerReading> => {
  const ledger = readLedger(scopes);
  await catchUp(store, { after: null, batchSize: 1000 }, async (page) => ledger.absorb(page));
  return ledger;
};

const toRecord = (plan: readonly PlannedItem[], recording: Recording, reason: string | null): readonly Ready[] =>
  plan.flatMap((item) => {
    if (item.status === 'new') return [eventOfItem(recording, item.statement)];
    return item.status === 'changed' && reason !== null ? [correctionOf(recording, item, reason)] : [];
  });

/** What is wrong with the reason of a correction; it stands in no file. */
const reasonErrors = ({ applyChanges }: ImportOptions): readonly FileError[] => {
  const problem = applyChanges ? checkFreeText(applyChanges.reason, '/reason') : null;
  if (!problem) return [];
  const code = problem.code === 'personal-data' ? 'personal-data' : 'bad-form';
  const message =
    code === 'personal-data'
      ? `The reason of the correction seems to hold personal data (${problem.expected}).`
      : `The reason of the correction is not valid: give ${problem.expected}.`;
  return fileErrors('', [{ line: 1, column: 1, path: problem.path, code, message }]);
};

/**
 * Imports programme files. All are read first, and if anything is wrong with any of them nothing is written. New items
 * become facts; changed ones are listed, or corrected where that is asked for with a reason; removed ones are listed. An
 * import that was interrupted goes on where it stopped when it is run again: each item has the id of its own event.
 */
export const runImport = async (
  deps: ImportDeps,
  inputs: readonly InputFile[],
  options: ImportOptions,
): Promise<ImportReport> => {
  const read = readFiles(inputs, deps.digest);
  const errors = [...reasonErrors(options), ...('errors' in read ? read.errors : [])];
  if ('errors' in read || errors.length > 0) return { status: 'refused', errors };
  const scopes = new Set(read.files.map(({ file }) => file.content.scope));
  const ledger = await scan(deps.store, scopes);
  const items = planImport(
    read.files.flatMap(({ statements }) => statements),
    scopes,
    ledger,
  );
  const { stamp, digest, release } = deps;
  const { actor, actingFor = null } = options;
  const recording = { actor, actingFor, correlation: deps.newId(), release, digest, stamp };
  const events = toRecord(items, recording, options.applyChanges?.reason ?? null);
  const report = { files: summaries(read.files, items), items, types: tallyTypes(events) };
  if (options.preview) return { status: 'previewed', ...report, recorded: 0, position: null };
  let recorded = 0;
  const position = await recordAll(
    {
      ...{ store: deps.store, texts: deps.texts, recording, versions: ledger.versions },
      onRecorded: (count) => {
        recorded += count;
        options.onProgress?.({ recorded, total: events.length });
      },
    },
    events,
  );
  return { status: 'recorded', ...report, recorded, position };
};
