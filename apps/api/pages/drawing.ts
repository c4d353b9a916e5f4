import { type Day, civilOf, day as dayFrom, parseDay } from '#history';
import { type Lane, type Span, type ViewMoment, dayWords, sayIn } from '#views';
import { type Page, said, word } from './context.js';
import { left, right, scaleOf, type Scale, yearsOf } from './drawing-scale.js';
import { type Content, type Html, html, joined } from './html.js';
import { dayText, table } from './parts.js';

const rowHeight = 26;
const top = 34;

const dayOr = (text: string | null, open: Day): Day => (text === null ? open : (parseDay(text) ?? open));

const bar = (page: Page, { x, first, last, on }: Scale, y: number, span: Span): Html => {
  const [from, to] = [x(dayOr(span.from, first)), x(dayOr(span.to, last) + 1)];
  const states = span.states.map((state) => word(page, state)).join(' / ');
  const kind = `bar of-${span.states.at(-1) ?? 'none'} ${span.certain ? 'certain' : 'maybe'}`;
  const width = Math.max(Math.round((to - from) * 10) / 10, 2);
  // The line of the chosen day must not cross the words.
  const words = x(on) > from && x(on) < from + 90 ? x(on) : from;
  const dates = [span.from, span.to].map((date) => (date === null ? '…' : dayWords(date, page.lang))).join(' – ');
  return html`<g>
    <title>${states}${span.certain ? '' : ` (${page.t('possible')})`}: ${dates}</title>
    <rect class="${kind}" x="${from}" y="${y + 5}" width="${width}" height="16" rx="3" />
    ${width - (words - from) > 110 && html`<text class="on-bar" x="${words + 7}" y="${y + 17}">${states}</text>`}
  </g>`;
};

const clipped = (text: string): string => (text.length > 44 ? `${text.slice(0, 43)}…` : text);

const laneName = (page: Page, { names, letter, id }: Lane): string => {
  const { text } = sayIn(page.lang, names, id);
  return letter === null ? text : `${letter} ${text}`;
};

const line = (page: Page, scale: Scale, lane: Lane, place: number): Html => {
  const y = top + place * rowHeight;
  return html`<text class="lane" x="0" y="${y + 17}">${clipped(laneName(page, lane))}</text>
    <line class="rule" x1="0" x2="${right}" y1="${y + rowHeight}" y2="${y + rowHeight}" />
    ${lane.spans.map((span) => bar(page, scale, y, span))}`;
};

const yearMarks = (scale: Scale, height: number): readonly Html[] =>
  yearsOf(scale).map(
    (day) =>
      html`<line class="year" x1="${scale.x(day)}" x2="${scale.x(day)}" y1="20" y2="${height}" />
        <text class="year-name" x="${scale.x(day) + 5}" y="14">${civilOf(day).year}</text>`,
  );

const onMark = (page: Page, scale: Scale, on: string, height: number): Html => {
  const x = scale.x(dayFrom(on));
  // Near the right edge the date stands left of its line.
  const late = x > right - 110;
  return html`<line class="on-day" x1="${x}" x2="${x}" y1="16" y2="${height}" />
    <text class="on-day-name" x="${late ? x - 6 : x + 6}" y="30" text-anchor="${late ? 'end' : 'start'}">
      ${dayWords(on, page.lang)}
    </text>`;
};

const legend = ({ t }: Page): Html =>
  html`<p class="legend">
    <svg class="key" viewBox="0 0 28 16" aria-hidden="true">
      <rect class="bar of-started certain" x="1" y="2" width="26" height="12" rx="3" />
    </svg>
    ${t('legendCertain')}
    <svg class="key" viewBox="0 0 28 16" aria-hidden="true">
      <rect class="bar of-started maybe" x="1" y="2" width="26" height="12" rx="3" />
    </svg>
    ${t('legendPossible')}
    <svg class="key" viewBox="0 0 28 16" aria-hidden="true"><line class="on-day" x1="14" x2="14" y1="0" y2="16" /></svg>
    ${t('legendOn')}
  </p>`;

const asTable = (page: Page, lanes: readonly Lane[]): Content =>
  table({
    caption: page.t('timelineText'),
    columns: [page.t('what'), page.t('state'), page.t('from'), page.t('to')].map((head) => ({ head })),
    rows: lanes.flatMap((lane) =>
      lane.spans.map(({ states, certain, from, to }) => [
        [lane.letter !== null && `${lane.letter} `, said(page, lane.names, lane.id)],
        [
          joined(
            states.map((state) => word(page, state)),
            ' / ',
          ),
          !certain && ` (${page.t('legendPossible')})`,
        ],
        dayText(page, from) || '…',
        dayText(page, to) || '…',
      ]),
    ),
  });

/**
 * Phases and measures over time, as known: what is certain is filled, what is merely possible is dashed, a line marks
 * the day asked about. The same stands in a table below it.
 */
export const drawing = (page: Page, moment: ViewMoment, lanes: readonly Lane[], period: readonly Day[]): Content => {
  const drawn = lanes.filter(({ spans }) => spans.length > 0);
  if (drawn.length === 0) return null;
  const scale = scaleOf(drawn, dayFrom(moment.on), period);
  const height = top + drawn.length * rowHeight + 4;
  return html`<figure class="timeline">
    <div class="scroll" role="region" tabindex="0" aria-label="${page.t('timeline')}">
      <svg viewBox="0 0 ${right} ${height}" role="img" aria-label="${page.t('timelineText')}">
        <rect class="ground" x="${left}" y="20" width="${right - left}" height="${height - 20}" />
        ${yearMarks(scale, height)} ${drawn.map((lane, place) => line(page, scale, lane, place))}
        ${onMark(page, scale, moment.on, height)}
      </svg>
    </div>
    <figcaption>${legend(page)}</figcaption>
    <details>
      <summary>${page.t('asTable')}</summary>
      ${asTable(page, drawn)}
    </details>
  </figure>`;
};
