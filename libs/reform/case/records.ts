import { defineEvent, type NameTriple } from '../catalogue/event-definition.js';
import { type Field, type Fields, field, listOf, means, req, reqNull, shapes } from '../catalogue/field.js';
import { versionShape } from './directives.js';

const day = (labels: NameTriple, meaning: string): Field => field({ is: 'day' }, 'code', labels, meaning);
const state = field(shapes.key, 'code', ['Tila', 'Tillstånd', 'State'], 'State of the item.');

/** What every record holds (semantics, rule 14). */
const recordFields: Fields = {
  item: req(field(shapes.item, 'code', ['Kohde', 'Objekt', 'Item'], 'Key of the item, as gate:<key>/<entity>.')),
  was: reqNull(means(state, 'State of the last record; null: there was none.')),
  is: req(means(state, 'State that follows now.')),
  since: reqNull(day(['Alkaen', 'Sedan', 'Since'], 'First day of the present unbroken run; null: always.')),
  due: { ...day(['Määräpäivä', 'Förfallodag', 'Due'], 'Day on which a deadline is due.'), nullable: true },
  wasDue: { ...day(['Ennen', 'Tidigare', 'Was due'], 'Day on which it was due before.'), nullable: true },
  because: req(
    field(listOf(shapes.eventId, 2000), 'code', ['Koska', 'Därför att', 'Because'], 'Ids of the events cited.'),
  ),
  version: reqNull(
    field(versionShape, 'code', ['Määrittelyversio', 'Version', 'Version'], 'Version of the definition applied.'),
  ),
  folded: reqNull(
    field(shapes.position, 'code', ['Luettu', 'Läst', 'Folded'], 'Position of the last event that was read for it.'),
  ),
  daysLate: req(
    field(shapes.count, 'code', ['Myöhässä', 'Försenad', 'Days late'], 'Days between its day and its recording.'),
  ),
  cause: {
    ...field(shapes.eventId, 'code', ['Syy', 'Orsak', 'Cause'], 'Newest event cited; null: the clock.'),
    nullable: true,
  },
  lapsedBy: { ...means(state, 'How the reform ended, where that shuts it.'), nullable: true },
};

const record = (type: string, names: NameTriple) =>
  defineEvent({ type, streams: ['case'], nature: 'record', foretold: true, names, fields: recordFields });

/** Records: what the engine noted to have followed. Never corrected; they decide no state. */
export const recordEvents = [
  record('phase-opened', ['Vaihe avautui', 'Skedet öppnades', 'Phase opened']),
  record('phase-shut', ['Vaihe sulkeutui', 'Skedet stängdes', 'Phase shut']),
  record('gate-opened', ['Portti avautui', 'Porten öppnades', 'Gate opened']),
  record('gate-shut', ['Portti sulkeutui', 'Porten stängdes', 'Gate shut']),
  record('deadline-set', ['Määräaika asetettu', 'Tidsfristen satt', 'Deadline set']),
  record('deadline-moved', ['Määräaika siirtyi', 'Tidsfristen flyttades', 'Deadline moved']),
  record('deadline-met', ['Määräaika täyttyi', 'Tidsfristen uppfylldes', 'Deadline met']),
  record('deadline-reached', ['Määräaika umpeutui', 'Tidsfristen löpte ut', 'Deadline reached']),
  record('deadline-dropped', ['Määräaika poistui', 'Tidsfristen föll bort', 'Deadline dropped']),
  record('task-opened', ['Tehtävä avattu', 'Uppgiften öppnad', 'Task opened']),
  record('task-closed', ['Tehtävä suljettu', 'Uppgiften stängd', 'Task closed']),
];
