import { type EventStore } from '#event-store';
import { type FactBase } from '#facts';
import { type Clock } from '#platform';
import { type TextStore } from '#reform';

/** What queries and commands work with, whichever adapters the composition chose. */
export interface Runtime {
  readonly store: EventStore;
  readonly facts: FactBase;
  readonly texts: TextStore;
  readonly clock: Clock;
  /** Release of this software, as the ledger notes it. */
  readonly release: string;
  /** Longest wait of a query for a position to come into the views, in milliseconds; default 5000. */
  readonly patience?: number;
}
