import { type JsonObject } from '#event-store';
import { type KeyWithin, type StepInput, defineKind, row } from '../kinds/define-kind.js';
import { objectAt, pick, textAt, textsAt } from '../kinds/read.js';
import { type StreamRef } from '../kinds/stream-ref.js';

const ofArea = (data: JsonObject, stream: StreamRef, members: readonly string[]): readonly KeyWithin[] => {
  const parts = members.map((member) => textAt(data, member));
  if (parts.includes('')) return [];
  return [{ key: [stream.id, ...parts].join('/'), within: { area: stream.id } }];
};

/** A preparation area; a county from the day its law is in force. */
export const areaKind = defineKind({
  kind: 'area',
  statuses: ['preparation-area', 'county'],
  steering: [],
  keys: (_, stream) => [{ key: stream.id, within: { area: stream.id } }],
  transitions: [
    row('area-defined', [null], 'preparation-area', ({ data }) => pick(data, ['name'])),
    row('county-established', [null, 'preparation-area'], 'county', ({ data }) => pick(data, ['name'])),
  ],
});

/** A municipality's membership of an area. */
export const membershipKind = defineKind({
  kind: 'membership',
  statuses: ['member', 'left'],
  steering: [],
  keys: (data, stream) => ofArea(data, stream, ['municipality']),
  transitions: [
    row('municipality-joined', [null, 'left'], 'member', ({ data }) => pick(data, ['name', 'languages'])),
    row('municipality-left', [null, 'member'], 'left', ({ data }) => pick(data, ['name', 'movedTo'])),
  ],
});

const countyOf = (entity: string): string => `county:${entity.slice(entity.indexOf(':') + 1).split('/')[0] ?? ''}`;

const held = ['held', 'held-by-county'];

/** A holder under one of the two statuses: `held-by-county` is that of the stream's own area. */
const heldAs = (status: string, holder: string, { entity, data }: StepInput): JsonObject | null => {
  const fits = (holder === countyOf(entity)) === (status === 'held-by-county');
  if (holder === '' || !fits) return null;
  return { ...pick(data, ['serviceName', 'holderName']), holder, offered: null, accepted: false };
};

/** A transfer to whom it is responsible already is no transfer. */
const transferredAs = (status: string, at: StepInput): JsonObject | null => {
  const to = textAt(at.data, 'to');
  return to === textAt(at.state, 'holder') ? null : heldAs(status, to, at);
};

const offered = ({ state, data }: StepInput): JsonObject | null => {
  const to = textAt(data, 'to');
  if (to === '' || to === textAt(state, 'holder') || objectAt(state, 'offered')) return null;
  const effective = textAt(data, 'effective');
  return { offered: { to, effective: effective === '' ? null : effective }, accepted: false };
};

const accepted = ({ state }: StepInput): JsonObject | null =>
  objectAt(state, 'offered') && state?.['accepted'] !== true ? { accepted: true } : null;

const declined = ({ state }: StepInput): JsonObject | null =>
  objectAt(state, 'offered') ? { offered: null, accepted: false } : null;

/** Who must organise a service in a municipality. Every state has exactly one holder (domain rule 1). */
export const responsibilityKind = defineKind({
  kind: 'responsibility',
  statuses: held,
  steering: ['holder'],
  keys: (data, stream) =>
    ofArea(data, stream, ['service', 'municipality']).map(({ key, within }) => ({
      key,
      within: { ...within, service: textAt(data, 'service'), municipality: textAt(data, 'municipality') },
    })),
  transitions: [
    ...held.map((status) =>
      row('responsibility-registered', [null], status, (at) => heldAs(status, textAt(at.data, 'holder'), at)),
    ),
    row('transfer-offered', held, null, offered),
    row('transfer-accepted', held, null, accepted),
    row('transfer-declined', held, null, declined),
    ...held.map((status) =>
      row('responsibility-transferred', [null, ...held], status, (at) => transferredAs(status, at)),
    ),
  ],
});

/** Staff, contracts, premises or property that move with a responsibility. */
export const commitmentKind = defineKind({
  kind: 'commitment',
  statuses: ['inventoried', 'transferred'],
  steering: [],
  keys: (data, stream, type) =>
    type === 'responsibility-transferred'
      ? [...new Set(textsAt(data, 'commitments'))].map((key) => ({
          key: `${stream.id}/${key}`,
          within: { area: stream.id },
        }))
      : ofArea(data, stream, ['key']),
  transitions: [
    row('commitment-inventoried', [null], 'inventoried', ({ data }) =>
      pick(data, ['category', 'what', 'holder', 'count']),
    ),
    row('responsibility-transferred', [null, 'inventoried'], 'transferred', ({ data }) => pick(data, ['to'])),
  ],
});
