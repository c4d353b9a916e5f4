import { defineEvent, type NameTriple } from '../catalogue/event-definition.js';
import { type Fields, means, req } from '../catalogue/field.js';
import { f } from '../catalogue/shared-fields.js';

/** Milestones and the like stand in the stream of their measure, or in their programme's where they have none. */
const workEvent = (type: string, names: NameTriple, fields: Fields) =>
  defineEvent({ type, streams: ['measure', 'programme'], names, fields });

const identified = { key: req(f.key), what: means(f.what, 'What it is; needed where it is known first.') };
const placed = { ...identified, subArea: f.subArea, said: f.said, note: f.note };
const timed = { ...placed, due: f.due, after: f.after };

const rollout = {
  service: req(f.service),
  serviceName: f.serviceName,
  municipality: means(f.municipality, 'Municipality that takes it into use; none: no municipality is stated.'),
  subArea: f.subArea,
  said: f.said,
  note: f.note,
};

/** Milestones, deliverables, pilots and roll-outs. */
export const workEvents = [
  workEvent('milestone-set', ['Virstanpylväs asetettu', 'Milstolpe satt', 'Milestone set'], {
    ...timed,
    what: req(f.what),
  }),
  workEvent('milestone-rescheduled', ['Virstanpylväs siirretty', 'Milstolpe flyttad', 'Milestone rescheduled'], {
    ...timed,
    reason: f.reason,
  }),
  workEvent('milestone-reached', ['Virstanpylväs saavutettu', 'Milstolpe nådd', 'Milestone reached'], placed),
  workEvent('milestone-dropped', ['Virstanpylväästä luovuttu', 'Milstolpe slopad', 'Milestone dropped'], {
    ...placed,
    reason: f.reason,
  }),
  workEvent('deliverable-produced', ['Tuotos valmistunut', 'Resultat framtaget', 'Deliverable produced'], placed),
  workEvent('deliverable-approved', ['Tuotos hyväksytty', 'Resultat godkänt', 'Deliverable approved'], {
    ...placed,
    body: f.body,
  }),
  workEvent('pilot-planned', ['Pilotti suunniteltu', 'Pilot planerad', 'Pilot planned'], timed),
  workEvent('pilot-launched', ['Pilotti aloitettu', 'Pilot startad', 'Pilot launched'], placed),
  workEvent('pilot-evaluated', ['Pilotti arvioitu', 'Pilot utvärderad', 'Pilot evaluated'], {
    ...placed,
    summary: f.summary,
  }),
  workEvent('pilot-ended', ['Pilotti päättynyt', 'Pilot avslutad', 'Pilot ended'], { ...placed, reason: f.reason }),
  workEvent('rollout-planned', ['Käyttöönotto suunniteltu', 'Ibruktagande planerat', 'Roll-out planned'], {
    ...rollout,
    due: f.due,
    after: f.after,
  }),
  workEvent('rollout-started', ['Käyttöönotto aloitettu', 'Ibruktagande inlett', 'Roll-out started'], rollout),
  workEvent('rollout-completed', ['Käyttöönotto valmis', 'Ibruktagande slutfört', 'Roll-out completed'], rollout),
];
