import { type Condition } from '../condition.js';
import { type DeadlineTemplate, type GateTemplate, type LapseRule } from '../definition.js';

/** A condition of the case's reform: a fact of the type is there. */
export const reformSays = (type: string): Condition => ({ fact: { type, of: '$reform' } });

/** From the first day of the case. */
export const fromStart: Condition = { date: { on: '$start' } };

/** The programme has been closed. */
export const programmeClosed: Condition = { state: { of: '$programme', is: ['closed'] } };

const whereItWaits = (attribute: string): Condition => ({
  any: [
    { not: { state: { of: '$member', has: attribute } } },
    { fact: { type: { of: '$member', attribute }, of: '$reform' } },
  ],
});

/** A measure may start: one of its phases is open, and what it waits for in the law-making is there. */
export const startGate: GateTemplate = {
  key: 'start',
  names: { fi: 'Toimenpiteen aloitus', sv: 'Åtgärden får inledas', en: 'Measure may start' },
  on: { kind: 'measure', within: { programme: '$programme' }, having: ['phases'] },
  opens: { all: [{ open: { phase: { of: '$member', attribute: 'phases' } } }, whereItWaits('startsOn')] },
  guards: 'started',
};

/** A measure may be refined: what its refinement waits for is there. */
export const refinementGate: GateTemplate = {
  key: 'refinement',
  names: { fi: 'Toimenpiteen tarkennus', sv: 'Åtgärden får preciseras', en: 'Measure may be refined' },
  on: { kind: 'measure', within: { programme: '$programme' }, having: ['refinedOn'] },
  opens: { fact: { type: { of: '$member', attribute: 'refinedOn' }, of: '$reform' } },
};

const dueOf = (kind: string): Pick<DeadlineTemplate, 'on' | 'anchors'> => ({
  on: { kind, within: { programme: '$programme' } },
  anchors: [
    { attribute: { of: '$member', attribute: 'due' } },
    { fact: { type: { of: '$member', attribute: 'after' } } },
  ],
});

/** Due days of what a plan promises: from its own date, or from the event that it is bound to. */
export const planDeadlines: readonly DeadlineTemplate[] = [
  {
    key: 'milestone',
    names: { fi: 'Virstanpylväs', sv: 'Milstolpe', en: 'Milestone' },
    ...dueOf('milestone'),
    met: { state: { of: '$member', is: ['reached'] } },
    drop: { state: { of: '$member', is: ['dropped'] } },
    remind: ['P14D'],
    escalate: [{ after: 'P14D', to: 'steering' }],
  },
  {
    key: 'rollout',
    names: { fi: 'Käyttöönotto', sv: 'Ibruktagande', en: 'Roll-out' },
    ...dueOf('rollout'),
    met: { state: { of: '$member', is: ['started', 'completed'] } },
    remind: ['P14D'],
  },
  {
    key: 'pilot',
    names: { fi: 'Pilotti', sv: 'Pilotprojekt', en: 'Pilot' },
    ...dueOf('pilot'),
    met: { state: { of: '$member', is: ['running', 'evaluated', 'ended'] } },
    remind: ['P14D'],
  },
];

const openMeasures: LapseRule['members'] = {
  kind: 'measure',
  within: { programme: '$programme' },
  is: ['planned', 'started', 'suspended', 'deferred'],
};

/** What becomes of open measures when the reform has ended, for work that only the reform asked for. */
export const lapseOfReform: LapseRule = {
  of: '$reform',
  ways: { withdrawn: 'park', rejected: 'stop', lapsed: 'park', superseded: 'hand-back' },
  members: openMeasures,
};

/** The same for work that goes on without the reform. */
export const lapseWithoutEffect: LapseRule = {
  of: '$reform',
  ways: { withdrawn: 'continue', rejected: 'continue', lapsed: 'continue', superseded: 'hand-back' },
  members: openMeasures,
};
