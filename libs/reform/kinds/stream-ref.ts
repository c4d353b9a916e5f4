import { type StreamCategory, streamCategories } from '../catalogue/event-definition.js';

/** A stream's name in its parts. */
export interface StreamRef {
  readonly category: StreamCategory;
  /** All after the first hyphen. */
  readonly id: string;
  /** Of `<programme>/<key>`: the programme; of a programme or case: its id; else ''. */
  readonly programme: string;
  /** Of `<programme>/<key>`: the key; else ''. */
  readonly key: string;
}

const categories: ReadonlySet<string> = new Set(streamCategories);
const ofProgramme: ReadonlySet<string> = new Set(['measure', 'decision', 'risk']);
const id = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}(\/[A-Za-z0-9][A-Za-z0-9._-]{0,79})?$/;

const isKnown = (category: string): category is StreamCategory => categories.has(category);

/** A source may be of a programme or of none. */
const hasItsForm = (category: StreamCategory, slashed: boolean): boolean =>
  category === 'source' || slashed === ofProgramme.has(category);

/** The parts of a stream's name, or null of a name that is none of ours. */
export const streamRef = (stream: string): StreamRef | null => {
  const hyphen = stream.indexOf('-');
  const category = stream.slice(0, Math.max(hyphen, 0));
  const rest = stream.slice(hyphen + 1);
  if (!isKnown(category) || !id.test(rest)) return null;
  const [first = '', second = ''] = rest.split('/');
  if (!hasItsForm(category, second !== '')) return null;
  if (ofProgramme.has(category)) return { category, id: rest, programme: first, key: second };
  return { category, id: rest, programme: category === 'programme' || category === 'case' ? first : '', key: '' };
};
