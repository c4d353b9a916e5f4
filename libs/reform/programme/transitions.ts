import { type StepInput, defineKind, row } from '../kinds/define-kind.js';
import { inProgramme, workWithin } from '../kinds/keys.js';
import { pick, textAt } from '../kinds/read.js';

const launch = [
  'name',
  'reform',
  'area',
  'period',
  'funder',
  'grantShare',
  'coordinator',
  'partners',
  'measuresInTotal',
  'sister',
  'aim',
  'monitoring',
  'figures',
];

/** A programme that is known by its plan alone (sources tell lives from the middle) can be launched once more. */
const launched = ({ state, data }: StepInput) => (state && 'name' in state ? null : pick(data, launch));
const planned = ({ data }: StepInput) => ({ plan: textAt(data, 'version') });

/** A funded project of one area. */
export const programmeKind = defineKind({
  kind: 'programme',
  statuses: ['launched', 'closed'],
  steering: [],
  keys: (data, stream) => {
    const [area, reform] = [textAt(data, 'area'), textAt(data, 'reform')];
    const within = {
      programme: stream.programme,
      ...(area === '' ? {} : { area }),
      ...(reform === '' ? {} : { reform }),
    };
    return [{ key: stream.programme, within }];
  },
  transitions: [
    row('programme-launched', [null, 'launched'], 'launched', launched),
    row('plan-adopted', [null, 'launched'], 'launched', planned),
    row('plan-revised', [null, 'launched'], 'launched', planned),
    row('programme-closed', [null, 'launched'], 'closed'),
  ],
});

const edition = ({ data }: StepInput) => pick(data, ['version', 'dated', 'body', 'headings', 'figures', 'rules']);

/** An edition of a programme's plan. */
export const planKind = defineKind({
  kind: 'plan',
  statuses: ['revised', 'adopted'],
  steering: [],
  keys: (data, stream) => inProgramme(data, stream, ['version']),
  transitions: [
    row('plan-revised', [null], 'revised', edition),
    row('plan-adopted', [null, 'revised'], 'adopted', edition),
  ],
});

/** A part of a programme; defined again where a plan renames it. */
export const subAreaKind = defineKind({
  kind: 'sub-area',
  statuses: ['defined'],
  steering: [],
  keys: (data, stream) => inProgramme(data, stream, ['key']),
  transitions: [
    row('sub-area-defined', [null, 'defined'], 'defined', ({ data }) => pick(data, ['name', 'coordinator'])),
  ],
});

/** What a programme depends on. */
export const dependencyKind = defineKind({
  kind: 'dependency',
  statuses: ['declared'],
  steering: [],
  keys: (data, stream) => inProgramme(data, stream, ['key']),
  transitions: [row('dependency-declared', [null, 'declared'], 'declared', ({ data }) => pick(data, ['on', 'what']))],
});

/** A goal, benefit or theme of a programme. */
export const targetKind = defineKind({
  kind: 'target',
  statuses: ['set', 'dropped'],
  steering: [],
  keys: (data, stream) =>
    inProgramme(data, stream, ['key']).map(({ key }) => ({ key, within: workWithin(data, stream) })),
  transitions: [
    row('target-set', [null, 'set', 'dropped'], 'set', ({ data }) =>
      pick(data, ['what', 'category', 'within', 'subArea']),
    ),
    row('target-dropped', [null, 'set'], 'dropped', ({ data }) => pick(data, ['reason'])),
  ],
});

/** A report on goals and benefits. */
export const assessmentKind = defineKind({
  kind: 'assessment',
  statuses: ['filed'],
  steering: [],
  keys: (data, stream) =>
    inProgramme(data, stream, ['key']).map(({ key }) => ({ key, within: workWithin(data, stream) })),
  transitions: [
    row('assessment-filed', [null], 'filed', ({ data }) =>
      pick(data, ['what', 'by', 'subArea', 'outcome', 'continues', 'summary', 'figures']),
    ),
  ],
});
