import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type AreaTimeline, type Explanation, type ViewMoment, viewDifference } from '#views';
import { areaText, diffText, explainText, takesColour, textTable, timelineText, wrapped } from './index.js';
import { type TextOptions, clean } from './style.js';

const options: TextOptions = { lang: 'en', width: 60, colour: false };

const moment: ViewMoment = {
  on: '2021-06-25',
  known: { basis: 'source', day: '2021-06-25' },
  position: '42',
  foreseen: false,
};

const view: AreaTimeline = {
  view: 'area-timeline',
  moment,
  area: { id: '04', name: { fi: 'Vantaa ja Kerava' }, status: { certain: true, values: ['county'] } },
  municipalities: [],
  reforms: [],
  programmes: [
    {
      id: 'ks',
      name: { en: 'Central Finland' },
      status: { certain: true, values: ['launched'] },
      reform: null,
      area: '04',
      period: null,
      funder: null,
      case: null,
      counts: { stated: 28, listed: 0, byStatus: [] },
      measures: [],
      milestones: [],
      pilots: [],
      rollouts: [],
      lanes: [],
    },
  ],
  responsibilities: [],
  unconfirmed: [],
  entries: [],
  findings: [
    {
      id: 'f',
      rule: 'r',
      entity: null,
      programme: 'ks',
      text: { en: 'The period has ended\u001b[2J with no closing' },
      because: [],
    },
  ],
  organisations: {},
};

describe('a table of the terminal', () => {
  it('is as wide as it needs, with numbers to the right and no empty columns', () => {
    const table = {
      heads: ['Name', 'Empty', 'Count'],
      rows: [
        ['a', '', 1],
        ['bb', null, 22],
      ],
      numeric: [2],
    };
    expect(textTable(table, options)).toBe(['Name  Count', '────  ─────', 'a         1', 'bb       22'].join('\n'));
  });

  it('breaks cells between words where the terminal is narrow', () => {
    const table = { heads: ['Key', 'Text'], rows: [['k', 'one two three four']] };
    expect(textTable(table, { ...options, width: 15 })).toBe(
      ['Key  Text', '───  ──────────', 'k    one two', '     three four'].join('\n'),
    );
  });

  it('is never wider than the terminal, and loses no sign', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'ä', 'b', ' '), maxLength: 60 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 30, max: 90 }),
        (rows, width) => {
          const lines = textTable({ heads: ['A', 'B'], rows }, { ...options, width }).split('\n');
          expect(lines.filter((line) => [...line].length > width)).toEqual([]);
          const signs = (all: string): number => all.replace(/[^aäb]/g, '').length;
          expect(signs(lines.slice(2).join(''))).toBe(signs(rows.flat().join('')));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('breaks a word that fits nowhere', () => {
    expect(wrapped('abcdef gh', 4)).toEqual(['abcd', 'ef', 'gh']);
  });

  it('colours only where it is asked to', () => {
    const table = { heads: ['A'], rows: [[{ text: 'x', tone: 'warn' as const }]] };
    expect(textTable(table, options)).toBe('A\n─\nx');
    expect(textTable(table, { ...options, colour: true })).toContain('\u001b[31mx\u001b[0m');
  });
});

describe('colour', () => {
  it('needs a terminal and gives way to NO_COLOR', () => {
    expect(takesColour({ isTTY: true }, {})).toBe(true);
    expect(takesColour({ isTTY: true }, { NO_COLOR: '1' })).toBe(false);
    expect(takesColour({ isTTY: true }, { TERM: 'dumb' })).toBe(false);
    expect(takesColour({}, {})).toBe(false);
  });
});

describe('text of others', () => {
  it('cannot steer the terminal', () => {
    expect(clean('a\u001b[31mb\u0007c\nd\u202ee')).toBe('a\ufffd[31mb\ufffdc d\ufffde');
  });
});

describe('an area in the terminal', () => {
  it('says in a few lines how it stands', () => {
    expect(areaText(view, [], options)).toBe(
      [
        '04 Vantaa ja Kerava',
        '━━━━━━━━━━━━━━━━━━━',
        'On 25 June 2021 · as known 25 June 2021 (in sources) · position 42',
        '',
        'Programme        Measures',
        '───────────────  ──────────────────────',
        'Central Finland  28 stated, none listed',
        '',
        'Findings: 1',
        '  ! The period has ended\ufffd[2J with no closing',
      ].join('\n'),
    );
  });

  it('has a timeline without empty tables', () => {
    expect(timelineText(view, options)).toBe(
      '04 Vantaa ja Kerava\n━━━━━━━━━━━━━━━━━━━\nOn 25 June 2021 · as known 25 June 2021 (in sources) · position 42',
    );
  });
});

describe('a difference in the terminal', () => {
  it('lists what is gone', () => {
    const text = diffText(viewDifference(view, { ...view, findings: [], programmes: [] }), options);
    expect(text).toContain(
      'Removed (2)\n− Programmes: Central Finland\n− Findings: The period has ended\ufffd[2J with no closing',
    );
  });

  it('says when there is none', () => {
    expect(diffText(viewDifference(view, view), options).endsWith('No difference.')).toBe(true);
  });
});

describe('an explanation in the terminal', () => {
  it('shows the condition as a tree and what would open it', () => {
    const explanation: Explanation = {
      view: 'explanation',
      moment,
      programme: 'vake',
      key: 'phase:third',
      item: {
        id: 'vake/phase:third',
        programme: 'vake',
        key: 'phase:third',
        kind: 'phase',
        of: null,
        names: { en: 'Third phase' },
        state: 'shut',
        since: null,
        possibleSince: null,
        due: null,
        earliestDue: null,
        unconfirmed: false,
        because: [],
        announced: null,
      },
      condition: {
        words: { en: 'all of' },
        truth: 'false',
        because: [],
        parts: [{ words: { en: 'the laws are passed' }, truth: 'false', because: [], parts: [] }],
      },
      ways: [[{ kind: 'supply', words: { en: 'laws-passed' }, owner: 'Parliament' }]],
      more: false,
    };
    expect(explainText(explanation, {}, options).split('\n').slice(4)).toEqual([
      'shut',
      '',
      'Condition',
      '  ✕ all of',
      '    ✕ the laws are passed',
      '',
      'What would open it',
      '1. needed: laws-passed (Parliament)',
    ]);
    expect(explainText({ ...explanation, item: null }, {}, options).endsWith('No such item on this day.')).toBe(true);
  });
});
