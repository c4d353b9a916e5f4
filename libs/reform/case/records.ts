import { defineEvent, type NameTriple } from '../catalogue/event-definition.js';
import { type Field, type Fields, field, listOf, means, objectOf, req, reqNull, shapes } from '../catalogue/field.js';
import { versionFields } from './directives.js';

const day = (labels: NameTriple, meaning: string): Field => field({ is: 'day' }, 'code', labels, meaning);
const appliedVersion = objectOf({
  ...versionFields,
  by: req(field(shapes.eventId, 'code', ['Säädetty', 'Enligt', 'By'], 'Directive that put it in force.')),
});
const state = field(shapes.key, 'code', ['Tila', 'Tillstånd', 'State'], 'State of the item.');

const causeFields: Fields = {
  event: reqNull(field(shapes.eventId, 'code', ['Tapahtuma', 'Händelse', 'Event'], 'Event id; null: the clock.')),
};

/** What every record holds (semantics, rule 14). */
const recordFields: Fields = {
  item: req(field(shapes.item, 'code', ['Kohde', 'Objekt', 'Item'], 'Key of the item, as gate:<key>/<entity>.')),
  was: req(means(state, 'State that was last recorded; shut, or none for a deadline, where nothing was.')),
  is: req(means(state, 'State that follows now.')),
  since: reqNull(day(['Alkaen', 'Sedan', 'Since'], 'First day of the present unbroken run; null: always.')),
  due: reqNull(day(['Määräpäivä', 'Förfallodag', 'Due'], 'Day on which a deadline is due; null for what is none.')),
  dueWas: reqNull(day(['Ennen', 'Tidigare', 'Was due'], 'Due day that was last recorded.')),
  because: req(
    field(listOf(shapes.eventId, 5000), 'code', ['Koska', 'Därför att', 'Because'], 'Ids of the events cited.'),
  ),
  version: req(
    field(appliedVersion, 'code', ['Määrittelyversio', 'Version', 'Version'], 'Version of the definition applied.'),
  ),
  release: req(field(shapes.line, 'public', ['Julkaisu', 'Utgåva', 'Release'], 'Release that derived it.')),
  folded: req(
    field(shapes.position, 'code', ['Luettu', 'Läst', 'Folded'], 'Position of the last event that was folded.'),
  ),
  daysLate: req(
    field(shapes.count, 'code', ['Myöhässä', 'Försenad', 'Days late'], 'Days between its day and its recording.'),
  ),
  cause: req(
    field(objectOf(causeFields), 'code', ['Syy', 'Orsak', 'Cause'], 'Newest event cited that was not folded before.'),
  ),
  params: req(field({ is: 'json' }, 'public', ['Tiedot', 'Uppgifter', 'Details'], 'What the item says of itself.')),
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
