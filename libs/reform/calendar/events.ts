import { defineEvent } from '../catalogue/event-definition.js';
import { field, req } from '../catalogue/field.js';
import { f } from '../catalogue/shared-fields.js';

/** Calendars of working days: versioned data; the first version also holds before its day. */
export const calendarEvents = [
  defineEvent({
    type: 'calendar-published',
    streams: ['calendar'],
    nature: 'directive',
    foretold: true,
    names: ['Kalenteri julkaistu', 'Kalender publicerad', 'Calendar published'],
    fields: {
      key: req(f.key),
      effective: req(f.effective),
      calendar: req(
        field({ is: 'json' }, 'public', ['Sisältö', 'Innehåll', 'Content'], 'Its rules and days, as data.'),
      ),
    },
  }),
];
