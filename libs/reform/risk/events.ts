import { defineEvent } from '../catalogue/event-definition.js';
import { field, means, oneOf, req } from '../catalogue/field.js';
import { f } from '../catalogue/shared-fields.js';

const likelihood = field(
  oneOf('unlikely', 'average', 'likely'),
  'code',
  ['Todennäköisyys', 'Sannolikhet', 'Likelihood'],
  'How likely it is.',
);
const impact = field(oneOf('minor', 'medium', 'significant'), 'code', ['Vaikutus', 'Verkan', 'Impact'], 'How bad.');
const level = field(oneOf('measure', 'programme'), 'code', ['Taso', 'Nivå', 'Level'], 'Where it is kept.');

/** Risks of a programme or of one of its measures. */
export const riskEvents = [
  defineEvent({
    type: 'risk-identified',
    streams: ['risk'],
    names: ['Riski tunnistettu', 'Risk identifierad', 'Risk identified'],
    fields: {
      title: req(f.title),
      likelihood,
      impact,
      level,
      measure: f.measure,
      mitigation: means(f.note, 'What is done against it; the text can be erased.'),
    },
  }),
  defineEvent({
    type: 'risk-reassessed',
    streams: ['risk'],
    names: ['Riski arvioitu uudelleen', 'Risk omvärderad', 'Risk reassessed'],
    fields: { likelihood, impact, note: f.note },
  }),
  defineEvent({
    type: 'risk-raised',
    streams: ['risk'],
    names: ['Riski nostettu', 'Risk upplyft', 'Risk raised'],
    fields: { to: req(means(f.body, 'Body that it was raised to.')), level, reason: f.reason },
  }),
  defineEvent({
    type: 'risk-materialised',
    streams: ['risk'],
    names: ['Riski toteutunut', 'Risk förverkligad', 'Risk materialised'],
    fields: { title: f.title, note: f.note },
  }),
  defineEvent({
    type: 'risk-closed',
    streams: ['risk'],
    names: ['Riski suljettu', 'Risk avslutad', 'Risk closed'],
    fields: { title: f.title, reason: f.reason },
  }),
];
