import { describe, expect, it } from '@jest/globals';
import { position } from '#event-store';
import { type CountryOverview, type Explanation, type ProgrammeOverview, languages, viewDifference } from '#views';
import {
  type PageContext,
  renderArea,
  renderDiff,
  renderError,
  renderExplain,
  renderHome,
  renderLedger,
  renderProgramme,
} from './index.js';
import { hostile, hostileArea, moment, phase } from './pages.fixture.js';

const country: CountryOverview = {
  view: 'country-overview',
  moment,
  reforms: hostileArea.reforms,
  areas: [{ ...hostileArea.area, programmes: [], responsibilities: { registered: 2, heldByCounty: 0 }, findings: 1 }],
};

const overview: ProgrammeOverview = {
  view: 'programme-overview',
  moment: { ...moment, foreseen: true },
  programme: hostileArea.programmes[0] ?? null,
  subAreas: [],
  budget: [],
  deliverables: [],
  risks: [],
  bodies: [],
  decisions: [],
  targets: [],
  assessments: [],
  dependencies: [],
  deadlines: [],
  unconfirmed: [],
  findings: hostileArea.findings,
  sources: [{ id: hostile, title: {}, facts: 1 }],
  entries: hostileArea.entries,
  organisations: {},
};

const explanation: Explanation = {
  view: 'explanation',
  moment,
  item: { ...phase, state: 'shut' },
  programme: hostile,
  key: hostile,
  condition: {
    words: { en: hostile },
    truth: 'false',
    because: [],
    parts: [{ words: {}, truth: 'unknown', because: [], parts: [] }],
  },
  ways: [[{ kind: 'supply', words: { fi: hostile }, owner: hostile }]],
  more: true,
};

const empty = { ...hostileArea, programmes: [], entries: [], reforms: [] };

const pages: Readonly<Record<string, (context: PageContext) => string>> = {
  home: (context) => renderHome(country, context),
  area: (context) => renderArea(hostileArea, context),
  programme: (context) => renderProgramme(hostile, overview, context),
  'unknown programme': (context) => renderProgramme(hostile, { ...overview, programme: null }, context),
  explain: (context) => renderExplain(explanation, context),
  'explain nothing': (context) => renderExplain({ ...explanation, item: null }, context),
  diff: (context) => renderDiff(viewDifference(empty, hostileArea), { path: '/areas/04', name: hostile }, context),
  'removed items': (context) =>
    renderDiff(viewDifference(hostileArea, empty), { path: '/areas/04', name: hostile }, context),
  ledger: (context) =>
    renderLedger(
      {
        view: 'ledger-page',
        head: position(42),
        rows: [
          {
            id: hostile,
            position: '1',
            type: hostile,
            typeName: {},
            stream: hostile,
            occurred: hostile,
            recordedAt: '2024-01-01T12:00:00.000+02:00',
            learned: null,
            actor: hostile,
            source: null,
            causation: null,
            data: { text: hostile },
          },
        ],
        next: '1',
        previous: '0',
      },
      context,
    ),
  error: ({ lang }) =>
    renderError({
      lang,
      status: 400,
      title: hostile,
      problem: { code: 'invalid-request', message: hostile, errors: [{ field: hostile, message: hostile }] },
    }),
};

const cases = Object.entries(pages).flatMap(([name, render]) =>
  languages.map((lang) => [name, lang, render({ lang, eventTypes: {} })] as const),
);

const tagsOf = (page: string): readonly string[] =>
  [...page.matchAll(/<(\/?)([a-z0-9]+)((?:\s+[a-zA-Z-]+(?:="[^"]*")?)*)\s*(\/?)>/g)]
    .filter(([, , , , selfClosing]) => selfClosing === '')
    .map(([, slash = '', name = '']) => slash + name);

/** Elements that are never closed in HTML and that we do not close either. */
const unclosed = (tags: readonly string[]): readonly string[] => {
  const open: string[] = [];
  for (const tag of tags) {
    if (!tag.startsWith('/')) open.push(tag);
    else if (open.at(-1) === tag.slice(1)) open.pop();
    else open.push(tag);
  }
  return open;
};

describe.each(cases)('%s in %s', (_, lang, page) => {
  it('lets no text become markup, and needs no script and no inline style', () => {
    const names = tagsOf(page).map((tag) => tag.replace('/', ''));
    expect(names.filter((name) => ['script', 'img', 'style', 'iframe'].includes(name))).toEqual([]);
    const attributes = [...page.matchAll(/<[a-z](?:"[^"]*"|[^>"])*>/g)].flatMap(([tag]) => [
      ...tag.replace(/"[^"]*"/g, '""').matchAll(/\s([a-z-]+)=/g),
    ]);
    expect(attributes.filter(([, name = '']) => name === 'style' || name.startsWith('on'))).toEqual([]);
    expect(page).not.toContain('\u0000');
  });

  it('is well formed: every element is closed where it was opened', () => {
    expect(unclosed(tagsOf(page))).toEqual([]);
  });

  it('has its language, one heading, its landmarks and a link that skips to the content', () => {
    expect(page).toContain(`<html lang="${lang}">`);
    expect(page.match(/<h1>/g)).toHaveLength(1);
    for (const landmark of ['<header ', '<main id="content"', '<footer ', 'href="#content"'])
      expect(page).toContain(landmark);
  });

  it('has a label for each field, a caption for each table and no id twice', () => {
    const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(ids).toEqual([...new Set(ids)]);
    const fields = [...page.matchAll(/<(?:input type="date"|select) id="([^"]*)"/g)].map(([, id]) => id);
    expect([...page.matchAll(/<label for="([^"]*)"/g)].map(([, id]) => id)).toEqual(fields);
    expect(page.match(/<caption>/g) ?? []).toHaveLength((page.match(/<table /g) ?? []).length);
  });
});

describe('links', () => {
  it('lead on with the moment and the language', () => {
    const page = renderHome(country, { lang: 'sv', eventTypes: {} });
    expect(page).toContain('href="/?on=2021-06-25&amp;known=2021-06-25&amp;basis=source&amp;lang=fi"');
    const diff = renderArea(
      { ...hostileArea, area: { ...hostileArea.area, id: '04' } },
      { lang: 'en', eventTypes: {} },
    );
    expect(diff).toContain('href="/areas/04/diff?on=2021-06-25&amp;known=2021-06-25&amp;basis=source&amp;lang=en"');
    expect(diff).toContain('action="/areas/04"');
  });
});

describe('a name in another language', () => {
  it('is marked with its language', () => {
    const named = { ...country, areas: country.areas.map((area) => ({ ...area, name: { fi: 'Vantaa' } })) };
    expect(renderHome(named, { lang: 'sv', eventTypes: {} })).toContain('<span lang="fi">Vantaa</span>');
    expect(renderHome(named, { lang: 'fi', eventTypes: {} })).not.toContain('lang="fi">Vantaa');
  });
});
