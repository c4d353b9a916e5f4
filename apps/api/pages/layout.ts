import { languages } from '#views';
import { type Page, address } from './context.js';
import { type Content, html } from './html.js';

/** A step of the way from the front page. */
export interface Crumb {
  readonly text: Content;
  readonly href: string;
}

/** What a page says around its content. */
export interface Frame {
  /** Title of the page, as text. */
  readonly title: string;
  readonly heading: Content;
  readonly crumbs: readonly Crumb[];
  /** Path and own parameters of this page, for the links to its other languages. */
  readonly path: string;
  readonly parameters?: readonly (readonly [string, string])[];
  readonly content: Content;
}

const names = { fi: 'Suomi', sv: 'Svenska', en: 'English' } as const;

const languageLinks = (page: Page, { path, parameters = [] }: Frame): Content =>
  languages.map((lang) =>
    lang === page.lang
      ? html`<li><span class="current" aria-current="true" lang="${lang}">${names[lang]}</span></li>`
      : html`<li>
          <a href="${address({ lang, moment: page.moment }, path, parameters)}" lang="${lang}" hreflang="${lang}"
            >${names[lang]}</a
          >
        </li>`,
  );

const crumbTrail = (page: Page, { crumbs, heading }: Frame): Content =>
  crumbs.length > 0 &&
  html`<nav class="crumbs" aria-label="${page.t('breadcrumb')}">
    <ol>
      ${crumbs.map(({ text, href }) => html`<li><a href="${href}">${text}</a></li>`)}
      <li aria-current="page">${heading}</li>
    </ol>
  </nav>`;

/** A whole page. It needs no script, and its style is one file of ours. */
export const layout = (page: Page, frame: Frame): string => {
  const { t, lang } = page;
  return html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${frame.title} – ${t('product')}</title>
        <link rel="stylesheet" href="/assets/vaihe.css" />
        <link rel="icon" href="/assets/vaihe.svg" type="image/svg+xml" />
      </head>
      <body>
        <a class="skip" href="#content">${t('skip')}</a>
        <header class="top">
          <div class="bar">
            <a class="brand" href="${address(page, '/')}">${t('product')}</a>
            <nav class="menu" aria-label="${t('navigation')}">
              <ul>
                <li><a href="${address(page, '/')}">${t('country')}</a></li>
                <li><a href="${address({ lang, moment: null }, '/ledger')}">${t('ledger')}</a></li>
              </ul>
            </nav>
            <nav class="languages" aria-label="${t('languages')}">
              <ul>
                ${languageLinks(page, frame)}
              </ul>
            </nav>
          </div>
        </header>
        <main id="content" tabindex="-1">
          ${crumbTrail(page, frame)}
          <h1>${frame.heading}</h1>
          ${frame.content}
        </main>
        <footer class="bottom"><p>${t('footer')}</p></footer>
      </body>
    </html> `.toString();
};
