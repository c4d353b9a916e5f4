import { versionFields } from '../case/directives.js';
import { defineEvent } from '../catalogue/event-definition.js';
import { field, req } from '../catalogue/field.js';

/** Definitions of workflows: versioned data, identified by the hash of their content. */
export const definitionEvents = [
  defineEvent({
    type: 'definition-published',
    streams: ['definition'],
    nature: 'directive',
    foretold: true,
    names: ['Määrittely julkaistu', 'Definition publicerad', 'Definition published'],
    fields: {
      ...versionFields,
      definition: req(
        field({ is: 'json' }, 'public', ['Sisältö', 'Innehåll', 'Content'], 'The definition, as its schema says.'),
      ),
    },
  }),
];
