import { areaKind, commitmentKind, membershipKind, responsibilityKind } from '../area/transitions.js';
import { decisionKind } from '../decision/transitions.js';
import { measureKind } from '../measure/transitions.js';
import { deliverableKind, milestoneKind, pilotKind, rolloutKind } from '../measure/work-transitions.js';
import { bodyKind, seatKind } from '../programme/body-transitions.js';
import { budgetKind } from '../programme/budget-transitions.js';
import {
  assessmentKind,
  dependencyKind,
  planKind,
  programmeKind,
  subAreaKind,
  targetKind,
} from '../programme/transitions.js';
import { reformKind } from '../reform/transitions.js';
import { riskKind } from '../risk/transitions.js';
import { sourceKind } from '../source/transitions.js';
import { type KindDefinition } from './define-kind.js';

/** Every kind of entity, in the order of the documentation. */
export const kinds: readonly KindDefinition[] = [
  sourceKind,
  reformKind,
  areaKind,
  membershipKind,
  responsibilityKind,
  commitmentKind,
  programmeKind,
  planKind,
  subAreaKind,
  budgetKind,
  bodyKind,
  seatKind,
  dependencyKind,
  targetKind,
  assessmentKind,
  measureKind,
  milestoneKind,
  deliverableKind,
  pilotKind,
  rolloutKind,
  decisionKind,
  riskKind,
];
