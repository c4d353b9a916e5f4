/** Markup that is safe to send: only `html` makes it. */
export class Html {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

/** What a template may hold: text and numbers are escaped, markup stays, null and false are nothing, lists are joined. */
export type Content = Html | string | number | null | undefined | false | readonly Content[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text in which nothing is markup, for contents and quoted attributes. Control characters, which HTML forbids, go. */
export const escaped = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '\ufffd')
    .replace(/[&<>"']/g, (sign) => entities[sign] ?? '');

const rendered = (content: Content): string => {
  if (content === null || content === undefined || content === false) return '';
  if (content instanceof Html) return content.toString();
  if (typeof content === 'string') return escaped(content);
  return typeof content === 'number' ? String(content) : content.map(rendered).join('');
};

/** Markup from a template; everything put into it is escaped unless it is markup itself. Attributes must be quoted. */
export const html = (parts: TemplateStringsArray, ...contents: readonly Content[]): Html =>
  new Html(parts.map((part, place) => part + rendered(contents[place])).join(''));

/** Members with markup between them. */
export const joined = (members: readonly Content[], between: Content): Html =>
  html`${members.map((member, place) => (place === 0 ? member : [between, member]))}`;
