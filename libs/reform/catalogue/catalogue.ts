import { areaEvents } from '../area/events.js';
import { calendarEvents } from '../calendar/events.js';
import { directiveEvents } from '../case/directives.js';
import { recordEvents } from '../case/records.js';
import { decisionEvents } from '../decision/events.js';
import { definitionEvents } from '../definition/events.js';
import { measureEvents } from '../measure/events.js';
import { workEvents } from '../measure/work-events.js';
import { bodyEvents } from '../programme/body-events.js';
import { budgetEvents } from '../programme/budget-events.js';
import { programmeEvents } from '../programme/events.js';
import { reformEvents } from '../reform/events.js';
import { riskEvents } from '../risk/events.js';
import { sourceEvents } from '../source/events.js';
import { changeEvents } from './change-events.js';
import { type EventDefinition } from './event-definition.js';

const all: readonly EventDefinition[] = [
  ...sourceEvents,
  ...reformEvents,
  ...areaEvents,
  ...programmeEvents,
  ...bodyEvents,
  ...budgetEvents,
  ...measureEvents,
  ...workEvents,
  ...decisionEvents,
  ...riskEvents,
  ...definitionEvents,
  ...calendarEvents,
  ...directiveEvents,
  ...recordEvents,
  ...changeEvents,
];

/** Every event type by its name, in the order of the documentation. */
export const catalogue: ReadonlyMap<string, EventDefinition> = new Map(
  all.map((definition) => [definition.type, definition]),
);

if (catalogue.size !== all.length) throw new Error('an event type is defined twice');
