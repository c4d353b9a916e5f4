import { type JsonObject } from '#event-store';
import { type Day } from '#history';
import { type DeadlineState } from './standing.js';
import { type Truth } from './truth.js';

/** What a day says of an item by itself, without the days before. */
export type Judgement =
  | { readonly kind: 'opening'; readonly state: 'open' | 'shut'; readonly truth: Truth }
  | {
      readonly kind: 'deadline';
      readonly state: DeadlineState;
      readonly due: Day | null;
      readonly earliestDue: Day | null;
      readonly unconfirmed: boolean;
    }
  | { readonly kind: 'task'; readonly state: 'open' | 'closed'; readonly params: JsonObject };
