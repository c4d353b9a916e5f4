import { type JsonObject } from '#event-store';
import { isoOfDay } from '#history';
import { type StepInput, defineKind, row } from '../kinds/define-kind.js';
import { workWithin } from '../kinds/keys.js';
import { listAt, objectAt, pick, textAt } from '../kinds/read.js';

const living = ['planned', 'started', 'suspended', 'deferred'];
const timing = ['phases', 'schedule', 'startsOn', 'refinedOn', 'after', 'said'];
const identity = ['title', 'letter', 'plan', 'subArea'];
const plan = [...identity, ...timing, 'runs', 'owner', 'parts', 'outputs', 'commitments', 'mandate', 'rule'];

const identified = ({ data }: StepInput): JsonObject => pick(data, identity);
const withReason = (at: StepInput): JsonObject => ({ ...identified(at), ...pick(at.data, ['reason']) });
const deferred = (at: StepInput): JsonObject => ({ ...withReason(at), ...pick(at.data, timing) });

/** The first start counts: going on after a break is no new start. */
const started = (at: StepInput): JsonObject => {
  const { earliest, latest } = at.fact.interval;
  const start = { earliest: isoOfDay(earliest), latest: isoOfDay(latest), stated: at.fact.occurred };
  return { ...identified(at), started: objectAt(at.state, 'started') ?? start };
};

/** Work that goes on again has neither a reason to stand still nor an outcome. */
const resumed = (at: StepInput): JsonObject => ({ ...started(at), reason: null, outcome: null });

const offered = ({ state, data }: StepInput): JsonObject | null =>
  objectAt(state, 'offered') ? null : { offered: pick(data, ['to']) };

const declined = ({ state }: StepInput): JsonObject | null => (objectAt(state, 'offered') ? { offered: null } : null);

/** Needs an offer, unless the acceptance is all that the sources tell of the measure. */
const accepted = (at: StepInput): JsonObject | null => {
  const owner = textAt(at.data, 'to') || textAt(objectAt(at.state, 'offered'), 'to');
  const asked = at.state === null || objectAt(at.state, 'offered');
  return asked && owner !== '' ? { ...identified(at), owner, offered: null } : null;
};

const aliasAdded = ({ state, data }: StepInput): JsonObject => ({
  aliases: [...listAt(state, 'aliases'), pick(data, ['plan', 'chapter', 'letter', 'part'])],
});

/** A piece of preparation work. Its first known event may be any that names a state. */
export const measureKind = defineKind({
  kind: 'measure',
  statuses: [...living, 'ended'],
  steering: ['phases', 'startsOn', 'refinedOn', 'schedule', 'after', 'owner', 'outcome', 'started'],
  keys: (data, stream) => {
    const { measure: _, ...within } = workWithin(data, stream);
    return [{ key: `${stream.programme}/${stream.key}`, within }];
  },
  transitions: [
    row('measure-planned', [null], 'planned', ({ data }) => pick(data, plan)),
    row('measure-rescheduled', ['planned', 'started', 'suspended'], null, ({ data }) => pick(data, timing)),
    // What was put off and has a time again is planned again.
    row('measure-rescheduled', ['deferred'], 'planned', ({ data }) => pick(data, timing)),
    row('measure-owner-assigned', living, null, ({ data }) => pick(data, ['owner'])),
    row('measure-handover-offered', living, null, offered),
    row('measure-handover-accepted', [null], 'planned', accepted),
    row('measure-handover-accepted', living, null, accepted),
    row('measure-handover-declined', living, null, declined),
    row('measure-started', [null, 'planned', 'deferred'], 'started', started),
    row('progress-reported', ['planned', 'started', 'suspended'], null, ({ data }) =>
      pick(data, ['percent', 'summary']),
    ),
    row('measure-suspended', [null, 'planned', 'started'], 'suspended', withReason),
    row('measure-resumed', [null, 'suspended'], 'started', resumed),
    row('measure-deferred', [null, 'planned', 'started', 'suspended'], 'deferred', deferred),
    row('measure-ended', [null, ...living], 'ended', (at) => ({ ...withReason(at), ...pick(at.data, ['outcome']) })),
    row('measure-reopened', [null, 'ended'], 'started', resumed),
    row('measure-alias-added', [...living, 'ended'], null, aliasAdded),
  ],
});
