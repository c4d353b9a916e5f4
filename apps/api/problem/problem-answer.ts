import { type Language } from '#workflow';
import { renderError } from '../pages/index.js';
import { type Problem, problems } from './problem.js';

/** Who asked, as far as an answer depends on it. */
export interface Asking {
  readonly lang: Language;
  /** Whether a browser asks: it gets a page. */
  readonly browser: boolean;
  /** The address that was asked. */
  readonly url: string;
}

/** A problem as it is sent. */
export interface ProblemAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** A problem as problem details (RFC 9457), or as a page for a browser. */
export const problemAnswer = (problem: Problem, { lang, browser, url }: Asking): ProblemAnswer => {
  const { status, [lang]: title } = problems[problem.code];
  if (browser) return { status, type: 'text/html; charset=utf-8', body: renderError({ lang, status, title, problem }) };
  const details = {
    type: `urn:vaihe:problem:${problem.code}`,
    title,
    status,
    code: problem.code,
    detail: problem.message,
    instance: url,
    ...(problem.errors.length > 0 ? { errors: problem.errors } : {}),
  };
  return { status, type: 'application/problem+json; charset=utf-8', body: JSON.stringify(details) };
};
