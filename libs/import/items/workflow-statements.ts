import { type JsonObject } from '#event-store';
import { type Definition, definitionHash, finnishCalendar, shippedDefinitions } from '#workflow';
import { type ProgrammeFile } from '../format/programme-file.js';
import { textAt } from '../reading/listed.js';
import { type Digest } from './ids.js';
import { stateForAll } from './state.js';
import { type Statement } from './statement.js';

/** The first year for which the calendar of Finnish working days is right; it also holds before its first day. */
const calendarFrom = '1991-01-01';

/** The shipped definition that a file's case runs under, or undefined where none has that key. */
export const definitionFor = (file: ProgrammeFile): Definition | undefined =>
  file.workflow && Object.hasOwn(shippedDefinitions, file.workflow.definition)
    ? shippedDefinitions[file.workflow.definition]
    : undefined;

const bindingsOf = (file: ProgrammeFile): JsonObject => {
  const { programme } = file;
  if (!programme) return {};
  const [reform, area] = [textAt(programme, 'reform'), textAt(programme, 'area')];
  return {
    programme: `programme:${programme.key}`,
    ...(reform === '' ? {} : { reform: `reform:${reform}` }),
    ...(area === '' ? {} : { area: `area:${area}` }),
  };
};

/** Item of a definition's publication. */
export const definitionItem = (key: string, hash: string): string => `definition/${key}/${hash}`;

/** Item of a calendar's publication. */
export const calendarItem = (key: string, effective: string): string => `calendar/${key}/${effective}`;

/** The start of a programme's case, with the definition and the calendar that it needs. */
export const workflowStatements = (file: ProgrammeFile, digest: Digest): readonly Statement[] => {
  const { programme, workflow, scope } = file;
  const shipped = definitionFor(file);
  if (!programme || !workflow || !shipped) return [];
  const { key } = shipped;
  const hash = definitionHash(shipped, digest);
  const path = '/workflow';
  const definition = stateForAll({
    ...{ item: definitionItem(key, hash), path, stream: `definition-${key}`, type: 'definition-published' },
    ...{ occurred: null, data: { key, hash, definition: shipped as unknown as JsonObject } },
  });
  const calendar = stateForAll({
    ...{ item: calendarItem(finnishCalendar.key, calendarFrom), path, stream: `calendar-${finnishCalendar.key}` },
    ...{ type: 'calendar-published', occurred: null },
    data: { key: finnishCalendar.key, effective: calendarFrom, calendar: finnishCalendar as unknown as JsonObject },
  });
  const started = stateForAll({
    ...{ item: 'workflow', path, stream: `case-${programme.key}`, type: 'workflow-started', occurred: null },
    data: {
      case: programme.key,
      definition: { key, hash },
      calendar: finnishCalendar.key,
      bindings: bindingsOf(file),
      effective: workflow.from,
    },
  });
  return [definition, calendar, { ...started, scope }];
};
