import { createHash } from 'node:crypto';
import { type EventStore, type JsonObject, type StoredEvent, canonicalJson, position } from '#event-store';
import { iso } from '#history';
import { definitionHash, planThreePhases } from '#workflow';

/** The made-up country: so many programmes, each of one area, with so many measures. */
export const programmes = 25;
export const measuresPerProgramme = 400;
const measures = programmes * measuresPerProgramme;

/** First day of the ledger, and the days over which it was recorded. */
export const firstDay = 18262; // 2020-01-01
export const days = 900;

export const programmeId = (index: number): string => `programme-${index}`;

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

const uuidOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

interface Draft {
  readonly stream: string;
  readonly type: string;
  readonly occurred: string | null;
  readonly data: JsonObject;
  /** Days before its recording at which a source said it; null: no source. */
  readonly known?: number | null;
}

const programmeStart: readonly Draft[] = [
  { stream: 'reform-reform', type: 'reform-announced', occurred: '2020-01-01', data: { name: { fi: 'Uudistus' } } },
  {
    stream: 'definition-plan-three-phases',
    type: 'definition-published',
    occurred: null,
    data: {
      key: 'plan-three-phases',
      hash: definitionHash(planThreePhases, digest),
      definition: planThreePhases as unknown as JsonObject,
    },
  },
  ...Array.from({ length: programmes }, (_, index): readonly Draft[] => [
    {
      stream: `programme-${programmeId(index)}`,
      type: 'programme-launched',
      occurred: '2020-01-01',
      data: {
        name: { fi: `Hanke ${index}` },
        reform: 'reform',
        area: String(index).padStart(2, '0'),
        period: '2020/2022',
      },
    },
    {
      stream: `case-${programmeId(index)}`,
      type: 'workflow-started',
      occurred: null,
      data: {
        case: programmeId(index),
        definition: { key: 'plan-three-phases', hash: definitionHash(planThreePhases, digest) },
        bindings: { reform: 'reform:reform', programme: `programme:${programmeId(index)}` },
        effective: '2020-01-01',
      },
    },
  ]).flat(),
];

const lawMaking: ReadonlyMap<number, string> = new Map([
  [0.3, 'government-proposal-submitted'],
  [0.6, 'laws-passed'],
  [0.7, 'laws-ratified'],
]);

const phases = planThreePhases.phases.map(({ key }) => key);

const planned = (n: number): JsonObject => ({
  title: {
    fi: `Lasten, nuorten ja perheiden palvelujen yhteinen toimintamalli ${n}`,
    sv: `Gemensam verksamhetsmodell för tjänster för barn, unga och familjer ${n}`,
    en: `Common way of working for services for children, young people and families ${n}`,
  },
  letter: String.fromCharCode(65 + (n % 26)),
  phases: [phases[n % phases.length] as string],
  runs: 'phase',
  schedule: '2020-06/2022',
  outputs: ['Toimintamallin kuvaus', 'Käyttöönottosuunnitelma'],
});

/** A repeatable number from 0 up to, not including, 1. */
const chance = (n: number, salt: number): number => {
  let x = Math.imul(n + 1, 0x9e3779b1) ^ Math.imul(salt + 1, 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 15), 0x2c1b3c6d);
  return ((x ^ (x >>> 13)) >>> 0) / 2 ** 32;
};

/** What happens to a measure in its n-th round: mostly progress, with the breaks, new dates and corrections of a life. */
const lifeOf = (n: number, round: number, index: number): Pick<Draft, 'type' | 'data'> => {
  const pick = chance(index, 1);
  if (round === 0) return { type: 'measure-planned', data: planned(n) };
  if (round === 2) return { type: 'measure-started', data: {} };
  if (pick < 0.05) return { type: 'measure-rescheduled', data: { schedule: `2020-0${1 + (index % 9)}/2022` } };
  if (pick < 0.07) return { type: 'measure-owner-assigned', data: { owner: `ministry:m${index % 7}` } };
  if (pick < 0.08) return { type: 'measure-suspended', data: {} };
  if (pick < 0.09) return { type: 'measure-resumed', data: {} };
  return { type: 'progress-reported', data: { percent: index % 101 } };
};

const occurredOf = (index: number, recorded: number): string | null => {
  const pick = chance(index, 2);
  if (pick < 0.05) return null;
  const day = iso(recorded - (index % 10));
  return pick < 0.2 ? day.slice(0, 7) : day;
};

/** A ledger of so many events, made up event by event: nothing of it is kept, so that a million cost no memory. */
export const asOfLedger = (total: number): Pick<EventStore, 'readAll' | 'capabilities'> => {
  const laws = new Map([...lawMaking].map(([part, type]) => [Math.floor(part * total), type]));
  const dayOf = (index: number): number => firstDay + Math.floor((index / total) * days);

  const draftOf = (index: number): Draft => {
    const start = programmeStart[index];
    if (start) return start;
    const recorded = dayOf(index);
    const law = laws.get(index);
    if (law !== undefined) return { stream: 'reform-reform', type: law, occurred: iso(recorded), data: {} };
    const place = index - programmeStart.length;
    const n = place % measures;
    const stream = `measure-${programmeId(n % programmes)}/m${Math.floor(n / programmes)}`;
    const life = lifeOf(n, Math.floor(place / measures), index);
    const known = chance(index, 3) < 0.3 ? index % 20 : null;
    const earlier = index - measures;
    const corrects = chance(index, 4) < 0.02 && earlier >= programmeStart.length && !laws.has(earlier);
    if (!corrects) return { stream, occurred: occurredOf(index, recorded), known, ...life };
    const data = { target: uuidOf(earlier), schema: 1, data: draftOf(earlier).data, reason: 'typing-error' };
    return { stream, type: 'event-corrected', occurred: occurredOf(earlier, dayOf(earlier)), known, data };
  };

  const storedAt = (index: number): StoredEvent => {
    const { stream, type, occurred, data, known = null } = draftOf(index);
    const recorded = dayOf(index);
    const envelope = {
      id: uuidOf(index),
      type,
      schema: 1,
      stream,
      occurred,
      recordedAt: `${iso(recorded)}T12:00:00.000+02:00`,
      actor: 'person-1',
      actingFor: null,
      source: known === null ? null : { id: 'plan-2', locator: `p. ${index % 90}` },
      learned: known === null ? null : iso(recorded - known),
      command: { id: `command-${index}`, fingerprint: digest(String(index)) },
      correlation: `command-${index}`,
      causation: null,
      release: 'bench',
      data,
    };
    return { position: position(index + 1), version: 1, text: canonicalJson(envelope), envelope };
  };

  return {
    capabilities: { densePositions: true },
    readAll: async ({ after, limit }) => {
      const from = Number(after ?? 0);
      return Array.from({ length: Math.min(limit, total - from) }, (_, n) => storedAt(from + n));
    },
  };
};
