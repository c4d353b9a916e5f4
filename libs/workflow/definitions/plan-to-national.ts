import { type JsonObject } from '#event-store';

/**
 * How a case of `plan-three-phases` is carried over to `national-five-phases`, as the mapping of a migration: what waited
 * for the adoption of the laws waits for the temporary preparatory body, which starts when they are in force.
 */
export const planToNational: JsonObject = {
  keys: {
    'phase:before-government-proposal': 'phase:voluntary-preparation',
    'phase:after-government-proposal': 'phase:preparation-of-implementation',
    'phase:after-laws-passed': 'phase:temporary-preparatory-body',
  },
};
