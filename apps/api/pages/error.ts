import { type Language } from '#views';
import { address, pageOf } from './context.js';
import { html } from './html.js';
import { layout } from './layout.js';

/** What went wrong, as a page tells it. */
export interface ErrorView {
  readonly lang: Language;
  /** HTTP status. */
  readonly status: number;
  /** Title in the language of the page. */
  readonly title: string;
  readonly problem: {
    /** Stable code. */
    readonly code: string;
    /** What to do. */
    readonly message: string;
    readonly errors: readonly { readonly field: string; readonly message: string }[];
  };
}

/** An error as a page: what is wrong, what to do, and the code to tell when asking for help. */
export const renderError = ({ lang, status, title, problem }: ErrorView): string => {
  const page = pageOf({ lang, eventTypes: {} }, null);
  return layout(page, {
    title,
    heading: title,
    crumbs: [],
    path: '/',
    content: [
      // Messages are written in English, whatever the language of the page.
      html`<p class="lead" lang="en">${problem.message}</p>`,
      problem.errors.length > 0 &&
        html`<ul class="findings" lang="en">
          ${problem.errors.map(({ field, message }) => html`<li><strong>${field}</strong>: ${message}</li>`)}
        </ul>`,
      html`<p class="quiet">${page.t('error')} ${status} · ${problem.code}</p>`,
      html`<p><a href="${address(page, '/')}">${page.t('whatNow')}</a></p>`,
    ],
  });
};
