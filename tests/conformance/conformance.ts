import { describe, test } from '@jest/globals';
import { EventStoreError, type EventStore } from '#event-store';

/** A store under test. */
export interface Subject {
  /** Opens a further instance on the same ledger, as another process would; closed at the end of the case. */
  readonly open: () => EventStore;
}

/** One sentence about every store, and what shows it. */
export interface ConformanceCase {
  readonly name: string;
  readonly run: (subject: Subject) => Promise<void>;
}

/** Cases that an adapter does not run, each with its reason. */
export type Skips = Readonly<Record<string, string>>;

const runOne = async (run: ConformanceCase['run'], { open }: Subject): Promise<void> => {
  const opened: EventStore[] = [];
  const openHere = (): EventStore => {
    const store = open();
    opened.push(store);
    return store;
  };
  try {
    await run({ open: openHere });
  } finally {
    for (const store of opened) await store.close();
  }
};

/** Runs named cases; a skip shows its reason. */
export const runCases = (
  group: string,
  cases: readonly ConformanceCase[],
  { subject, skips }: { readonly subject: Subject; readonly skips: Skips },
): void => {
  describe(group, () => {
    for (const { name, run } of cases) {
      const reason = skips[name];
      if (reason === undefined) test(name, () => runOne(run, subject));
      else test.skip(`${name} (skipped: ${reason})`, () => undefined);
    }
  });
};

/** What an act was refused with, whole, or a word that equals no refusal. */
export const refusalOf = async (act: Promise<unknown>): Promise<unknown> => {
  try {
    await act;
  } catch (error) {
    if (!(error instanceof EventStoreError)) throw error;
    return { code: error.code, persistence: error.persistence, fields: error.fields };
  }
  return 'not refused';
};
