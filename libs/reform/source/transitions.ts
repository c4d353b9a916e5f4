import { defineKind, row } from '../kinds/define-kind.js';
import { pick } from '../kinds/read.js';

/** A source; registered again where it was read again. */
export const sourceKind = defineKind({
  kind: 'source',
  statuses: ['registered'],
  steering: [],
  keys: (_, stream) => [{ key: stream.id, within: {} }],
  transitions: [
    row('source-registered', [null, 'registered'], 'registered', ({ data }) =>
      pick(data, ['title', 'knownFrom', 'dated', 'created', 'revisions', 'link', 'digest', 'words']),
    ),
  ],
});
