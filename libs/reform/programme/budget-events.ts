import { defineEvent } from '../catalogue/event-definition.js';
import { field, listOf, means, objectOf, req, shapes } from '../catalogue/field.js';
import { f } from '../catalogue/shared-fields.js';

const earmarkFields = { what: req(f.what), amount: req(f.amount) };

/** Money of a programme, in whole euros. What a plan states and what moves make of it stand side by side. */
export const budgetEvents = [
  defineEvent({
    type: 'budget-allocated',
    streams: ['programme'],
    names: ['Budjetti osoitettu', 'Budgeten anvisad', 'Budget allocated'],
    fields: {
      subArea: req(f.subArea),
      plan: req(f.plan),
      total: req(f.total),
      own: f.own,
      grant: f.grant,
      rows: field(
        { is: 'map', of: shapes.amount, max: 50 },
        'public',
        ['Kustannuslajit', 'Kostnadsslag', 'Cost rows'],
        'Amount of each cost category as stated.',
      ),
      measures: field(
        { is: 'map', of: shapes.amount, max: 400 },
        'public',
        ['Toimenpiteittäin', 'Per åtgärd', 'By measure'],
        'Amount of each measure as stated, by its key.',
      ),
      movedIn: means(f.amount, 'Whole euros that the plan says were moved in.'),
      movedOut: means(f.amount, 'Whole euros that the plan says were moved out.'),
      earmarked: field(
        listOf(objectOf(earmarkFields), 20),
        'public',
        ['Korvamerkitty', 'Öronmärkt', 'Earmarked'],
        'Amounts set apart within the total.',
      ),
    },
  }),
  defineEvent({
    type: 'budget-moved',
    streams: ['programme'],
    names: ['Rahaa siirretty', 'Medel flyttade', 'Budget moved'],
    fields: {
      from: req(means(f.subArea, 'Sub-area that the money leaves.')),
      to: req(means(f.subArea, 'Sub-area that the money goes to.')),
      amount: req(f.amount),
      own: means(f.own, 'Own funding within the amount; not stated: by the shares of each side.'),
      reason: f.reason,
    },
  }),
  defineEvent({
    type: 'expenditure-recorded',
    streams: ['programme'],
    names: ['Toteuma kirjattu', 'Utfall registrerat', 'Expenditure recorded'],
    fields: { subArea: req(f.subArea), period: req(f.period), total: req(f.total), own: f.own, grant: f.grant },
  }),
  defineEvent({
    type: 'forecast-recorded',
    streams: ['programme'],
    names: ['Ennuste kirjattu', 'Prognos registrerad', 'Forecast recorded'],
    fields: { subArea: req(f.subArea), period: req(f.period), total: req(f.total) },
  }),
];
