import {
  type AreaTimeline,
  type ItemView,
  type NextDeadline,
  type PlanView,
  type ProgrammeTimeline,
  codeWord,
  dateWords,
  dayWords,
} from '#views';
import { type TextOptions } from './style.js';
import { heading, momentText, parts, say } from './said.js';
import { type Cell, textTable, wrapped } from './text-table.js';
import { textOf } from './text-words.js';

const phaseText = (options: TextOptions, { names, key, state, since, possibleSince }: ItemView): string => {
  const from = state === 'open' ? since : possibleSince;
  const day = from === null ? '' : ` (${textOf('since', options.lang)} ${dayWords(from, options.lang)})`;
  return `${state === 'open' ? '' : `${textOf('possibly', options.lang)} `}${say(options, names, key)}${day}`;
};

const isOpen = ({ state }: ItemView): boolean => state === 'open' || state === 'possibly-open';

const phaseLines = (options: TextOptions, programme: ProgrammeTimeline): string =>
  (programme.case?.phases ?? [])
    .filter(isOpen)
    .map((phase) => phaseText(options, phase))
    .join('; ');

const gateText = (options: TextOptions, { of, names, key }: ItemView): string =>
  of === null ? say(options, names, key) : `${of.slice(of.lastIndexOf('/') + 1)}: ${say(options, names, key)}`;

const gateLines = (options: TextOptions, programme: ProgrammeTimeline): string => {
  const gates = programme.case?.gates ?? [];
  const open = gates.filter(({ state }) => state === 'open').map((gate) => gateText(options, gate));
  return gates.length === 0 ? '' : `${open.length}/${gates.length}${open.length > 0 ? ` ${open.join('; ')}` : ''}`;
};

/** Measures by state in words: "28 stated, none listed". */
export const measureText = (
  { lang }: TextOptions,
  { stated, listed, byStatus }: ProgrammeTimeline['counts'],
): string => {
  const states = byStatus.map(({ status, certain, possible }) => {
    const maybe = possible > 0 ? ` (+${possible} ${textOf('possibly', lang)})` : '';
    return `${certain} ${codeWord(status, lang)}${maybe}`;
  });
  const total = listed === 0 ? textOf('noneListed', lang) : `${listed} ${textOf('listed', lang)}`;
  const head = stated === null ? [] : [`${stated} ${textOf('measuresStated', lang)}, ${total}`];
  return [...head, ...states].join(', ');
};

const programmeRow = (options: TextOptions, programme: ProgrammeTimeline): readonly Cell[] => [
  say(options, programme.name, programme.id),
  phaseLines(options, programme),
  gateLines(options, programme),
  measureText(options, programme.counts),
];

const planName = (options: TextOptions, { what, id, municipality }: PlanView, view: AreaTimeline): string => {
  const place = municipality === null ? null : (view.organisations[`municipality:${municipality}`] ?? {});
  return `${say(options, what, id)}${place === null ? '' : ` · ${say(options, place, municipality ?? '')}`}`;
};

const deadlineRows = (
  options: TextOptions,
  view: AreaTimeline,
  deadlines: readonly NextDeadline[],
): readonly (readonly Cell[])[] => {
  const overdue = view.unconfirmed.map((plan): readonly Cell[] => [
    { text: `! ${textOf('unconfirmed', options.lang)}`, tone: 'warn' },
    plan.due?.stated ? dateWords(plan.due.stated, options.lang) : '',
    planName(options, plan, view),
  ]);
  const next = deadlines
    .filter((deadline) => !deadline.overdue)
    .slice(0, 5)
    .map(({ kind, due, stated, names, id }): readonly Cell[] => [
      codeWord(kind, options.lang),
      stated === null ? dayWords(due, options.lang) : dateWords(stated, options.lang),
      say(options, names, id),
    ]);
  return [...overdue, ...next];
};

/**
 * An area in a few lines: open phases and gates of each programme, measures by state, what is due next or unconfirmed,
 * and the findings. The deadlines are those of its programmes.
 */
export const areaText = (view: AreaTimeline, deadlines: readonly NextDeadline[], options: TextOptions): string => {
  const { lang } = options;
  const heads = (['programme', 'openPhases', 'openGates', 'measures'] as const).map((key) => textOf(key, lang));
  const due = (['state', 'due', 'what'] as const).map((key) => textOf(key, lang));
  const findings = view.findings.flatMap(({ text, rule }) =>
    wrapped(say(options, text, rule), options.width - 4).map(
      (line, place) => `${place === 0 ? '  ! ' : '    '}${line}`,
    ),
  );
  const dueTable = textTable({ heads: due, rows: deadlineRows(options, view, deadlines) }, options);
  return parts([
    `${heading(`${view.area.id} ${say(options, view.area.name, '')}`, options)}\n${momentText(options, view.moment)}`,
    textTable({ heads, rows: view.programmes.map((programme) => programmeRow(options, programme)) }, options),
    dueTable !== '' && `${textOf('nextDeadlines', lang)}\n${dueTable}`,
    `${textOf('findings', lang)}: ${view.findings.length === 0 ? textOf('none', lang) : view.findings.length}${findings.length > 0 ? `\n${findings.join('\n')}` : ''}`,
  ]);
};
