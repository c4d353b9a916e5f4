import { type StepInput, defineKind, row } from '../kinds/define-kind.js';
import { inProgramme } from '../kinds/keys.js';
import { pick, textAt } from '../kinds/read.js';

const charter = ({ data }: StepInput) =>
  pick(data, ['name', 'meets', 'role', 'decides', 'decidesOn', 'mandateFrom', 'mandateUntil', 'withoutVote']);

/** A body that decides or follows. */
export const bodyKind = defineKind({
  kind: 'body',
  statuses: ['established', 'ended'],
  steering: [],
  keys: (data, stream) => inProgramme(data, stream, ['key']),
  transitions: [
    row('body-established', [null, 'ended'], 'established', charter),
    row('body-ended', [null, 'established'], 'ended'),
  ],
});

/** A seat of a body. */
export const seatKind = defineKind({
  kind: 'seat',
  statuses: ['filled', 'vacant'],
  steering: [],
  keys: (data, stream) =>
    inProgramme(data, stream, ['body', 'seat']).map(({ key, within }) => ({
      key,
      within: { ...within, body: textAt(data, 'body') },
    })),
  transitions: [
    row('seat-filled', [null, 'vacant'], 'filled', ({ data }) => pick(data, ['role', 'holder', 'votes'])),
    row('seat-vacated', [null, 'filled'], 'vacant', () => ({ holder: null })),
  ],
});
