import { defineEvent, streamCategories } from './event-definition.js';
import { field, means, req, shapes } from './field.js';
import { f } from './shared-fields.js';

const target = field(
  shapes.eventId,
  'code',
  ['Tapahtuma', 'Händelse', 'Event'],
  'Id of an original event of the stream.',
);
const authority = field(
  shapes.line,
  'public',
  ['Peruste', 'Grund', 'Authority'],
  'On whose authority: a body or role.',
);
const facts = streamCategories;

/** Nothing is edited: a correction states the whole fact anew, a retraction takes it back for good (domain rule 6). */
export const changeEvents = [
  defineEvent({
    type: 'event-corrected',
    streams: facts,
    nature: 'correction',
    foretold: true,
    names: ['Tapahtuma korjattu', 'Händelsen rättad', 'Event corrected'],
    fields: {
      target: req(means(target, 'The original event; its new date is that of the correction.')),
      schema: req(
        field({ is: 'integer', min: 1, max: 1000 }, 'code', ['Muoto', 'Form', 'Schema'], 'Version of the shape.'),
      ),
      data: req(
        field({ is: 'json' }, 'public', ['Sisältö', 'Innehåll', 'Content'], "The right content, by the target's type."),
      ),
      reason: f.reason,
      authority,
    },
  }),
  defineEvent({
    type: 'event-retracted',
    streams: facts,
    nature: 'retraction',
    foretold: true,
    names: ['Tapahtuma peruttu', 'Händelsen återtagen', 'Event retracted'],
    fields: { target: req(target), reason: f.reason, authority },
  }),
];
