import { type Definition } from '../definition.js';
import { continuous } from './continuous.js';
import { nationalFivePhases } from './national-five-phases.js';
import { planThreePhases } from './plan-three-phases.js';

/** The definitions that come with the engine, by key. */
export const shippedDefinitions: Readonly<Record<string, Definition>> = {
  [planThreePhases.key]: planThreePhases,
  [nationalFivePhases.key]: nationalFivePhases,
  [continuous.key]: continuous,
};
