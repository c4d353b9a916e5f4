import { type Day } from '#history';
import { type Item } from './items.js';
import { type Judgement } from './judgement.js';
import { type Names } from './names.js';
import { type DeadlineStanding, type ItemStanding, type OpeningStanding, type TaskStanding } from './standing.js';
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
  /** Asked for only where there is a standing to show. */
  readonly because: () => readonly string[];
}

type Of<K extends Item['kind']> = Extract<Item, { kind: K }>;
type Judged<K extends Judgement['kind']> = Extract<Judgement, { kind: K }>;

// Fields are named one by one, as thousands of these are made in every run: spreading objects costs several times more.
const ofOpening = (
  version: Version,
  item: Of<'phase' | 'gate'>,
  judged: Judged<'opening'>,
  around: Surroundings,
): OpeningStanding => ({
  key: item.key,
  kind: item.kind,
  template: item.template.key,
  entity: item.entity,
  names: item.template.names,
  state: judged.state,
  since: around.since,
  possiblyOpen: judged.truth === unknown,
  possibleSince: around.possibleSince,
  because: around.because(),
  version: version.reference,
});

const nothing: readonly never[] = [];

const ofDeadline = (
  version: Version,
  item: Of<'deadline'>,
  judged: Judged<'deadline'>,
  around: Surroundings,
): DeadlineStanding => ({
  key: item.key,
  kind: 'deadline',
  template: item.template.key,
  entity: item.entity,
  names: item.template.names,
  state: judged.state,
  since: around.since,
  due: judged.due,
  earliestDue: judged.earliestDue,
  unconfirmed: judged.unconfirmed,
  remind: item.template.remind ?? nothing,
  escalate: item.template.escalate ?? nothing,
  because: around.because(),
  version: version.reference,
});

const ofTask = (
  version: Version,
  item: Of<'task'>,
  judged: Judged<'task'>,
  around: Surroundings,
): TaskStanding | null =>
  judged.state === 'closed' && around.since === null
    ? null
    : {
        key: item.key,
        kind: 'task',
        template: item.rule,
        entity: item.entity,
        names: taskNames[item.rule],
        state: judged.state,
        since: around.since,
        params: judged.params,
        because: around.because(),
        version: version.reference,
      };

/** The standing of an item. Null for a task that was never open: nobody asks for those, and there are thousands. */
export const describe = (
  version: Version,
  item: Item,
  judged: Judgement,
  around: Surroundings,
): ItemStanding | null => {
  if (item.kind === 'task') return judged.kind === 'task' ? ofTask(version, item, judged, around) : null;
  if (item.kind === 'deadline') return judged.kind === 'deadline' ? ofDeadline(version, item, judged, around) : null;
  return judged.kind === 'opening' ? ofOpening(version, item, judged, around) : null;
};
