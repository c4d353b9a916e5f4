import { type JsonObject } from '#event-store';
import { type StepInput, defineKind, row } from '../kinds/define-kind.js';
import { ofWork, workWithin } from '../kinds/keys.js';
import { pick, textAt } from '../kinds/read.js';

const identified = ({ data }: StepInput): JsonObject => pick(data, ['what', 'subArea', 'said']);
const timed = (at: StepInput): JsonObject => ({ ...identified(at), ...pick(at.data, ['due', 'after']) });

/** A point to be reached. */
export const milestoneKind = defineKind({
  kind: 'milestone',
  statuses: ['set', 'reached', 'dropped'],
  steering: ['due', 'after'],
  keys: ofWork,
  transitions: [
    row('milestone-set', [null, 'dropped'], 'set', timed),
    row('milestone-rescheduled', [null, 'set'], 'set', timed),
    row('milestone-reached', [null, 'set'], 'reached', identified),
    row('milestone-dropped', [null, 'set'], 'dropped', (at) => ({ ...identified(at), ...pick(at.data, ['reason']) })),
  ],
});

/** Something produced. */
export const deliverableKind = defineKind({
  kind: 'deliverable',
  statuses: ['produced', 'approved'],
  steering: [],
  keys: ofWork,
  transitions: [
    row('deliverable-produced', [null], 'produced', identified),
    row('deliverable-approved', [null, 'produced'], 'approved', (at) => ({
      ...identified(at),
      ...pick(at.data, ['body']),
    })),
  ],
});

/** A trial of a way of working. Planned again: its plan was revised. */
export const pilotKind = defineKind({
  kind: 'pilot',
  statuses: ['planned', 'running', 'evaluated', 'ended'],
  steering: ['due'],
  keys: ofWork,
  transitions: [
    row('pilot-planned', [null, 'planned'], 'planned', timed),
    row('pilot-launched', [null, 'planned'], 'running', identified),
    row('pilot-evaluated', [null, 'running'], 'evaluated', (at) => ({
      ...identified(at),
      ...pick(at.data, ['summary']),
    })),
    row('pilot-ended', [null, 'running', 'evaluated'], 'ended', (at) => ({
      ...identified(at),
      ...pick(at.data, ['reason']),
    })),
  ],
});

const inUse = ({ data }: StepInput): JsonObject => pick(data, ['serviceName', 'subArea', 'said']);

/** The taking into use of a service, municipality by municipality. Planned again: its plan was revised. */
export const rolloutKind = defineKind({
  kind: 'rollout',
  statuses: ['planned', 'started', 'completed'],
  steering: ['due', 'after'],
  keys: (data, stream) => {
    const [service, municipality] = [textAt(data, 'service'), textAt(data, 'municipality')];
    if (service === '' || stream.programme === '') return [];
    const within = { ...workWithin(data, stream), service, ...(municipality === '' ? {} : { municipality }) };
    return [{ key: `${stream.programme}/${service}/${municipality || '-'}`, within }];
  },
  transitions: [
    row('rollout-planned', [null, 'planned'], 'planned', (at) => ({
      ...inUse(at),
      ...pick(at.data, ['due', 'after']),
    })),
    row('rollout-started', [null, 'planned'], 'started', inUse),
    row('rollout-completed', [null, 'planned', 'started'], 'completed', inUse),
  ],
});
