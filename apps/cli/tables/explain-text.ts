import { type ConditionView, type Explanation, type Reason, codeWord, dayWords, whenWords } from '#views';
import { type TextOptions, clean } from './style.js';
import { heading, momentText, parts, say } from './said.js';
import { textOf } from './text-words.js';

const signs = { true: '✓', unknown: '?', false: '✕' } as const;

const reasonText = (options: TextOptions, { type, when, event }: Reason, types: EventNames): string => {
  const name = type === null ? clean(event) : say(options, types[type] ?? {}, type);
  return when === null ? name : `${name} ${whenWords(when, options.lang)}`;
};

/** Names of event types, by type. */
export type EventNames = Readonly<Record<string, Parameters<typeof say>[1]>>;

const tree = (options: TextOptions, node: ConditionView, types: EventNames, depth: number): readonly string[] => {
  const because = node.because.map((reason) => reasonText(options, reason, types)).join('; ');
  const own = `${'  '.repeat(depth)}${signs[node.truth]} ${say(options, node.words, '…')}${because === '' ? '' : ` [${because}]`}`;
  return [own, ...node.parts.flatMap((part) => tree(options, part, types, depth + 1))];
};

const wayLines = (options: TextOptions, { ways, more }: Explanation): readonly string[] => {
  if (ways.length === 0) return [textOf('noWays', options.lang)];
  const lines = ways.map((changes, place) => {
    const steps = changes.map(({ kind, words, owner }) => {
      const by = owner === null ? '' : ` (${clean(owner)})`;
      return `${textOf(kind, options.lang)}: ${say(options, words, '…')}${by}`;
    });
    return `${place + 1}. ${steps.join('\n   ')}`;
  });
  return more ? [...lines, textOf('moreWays', options.lang)] : lines;
};

/** Why an item of a case stands as it does, and what would open it. */
export const explainText = (view: Explanation, types: EventNames, options: TextOptions): string => {
  const { lang } = options;
  const { item, condition } = view;
  const title = `${view.programme} · ${item === null ? view.key : say(options, item.names, view.key)}`;
  const top = `${heading(title, options)}\n${momentText(options, view.moment)}`;
  if (item === null) return parts([top, textOf('noItem', lang)]);
  const since = item.since === null ? '' : ` · ${textOf('since', lang)} ${dayWords(item.since, lang)}`;
  const because = item.because.map((reason) => reasonText(options, reason, types)).join('; ');
  return parts([
    top,
    `${codeWord(item.state, lang)}${since}${because === '' ? '' : `\n${textOf('because', lang)}: ${because}`}`,
    condition && `${textOf('condition', lang)}\n${tree(options, condition, types, 1).join('\n')}`,
    item.state !== 'open' && `${textOf('ways', lang)}\n${wayLines(options, view).join('\n')}`,
  ]);
};
