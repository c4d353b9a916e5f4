import { type Definition } from '../definition.js';
import {
  fromStart,
  lapseOfReform,
  planDeadlines,
  programmeClosed,
  reformSays,
  refinementGate,
  startGate,
} from './shared-parts.js';

/** As a plan of a restructuring programme divides its work: phases overlap, and opening one shuts none. */
export const planThreePhases: Definition = {
  key: 'plan-three-phases',
  names: {
    fi: 'Hankesuunnitelman kolme vaihetta',
    sv: 'Projektplanens tre faser',
    en: 'Three phases of the project plan',
  },
  phases: [
    {
      key: 'before-government-proposal',
      names: {
        fi: 'Ennen hallituksen esitystä',
        sv: 'Före regeringens proposition',
        en: 'Before the government proposal',
      },
      opens: fromStart,
    },
    {
      key: 'after-government-proposal',
      names: {
        fi: 'Hallituksen esityksen jälkeen',
        sv: 'Efter regeringens proposition',
        en: 'After the government proposal',
      },
      opens: reformSays('government-proposal-submitted'),
    },
    {
      key: 'after-laws-passed',
      names: { fi: 'Lakien hyväksymisen jälkeen', sv: 'Efter att lagarna godkänts', en: 'After the laws are passed' },
      opens: reformSays('laws-passed'),
    },
  ],
  gates: [startGate, refinementGate],
  deadlines: planDeadlines,
  lapse: lapseOfReform,
  ends: programmeClosed,
};
