import { defineEvent } from '../catalogue/event-definition.js';
import { field, listOf, req, shapes } from '../catalogue/field.js';
import { f } from '../catalogue/shared-fields.js';

const day = { is: 'day' } as const;

/** Documents and records that state facts, so that an auditor finds what an event cites. */
export const sourceEvents = [
  defineEvent({
    type: 'source-registered',
    streams: ['source'],
    names: ['Lähde kirjattu', 'Källa registrerad', 'Source registered'],
    fields: {
      title: req(f.title),
      knownFrom: field(
        day,
        'code',
        ['Tiedossa alkaen', 'Känd från', 'Known from'],
        'Day on which the source said it; none: each fact is known on its own day.',
      ),
      dated: field({ is: 'edtf' }, 'code', ['Päivätty', 'Daterad', 'Dated'], 'Date that the document bears.'),
      created: field(day, 'code', ['Luotu', 'Skapad', 'Created'], 'Day on which a page was created.'),
      revisions: field(listOf(day), 'code', ['Muokattu', 'Redigerad', 'Revisions'], 'Days on which it was edited.'),
      link: field(
        { is: 'code', pattern: '^https?://[^\\s<>"]+$', max: 500 },
        'public',
        ['Linkki', 'Länk', 'Link'],
        'Where it can be read.',
      ),
      digest: field(
        shapes.digest,
        'code',
        ['Tiiviste', 'Kontrollsumma', 'Digest'],
        'SHA-256 of the copy read, in hex.',
      ),
      words: field(shapes.line, 'public', ['Sanoin', 'Med ord', 'In words'], 'How the source dates itself.'),
    },
  }),
];
