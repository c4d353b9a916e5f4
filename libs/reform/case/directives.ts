import { defineEvent, type NameTriple } from '../catalogue/event-definition.js';
import { type Fields, field, objectOf, req, shapes } from '../catalogue/field.js';
import { f } from '../catalogue/shared-fields.js';

/** Fields that name a version of a definition. */
export const versionFields = {
  key: req(field(shapes.key, 'code', ['Määrittely', 'Definition', 'Definition'], 'Key of the definition.')),
  hash: req(field(shapes.digest, 'code', ['Tiiviste', 'Kontrollsumma', 'Hash'], 'SHA-256 of its canonical JSON, hex.')),
};

const versionShape = objectOf(versionFields);

const definition = field(
  versionShape,
  'code',
  ['Määrittelyversio', 'Version', 'Version'],
  'Version of the definition.',
);
const item = field(shapes.item, 'code', ['Kohde', 'Objekt', 'Item'], 'Key of the item, as deadline:<key>/<entity>.');
const bindings = field(
  { is: 'map', of: shapes.entity, max: 20 },
  'code',
  ['Sidokset', 'Bindningar', 'Bindings'],
  'What the names of the definition stand for in this case, as reform: reform:sote-2021.',
);

const directive = (type: string, names: NameTriple, fields: Fields) =>
  defineEvent({ type, streams: ['case'], nature: 'directive', foretold: true, names, fields });

/** Directives of a case: what steers the engine. */
export const directiveEvents = [
  directive('workflow-started', ['Työnkulku aloitettu', 'Arbetsflödet startat', 'Workflow started'], {
    case: req(field(shapes.key, 'code', ['Tapaus', 'Ärende', 'Case'], 'Id of the case.')),
    definition: req(definition),
    calendar: field(shapes.key, 'code', ['Kalenteri', 'Kalender', 'Calendar'], 'Key of its calendar.'),
    bindings: req(bindings),
    effective: req(f.effective),
  }),
  directive('workflow-migrated', ['Työnkulku siirretty', 'Arbetsflödet migrerat', 'Workflow migrated'], {
    definition: req(definition),
    effective: req(f.effective),
    mapping: req(
      field({ is: 'json' }, 'code', ['Kuvaus', 'Avbildning', 'Mapping'], 'Which item goes on as which; data, no code.'),
    ),
    bindings,
    reason: f.reason,
  }),
  directive('deadline-overridden', ['Määräaikaa muutettu', 'Tidsfristen ändrad', 'Deadline overridden'], {
    deadline: req(item),
    due: req(field({ is: 'day' }, 'code', ['Määräpäivä', 'Förfallodag', 'Due'], 'The day on which it is due instead.')),
    effective: f.effective,
    reason: req(f.reason),
  }),
  directive('release-accepted', ['Julkaisu hyväksytty', 'Utgåvan godkänd', 'Release accepted'], {
    release: req(field(shapes.line, 'public', ['Julkaisu', 'Utgåva', 'Release'], 'Release that may drive on.')),
    note: f.note,
  }),
  directive('workflow-ended', ['Työnkulku päätetty', 'Arbetsflödet avslutat', 'Workflow ended'], {
    effective: req(f.effective),
    reason: f.reason,
  }),
];
