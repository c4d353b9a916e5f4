import { type JsonObject, type Position, type SourceReference } from '#event-store';
import { type Day } from './day.js';
import { type Interval } from './edtf.js';

/** A fact or directive as it stands in F(K): the last statement known of it, in the place of its original (rule 4). */
export interface EffectiveFact {
  /** Id of the original event; what `because` cites. */
  readonly id: string;
  readonly type: string;
  readonly schema: number;
  readonly stream: string;
  readonly nature: 'fact' | 'directive';
  /** The original's position: its place in the order. */
  readonly position: Position;
  /** Id and position of the event that states it as it now stands: the original or its last correction. */
  readonly statedBy: string;
  readonly statedAt: Position;
  /** The day the present statement was learned, and the day the original was. */
  readonly learned: Day;
  readonly firstLearned: Day;
  readonly recorded: Day;
  /** As stated (EDTF), or null without a date. */
  readonly occurred: string | null;
  readonly interval: Interval;
  /** Finding *date after its source*. */
  readonly afterSource: boolean;
  readonly source: SourceReference | null;
  readonly actor: string;
  readonly data: JsonObject;
}
