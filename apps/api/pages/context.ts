import { type Language, type Names, type ViewMoment, codeWord, sayIn } from '#views';
import { type Html, html } from './html.js';
import { type Speak, speak } from './texts.js';

/** What a page needs beside its view. */
export interface PageContext {
  readonly lang: Language;
  /** Names of event types, by type. */
  readonly eventTypes: Readonly<Record<string, Names>>;
}

/** A page while it is written. */
export interface Page extends PageContext {
  readonly t: Speak;
  /** Moment that links lead on with; null: they lead to the present. */
  readonly moment: ViewMoment | null;
}

/** Begins a page. */
export const pageOf = (context: PageContext, moment: ViewMoment | null): Page => ({
  ...context,
  t: speak(context.lang),
  moment,
});

const encoded = (parameters: readonly (readonly [string, string])[]): string =>
  parameters.map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`).join('&');

/** Parameters of a moment, as forms and links give them. */
export const momentParameters = ({ on, known }: ViewMoment): readonly (readonly [string, string])[] => [
  ['on', on],
  ['known', known.day],
  ['basis', known.basis],
];

/** An address of ours with the page's moment and language. Parts of the path must be encoded already. */
export const address = (
  { lang, moment }: Pick<Page, 'lang' | 'moment'>,
  path: string,
  more: readonly (readonly [string, string])[] = [],
): string => `${path}?${encoded([...more, ...(moment ? momentParameters(moment) : []), ['lang', lang]])}`;

/** Address of an area's, a programme's or an item's page. */
export const areaAddress = (page: Page, code: string): string => address(page, `/areas/${encodeURIComponent(code)}`);
export const programmeAddress = (page: Page, id: string): string =>
  address(page, `/programmes/${encodeURIComponent(id)}`);
export const explainAddress = (page: Page, programme: string, item: string): string =>
  address(page, '/explain', [
    ['case', programme],
    ['item', item],
  ]);

/** A text in the page's language, marked where it is in another one. */
export const said = ({ lang }: Pick<Page, 'lang'>, names: Names, fallback: string): Html => {
  const { text, lang: own } = sayIn(lang, names, fallback);
  return own === null || own === lang ? html`${text}` : html`<span lang="${own}">${text}</span>`;
};

/** What an event type is called. */
export const eventName = (page: Page, type: string): Html => said(page, page.eventTypes[type] ?? {}, type);

/** What a code is called. */
export const word = ({ lang }: Pick<Page, 'lang'>, code: string | null): string => codeWord(code, lang);
