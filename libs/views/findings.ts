import { type Names } from './names.js';
import { type Reading } from './reading.js';

/** Something that does not fit. */
export interface FindingView {
  /** Key, unique in an answer. */
  readonly id: string;
  /** Rule that it breaks, e.g. `date-after-source`. */
  readonly rule: string;
  /** Entity that it is about; null where it is about the whole. */
  readonly entity: string | null;
  readonly programme: string | null;
  /** What it says. */
  readonly text: Names;
  /** Ids of the events that it rests on. */
  readonly because: readonly string[];
}

/** All findings of a reading, in its order. */
export const findingsOf = ({ findings }: Reading): readonly FindingView[] =>
  findings.map(({ key, rule, entity, within, text, because }) => ({
    id: key,
    rule,
    entity,
    programme: within['programme'] ?? null,
    text,
    because,
  }));
