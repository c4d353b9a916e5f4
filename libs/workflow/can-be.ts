import { parseEdtf } from '#history';
import { type Condition, type ConditionVisitor, visit } from './condition.js';
import { type Definition } from './definition.js';

/** Which values a condition could ever take, whatever the facts: read from the definition alone. */
export interface CanBe {
  readonly yes: boolean;
  readonly no: boolean;
}

const both: CanBe = { yes: true, no: true };

const ofPhase = (key: string, definition: Definition): CanBe => {
  const template = definition.phases.find((phase) => phase.key === key);
  return template ? { yes: canBe(template.opens, definition).yes, no: true } : { yes: false, no: true };
};

const ofGate = (key: string, definition: Definition): CanBe => {
  const template = definition.gates.find((gate) => gate.key === key);
  return template ? { yes: canBe(template.opens, definition).yes, no: true } : { yes: false, no: true };
};

const visitor: ConditionVisitor<Definition, CanBe> = {
  all: (conditions, definition) => {
    const parts = conditions.map((condition) => canBe(condition, definition));
    return { yes: parts.every(({ yes }) => yes), no: parts.some(({ no }) => no) };
  },
  any: (conditions, definition) => {
    const parts = conditions.map((condition) => canBe(condition, definition));
    return { yes: parts.some(({ yes }) => yes), no: parts.every(({ no }) => no) };
  },
  not: (condition, definition) => {
    const { yes, no } = canBe(condition, definition);
    return { yes: no, no: yes };
  },
  'at-least': ({ number, of }, definition) => {
    const parts = of.map((condition) => canBe(condition, definition));
    return {
      yes: parts.filter(({ yes }) => yes).length >= number,
      no: parts.filter(({ no }) => !no).length < number,
    };
  },
  every: ({ holds }, definition) => canBe(holds, definition),
  state: () => both,
  fact: () => both,
  // The first day of a case is its start: this is so on every day that is judged.
  date: ({ on }) =>
    on === '$start'
      ? { yes: true, no: false }
      : typeof on === 'string' && !parseEdtf(on)
        ? { yes: false, no: true }
        : both,
  open: (predicate, definition) => {
    if ('gate' in predicate) return ofGate(predicate.gate, definition);
    return typeof predicate.phase === 'string' ? ofPhase(predicate.phase, definition) : both;
  },
  decided: () => both,
};

/** What a condition of a definition without cycles could ever be. */
export const canBe = (condition: Condition, definition: Definition): CanBe => visit(condition, visitor, definition);
