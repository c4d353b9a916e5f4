import { type Day } from '#history';
import { type Item } from './items.js';
import { type Judgement } from './judgement.js';
import { type Names } from './names.js';
import { type ItemStanding } from './standing.js';
import { unknown } from './truth.js';
import { type Version } from './versions.js';

/** Names of the tasks, which no definition names. */
export const taskNames: Readonly<Record<'start-before-gate' | 'lapse', Names>> = {
  'start-before-gate': {
    fi: 'Aloitettu ennen portin avautumista',
    sv: 'Inledd innan porten öppnades',
    en: 'Started before its gate opened',
  },
  lapse: {
    fi: 'Uudistus on päättynyt: päätä, miten avoin toimenpide jatkuu',
    sv: 'Reformen har avslutats: avgör hur den öppna åtgärden fortsätter',
    en: 'The reform has ended: settle what becomes of the open measure',
  },
};

/** What a standing holds beside the day's own judgement. */
export interface Surroundings {
  readonly since: Day | null;
  readonly possibleSince: Day | null;
  readonly because: readonly string[];
}

/** The standing of an item. Null for a task that was never open: nobody asks for those, and there are thousands. */
export const describe = (
  version: Version,
  item: Item,
  judged: Judgement,
  { since, possibleSince, because }: Surroundings,
): ItemStanding | null => {
  const common = { key: item.key, entity: item.entity, since, because, version: version.reference };
  if (item.kind === 'task') {
    if (judged.kind !== 'task' || (judged.state === 'closed' && since === null)) return null;
    const { state, params } = judged;
    return { ...common, kind: 'task', template: item.rule, names: taskNames[item.rule], state, params };
  }
  const { key: template, names } = item.template;
  if (item.kind === 'deadline') {
    if (judged.kind !== 'deadline') return null;
    const { remind = [], escalate = [] } = item.template;
    const { kind, state, due, earliestDue, unconfirmed } = judged;
    return { ...common, kind, template, names, state, due, earliestDue, unconfirmed, remind, escalate };
  }
  if (judged.kind !== 'opening') return null;
  const { state, truth } = judged;
  return { ...common, kind: item.kind, template, names, state, possiblyOpen: truth === unknown, possibleSince };
};
