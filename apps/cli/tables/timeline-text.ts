import { type AreaTimeline, type EntryView, type ProgrammeTimeline, dayWords, whenWords } from '#views';
import { type TextOptions } from './style.js';
import { heading, momentText, parts, possibleCell, say, stateCell } from './said.js';
import { type Cell, textTable } from './text-table.js';
import { textOf } from './text-words.js';

const entryRow = (options: TextOptions, view: AreaTimeline, entry: EntryView): readonly Cell[] => {
  const place = entry.municipality === null ? {} : (view.organisations[`municipality:${entry.municipality}`] ?? {});
  const what = [say(options, entry.typeName, entry.type), say(options, entry.what, ''), say(options, place, '')];
  const flags = [entry.afterSource && '!', entry.corrected && '*', entry.foreseen && '→'].filter(Boolean).join('');
  return [
    whenWords(entry.when, options.lang),
    stateCell(options, entry.stands),
    flags,
    what.filter((text) => text !== '').join(' · '),
    entry.programme ?? '',
    dayWords(entry.learned, options.lang),
  ];
};

const itemRows = (options: TextOptions, { id, case: view }: ProgrammeTimeline): readonly (readonly Cell[])[] =>
  [...(view?.phases ?? []), ...(view?.gates ?? [])].map((item) => [
    id,
    say(options, item.names, item.key) + (item.of === null ? '' : ` · ${item.of.slice(item.of.indexOf('/') + 1)}`),
    stateCell(options, item.state),
    item.since === null ? '' : dayWords(item.since, options.lang),
  ]);

const responsibilityRows = (options: TextOptions, view: AreaTimeline): readonly (readonly Cell[])[] =>
  view.responsibilities.map(({ municipality, holder, foreseen }) => [
    say(options, view.organisations[`municipality:${municipality}`] ?? {}, municipality),
    holder.values
      .map((code) => (code === null ? '–' : say(options, view.organisations[code] ?? {}, code)))
      .join(' / ') + (foreseen ? ` (${textOf('foreseen', options.lang)})` : ''),
  ]);

const planRows = (options: TextOptions, programme: ProgrammeTimeline): readonly (readonly Cell[])[] =>
  programme.measures.map((measure) => [
    programme.id,
    `${measure.letter === null ? '' : `${measure.letter} `}${say(options, measure.title, measure.key)}`,
    possibleCell(options, measure.status),
  ]);

/** The timeline of an area in full: phases and gates, measures, who is responsible, and every fact in order of time. */
export const timelineText = (view: AreaTimeline, options: TextOptions): string => {
  const { lang } = options;
  const heads = (...keys: readonly Parameters<typeof textOf>[0][]): readonly string[] =>
    keys.map((key) => textOf(key, lang));
  const table = (names: readonly string[], rows: readonly (readonly Cell[])[]): string =>
    textTable({ heads: names, rows }, options);
  return parts([
    `${heading(`${view.area.id} ${say(options, view.area.name, '')}`, options)}\n${momentText(options, view.moment)}`,
    table(
      heads('programme', 'what', 'state', 'from'),
      view.programmes.flatMap((programme) => itemRows(options, programme)),
    ),
    table(
      heads('programme', 'measures', 'state'),
      view.programmes.flatMap((programme) => planRows(options, programme)),
    ),
    table(heads('municipality', 'holder'), responsibilityRows(options, view)),
    table(
      [textOf('when', lang), textOf('stands', lang), '', ...heads('event', 'programme', 'knownFrom')],
      view.entries.map((entry) => entryRow(options, view, entry)),
    ),
  ]);
};
