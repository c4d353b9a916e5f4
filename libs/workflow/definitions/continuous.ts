import { type Definition } from '../definition.js';
import { fromStart, lapseWithoutEffect, planDeadlines, programmeClosed } from './shared-parts.js';

/** For a programme that waits for no law: one phase, from its start to its closing. */
export const continuous: Definition = {
  key: 'continuous',
  names: { fi: 'Jatkuva työ', sv: 'Fortgående arbete', en: 'Continuous work' },
  phases: [{ key: 'under-way', names: { fi: 'Käynnissä', sv: 'Pågår', en: 'Under way' }, opens: fromStart }],
  gates: [],
  deadlines: planDeadlines,
  lapse: lapseWithoutEffect,
  ends: programmeClosed,
};
