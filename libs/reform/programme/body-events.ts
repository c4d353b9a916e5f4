import { defineEvent } from '../catalogue/event-definition.js';
import { field, listOf, means, req, shapes } from '../catalogue/field.js';
import { f } from '../catalogue/shared-fields.js';

/** Bodies of a programme and their seats. Holders of seats are pseudonymous ids. */
export const bodyEvents = [
  defineEvent({
    type: 'body-established',
    streams: ['programme'],
    names: ['Toimielin perustettu', 'Organet inrättat', 'Body established'],
    fields: {
      key: req(f.key),
      name: req(f.name),
      meets: field(shapes.line, 'public', ['Kokoontuu', 'Sammanträder', 'Meets'], 'How often it meets, in words.'),
      role: means(f.what, 'What it is for.'),
      decides: field(
        listOf(shapes.item),
        'code',
        ['Päättää', 'Beslutar', 'Decides'],
        'Subjects that it may decide, as gate:start, which covers gate:start/<entity> too. None stated: any.',
      ),
      decidesOn: field(
        listOf(shapes.title, 20),
        'public',
        ['Toimivalta', 'Befogenhet', 'Mandate'],
        'What it may decide, in words.',
      ),
      mandateFrom: field({ is: 'day' }, 'code', ['Alkaen', 'Från', 'From'], 'First day of its mandate.'),
      mandateUntil: field({ is: 'day' }, 'code', ['Asti', 'Till', 'Until'], 'Last day of its mandate.'),
      withoutVote: field(
        listOf(shapes.title, 20),
        'public',
        ['Läsnä ilman ääntä', 'Närvarande utan röst', 'Attend without vote'],
        'Roles that attend without a vote.',
      ),
    },
  }),
  defineEvent({
    type: 'body-ended',
    streams: ['programme'],
    foretold: true,
    names: ['Toimielin lakannut', 'Organet upphört', 'Body ended'],
    fields: { key: req(f.key), reason: f.reason },
  }),
  defineEvent({
    type: 'seat-filled',
    streams: ['programme'],
    foretold: true,
    names: ['Paikka täytetty', 'Platsen besatt', 'Seat filled'],
    fields: {
      body: req(f.body),
      seat: req(f.seat),
      role: means(f.what, 'Role that the seat stands for.'),
      holder: req(
        field(
          { is: 'code', pattern: '^[a-z][a-z-]*:[A-Za-z0-9][A-Za-z0-9._-]*$', max: 100 },
          'code',
          ['Haltija', 'Innehavare', 'Holder'],
          'Pseudonymous id of the holder; names live in the directory beside the ledger.',
        ),
      ),
      votes: req(field({ is: 'boolean' }, 'code', ['Äänioikeus', 'Rösträtt', 'Votes'], 'Whether the seat has a vote.')),
    },
  }),
  defineEvent({
    type: 'seat-vacated',
    streams: ['programme'],
    foretold: true,
    names: ['Paikka vapautunut', 'Platsen ledig', 'Seat vacated'],
    fields: { body: req(f.body), seat: req(f.seat) },
  }),
];
