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

/** The ministry's regional roadmap, up to the day on which every responsibility of the area is its county's. */
export const nationalFivePhases: Definition = {
  key: 'national-five-phases',
  names: {
    fi: 'Kansallisen tiekartan viisi vaihetta',
    sv: 'Den nationella vägkartans fem faser',
    en: 'Five phases of the national roadmap',
  },
  phases: [
    {
      key: 'voluntary-preparation',
      names: { fi: 'Vapaaehtoinen valmistelu', sv: 'Frivillig beredning', en: 'Voluntary preparation' },
      opens: fromStart,
    },
    {
      key: 'preparation-of-implementation',
      names: { fi: 'Toimeenpanon valmistelu', sv: 'Beredning av genomförandet', en: 'Preparation of implementation' },
      opens: reformSays('government-proposal-submitted'),
    },
    {
      key: 'temporary-preparatory-body',
      names: {
        fi: 'Väliaikaisen valmistelutoimielimen vaihe',
        sv: 'Det temporära beredningsorganets fas',
        en: 'Temporary preparatory body',
      },
      opens: reformSays('laws-in-force'),
    },
    {
      key: 'county-council',
      names: { fi: 'Aluevaltuuston vaihe', sv: 'Välfärdsområdesfullmäktiges fas', en: 'County council' },
      opens: reformSays('county-councils-started'),
    },
    {
      key: 'responsibility-transferred',
      names: {
        fi: 'Järjestämisvastuu siirtynyt',
        sv: 'Organiseringsansvaret har överförts',
        en: 'Responsibility transferred',
      },
      opens: {
        every: {
          members: { kind: 'responsibility', within: { area: '$area' } },
          holds: { state: { of: '$member', is: ['held-by-county'] } },
        },
      },
    },
  ],
  gates: [startGate, refinementGate],
  deadlines: planDeadlines,
  lapse: lapseOfReform,
  ends: programmeClosed,
};
