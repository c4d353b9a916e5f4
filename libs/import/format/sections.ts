/** A section of a programme file that is a list of items of one kind. */
export interface Section {
  /** Name of the field in the file, and first part of its items' keys. */
  readonly name: string;
  /** Event types that its items become; where there are several, the item's `status` tells which. */
  readonly types: Readonly<Record<string, string>>;
  /** Field of the event that holds the item's key, or null where the key is the item's alone. */
  readonly keyField: string | null;
  readonly meaning: string;
}

/** A section of one type. */
const section = (name: string, type: string, keyField: string | null, meaning: string): Section => ({
  name,
  types: { '': type },
  keyField,
  meaning,
});

/** The sections of a programme, in the order in which they are recorded. */
export const sections: readonly Section[] = [
  {
    name: 'plans',
    types: { adopted: 'plan-adopted', revised: 'plan-revised' },
    keyField: 'version',
    meaning: 'Editions of the plan; `key` is the version, `on` the date that the edition bears.',
  },
  section('subAreas', 'sub-area-defined', 'key', 'Sub-areas or workstreams.'),
  section('bodies', 'body-established', 'key', 'Bodies that decide and follow.'),
  section('targets', 'target-set', 'key', 'Aims, themes and targets.'),
  section('dependencies', 'dependency-declared', 'key', 'What the programme depends on.'),
  section(
    'budgets',
    'budget-allocated',
    null,
    'Money of a sub-area as an edition of the plan states it, in whole euros.',
  ),
  section('moves', 'budget-moved', null, 'Money moved from one sub-area to another.'),
  section('expenditures', 'expenditure-recorded', null, 'What a sub-area spent in a period.'),
  section('forecasts', 'forecast-recorded', null, 'What a sub-area is to spend in a period.'),
  section('assessments', 'assessment-filed', 'key', 'Self-assessments, evaluations and stated outcomes.'),
  section('risks', 'risk-identified', null, 'Risks; the key is the risk itself.'),
  section('measures', 'measure-planned', null, 'Measures as planned; the key is the measure itself, never its letter.'),
  section('milestones', 'milestone-set', 'key', 'Milestones as set.'),
  section('deliverables', 'deliverable-produced', 'key', 'What was produced.'),
];

/** Names that a field of an event has in the file, where its own is taken by what all items have. */
export const renamed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'dependency-declared': { on: 'dependsOn' },
};

/** Types that `facts` does not hold: a section or an item of its own states them. */
export const statedElsewhere: ReadonlySet<string> = new Set([
  ...sections.flatMap(({ types }) => Object.values(types)),
  'programme-launched',
  'measure-alias-added',
  'source-registered',
]);
