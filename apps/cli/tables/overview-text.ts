import { type BudgetView, type CountryOverview, type ProgrammeOverview, dateWords, dayWords } from '#views';
import { type Opening } from '../../runtime/queries/openings.js';
import { measureText } from './area-text.js';
import { heading, momentText, parts, possibleCell, say, stateCell } from './said.js';
import { type TextOptions } from './style.js';
import { type Cell, textTable, wrapped } from './text-table.js';
import { textOf } from './text-words.js';

const amounts = ({ values }: BudgetView['stated']): string =>
  values.map((money) => (money === null ? '–' : String(money.total))).join(' / ');

const budgetRows = (options: TextOptions, view: ProgrammeOverview): readonly (readonly Cell[])[] =>
  view.budget.map((one) => [
    one.subArea,
    say(options, one.name, ''),
    amounts(one.stated),
    amounts(one.computed),
    one.difference,
    one.rowsDifference,
    one.measuresDifference,
  ]);

const findingLines = (options: TextOptions, view: ProgrammeOverview): string =>
  view.findings
    .flatMap(({ text, rule }) =>
      wrapped(say(options, text, rule), options.width - 4).map(
        (line, place) => `${place === 0 ? '  ! ' : '    '}${line}`,
      ),
    )
    .join('\n');

const titled = (title: string, content: string): string | false => content !== '' && `${title}\n${content}`;

/** A programme on a day: phases, measures, money, plans, what is due, and what does not fit. */
export const programmeText = (view: ProgrammeOverview, options: TextOptions): string => {
  const { lang } = options;
  const { programme } = view;
  if (programme === null) return momentText(options, view.moment);
  const word = (...keys: readonly Parameters<typeof textOf>[0][]): readonly string[] =>
    keys.map((key) => textOf(key, lang));
  const phases = (programme.case?.phases ?? []).map((phase): readonly Cell[] => [
    say(options, phase.names, phase.key),
    stateCell(options, phase.state),
    phase.since === null ? '' : dayWords(phase.since, lang),
  ]);
  const measures = programme.measures.map((measure): readonly Cell[] => [
    measure.letter ?? '',
    say(options, measure.title, measure.key),
    possibleCell(options, measure.status),
    measure.outcome.values.filter((value) => value !== null).join(' / '),
  ]);
  const due = view.deadlines.map(({ names, id, due: day, stated, overdue }): readonly Cell[] => [
    overdue ? { text: `! ${textOf('unconfirmed', lang)}`, tone: 'warn' } : '',
    stated === null ? dayWords(day, lang) : dateWords(stated, lang),
    say(options, names, id),
  ]);
  return parts([
    `${heading(`${programme.id} · ${say(options, programme.name, '')}`, options)}\n${momentText(options, view.moment)}`,
    textTable({ heads: word('openPhases', 'state', 'from'), rows: phases }, options),
    titled(
      `${textOf('measures', lang)}: ${measureText(options, programme.counts)}`,
      textTable({ heads: ['', ...word('what', 'state', 'is')], rows: measures }, options),
    ),
    textTable(
      {
        heads: [...word('subArea', 'what', 'stated', 'computed', 'difference', 'rows', 'measures')],
        rows: budgetRows(options, view),
        numeric: [2, 3, 4, 5, 6],
      },
      options,
    ),
    titled(textOf('nextDeadlines', lang), textTable({ heads: word('state', 'due', 'what'), rows: due }, options)),
    `${textOf('findings', lang)}: ${view.findings.length === 0 ? textOf('none', lang) : view.findings.length}\n${findingLines(options, view)}`.trimEnd(),
  ]);
};

/** The country on a day: every programme in its area with its open phases and findings. */
export const countryText = (view: CountryOverview, options: TextOptions): string => {
  const { lang } = options;
  const heads = (['area', 'programme', 'openPhases', 'measures', 'findings'] as const).map((key) => textOf(key, lang));
  const rows = view.areas.flatMap((area) =>
    area.programmes.map((programme): readonly Cell[] => [
      `${area.id} ${say(options, area.name, '')}`,
      programme.id,
      programme.openPhases.map(({ names, id }) => say(options, names, id)).join('; '),
      measureText(options, programme.measures),
      programme.findings,
    ]),
  );
  const others = view.areas.filter(({ programmes }) => programmes.length === 0).length;
  return parts([
    momentText(options, view.moment),
    textTable({ heads, rows, numeric: [4] }, options),
    others > 0 && `${others} ${textOf('areasWithout', lang)}`,
  ]);
};

/** Which phase or gate opened on which day. */
export const openingsText = (openings: readonly Opening[], options: TextOptions): string => {
  const { lang } = options;
  const rows = openings.map(({ programme, key, names, opened, shut }): readonly Cell[] => [
    opened === null ? '' : dayWords(opened, lang),
    shut === null ? '' : dayWords(shut, lang),
    programme,
    `${key.startsWith('gate:') ? `${key.slice(key.lastIndexOf('/') + 1)}: ` : ''}${say(options, names, key)}`,
  ]);
  const heads = (['opened', 'shut', 'programme', 'what'] as const).map((key) => textOf(key, lang));
  return textTable({ heads, rows }, options);
};
