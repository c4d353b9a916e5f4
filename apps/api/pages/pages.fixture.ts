import { type AreaTimeline, type ItemView, type Possibly, type ProgrammeTimeline, type ViewMoment } from '#views';

/** A text that would be markup, leave its attribute or run, if anything let it. */
export const hostile = `"><script>alert('x')</script><img src=x onerror=alert(1)>&\u0000`;

export const moment: ViewMoment = {
  on: '2021-06-25',
  known: { basis: 'source', day: '2021-06-25' },
  position: '42',
  foreseen: false,
};

const certain = <T>(value: T): Possibly<T> => ({ certain: true, values: [value] });

/** A phase under a hostile name. */
export const phase: ItemView = {
  id: `p/phase:${hostile}`,
  programme: hostile,
  key: `phase:${hostile}`,
  kind: 'phase',
  of: hostile,
  names: { en: hostile },
  state: 'open',
  since: '2021-06-23',
  possibleSince: '2021-06-01',
  due: null,
  earliestDue: null,
  unconfirmed: true,
  because: [{ event: hostile, type: hostile, stream: hostile, when: null }],
  announced: { state: hostile, since: null, due: null },
};

const programme: ProgrammeTimeline = {
  id: hostile,
  name: { en: hostile },
  status: certain<string | null>(hostile),
  reform: hostile,
  area: hostile,
  period: { stated: hostile, earliest: null, latest: null, by: null },
  funder: hostile,
  case: { definition: { key: hostile, hash: '', names: {} }, phases: [phase], gates: [], deadlines: [], tasks: [] },
  counts: { stated: 28, listed: 0, byStatus: [{ status: hostile, certain: 1, possible: 1 }] },
  measures: [
    {
      id: hostile,
      programme: hostile,
      key: hostile,
      title: { sv: hostile },
      letter: hostile,
      subArea: hostile,
      phases: certain([hostile]),
      status: { certain: false, values: [hostile, null] },
      outcome: certain<string | null>(hostile),
      owner: certain<string | null>(hostile),
      reason: { fi: hostile },
      schedule: null,
      startsOn: hostile,
      refinedOn: null,
      after: null,
      told: [{ type: hostile, by: hostile, event: hostile }],
    },
  ],
  milestones: [],
  pilots: [],
  rollouts: [],
  lanes: [
    {
      id: hostile,
      kind: 'measure',
      names: { en: hostile },
      letter: null,
      spans: [{ from: '2020-01-01', to: null, states: [hostile], certain: false }],
    },
  ],
};

/** An area all of whose texts are hostile. */
export const hostileArea: AreaTimeline = {
  view: 'area-timeline',
  moment,
  area: { id: hostile, name: { en: hostile }, status: certain<string | null>(null) },
  municipalities: [
    {
      id: hostile,
      code: hostile,
      name: {},
      status: certain<string | null>('member'),
      languages: [],
      movedTo: hostile,
      told: [],
    },
  ],
  reforms: [{ id: hostile, name: { fi: hostile }, status: certain<string | null>('passed'), transferDate: hostile }],
  programmes: [programme],
  responsibilities: [],
  unconfirmed: [],
  entries: [
    {
      id: hostile,
      type: hostile,
      typeName: {},
      when: { stated: null, earliest: null, latest: '2021-06-21', by: '2021-06-21' },
      stands: 'happened',
      foreseen: true,
      learned: '2021-06-21',
      afterSource: true,
      corrected: true,
      law: false,
      programme: hostile,
      measure: null,
      what: { en: hostile },
      municipality: hostile,
      source: { id: hostile, locator: null },
      position: '1',
    },
  ],
  findings: [{ id: hostile, rule: hostile, entity: hostile, programme: null, text: {}, because: [] }],
  organisations: {},
};
