import { describe, expect, it } from '@jest/globals';
import { position } from '#event-store';
import { areaTimeline } from './area-timeline.js';
import { countryOverview } from './country-overview.js';
import { ledgerPage } from './ledger-page.js';
import { programmeOverview } from './programme-overview.js';
import { type Said, launched, ledgerOf, planned, readingOf } from './views.fixture.js';

const defined: Said = {
  stream: 'area-04',
  type: 'area-defined',
  occurred: '../2019-08-29',
  learned: '2019-08-29',
  data: { name: { fi: 'Vantaa ja Kerava' } },
};
const other: Said = { ...defined, stream: 'area-05', data: { name: { fi: 'Varsinais-Suomi' } } };

describe('moments', () => {
  it('are stated by every view, with the basis and the last position', () => {
    const reading = readingOf([defined, launched], { on: '2021-01-02', known: '2021-01-01', basis: 'source' });
    const moment = { on: '2021-01-02', known: { basis: 'source', day: '2021-01-01' }, position: '2', foreseen: true };
    expect(areaTimeline('04', reading).moment).toEqual(moment);
    expect(programmeOverview('p', reading).moment).toEqual(moment);
    expect(countryOverview(reading).moment).toEqual(moment);
    expect(areaTimeline('04', { ...reading, on: reading.known.day }).moment.foreseen).toBe(false);
  });
});

describe('an area of which nothing is known', () => {
  it('has its code alone', () => {
    expect(areaTimeline('04', { ...readingOf([], { on: '2021-01-01' }), position: null })).toEqual({
      view: 'area-timeline',
      moment: { on: '2021-01-01', known: { basis: 'source', day: '2021-01-01' }, position: null, foreseen: false },
      area: { id: '04', name: {}, status: { certain: true, values: [null] } },
      municipalities: [],
      reforms: [],
      programmes: [],
      responsibilities: [],
      unconfirmed: [],
      entries: [],
      findings: [],
      organisations: { 'county:04': {} },
    });
  });
});

describe('the country', () => {
  it('holds every area with its programmes', () => {
    const finding = { key: 'f', rule: 'r', entity: 'measure:p/A', within: { programme: 'p' }, because: [], text: {} };
    const reading = {
      ...readingOf([defined, other, launched, planned('A')], { on: '2021-01-01' }),
      findings: [finding],
    };
    expect(countryOverview(reading)).toEqual({
      view: 'country-overview',
      moment: { on: '2021-01-01', known: { basis: 'source', day: '2021-01-01' }, position: '4', foreseen: false },
      reforms: [],
      areas: [
        {
          id: '04',
          name: { fi: 'Vantaa ja Kerava' },
          status: { certain: true, values: ['preparation-area'] },
          programmes: [
            {
              id: 'p',
              name: { en: 'The programme' },
              status: { certain: true, values: ['launched'] },
              reform: 'r',
              area: '04',
              period: { stated: '2020/2021', earliest: '2020-01-01', latest: '2021-12-31', by: null },
              funder: null,
              openPhases: [],
              possiblyOpenPhases: [],
              gates: { open: 0, all: 0 },
              measures: { stated: null, listed: 1, byStatus: [{ status: 'planned', certain: 1, possible: 0 }] },
              unconfirmed: 0,
              findings: 1,
            },
          ],
          responsibilities: { registered: 0, heldByCounty: 0 },
          findings: 1,
        },
        {
          id: '05',
          name: { fi: 'Varsinais-Suomi' },
          status: { certain: true, values: ['preparation-area'] },
          programmes: [],
          responsibilities: { registered: 0, heldByCounty: 0 },
          findings: 0,
        },
      ],
    });
  });
});

describe('the overview of a programme', () => {
  it('is null inside where nothing is known of it', () => {
    const view = programmeOverview('p', readingOf([launched], { on: '2019-01-01' }));
    expect([view.programme, view.budget, view.entries]).toEqual([null, [], []]);
  });

  it('lists the sources by how often they are cited', () => {
    const view = programmeOverview('p', readingOf([launched, planned('A')], { on: '2021-01-01' }));
    expect(view.sources).toEqual([{ id: 'source-1', title: {}, facts: 2 }]);
  });
});

describe('lanes', () => {
  it('draw a measure over time, what is possible apart from what is certain', () => {
    const ended: Said = {
      stream: 'measure-p/A',
      type: 'measure-ended',
      occurred: '2021-11',
      learned: '2022-03-22',
      data: { outcome: 'completed' },
    };
    const view = areaTimeline(
      '04',
      readingOf([launched, planned('A'), ended], { on: '2021-01-01', known: '2022-03-22' }),
    );
    expect(view.programmes[0]?.lanes).toEqual([
      {
        id: 'measure:p/A',
        kind: 'measure',
        names: { en: 'Measure A' },
        letter: 'A',
        spans: [
          { from: '2020-02-01', to: '2021-10-31', certain: true, states: ['planned'] },
          { from: '2021-11-01', to: '2021-11-29', certain: false, states: ['planned', 'ended'] },
          { from: '2021-11-30', to: null, certain: true, states: ['ended'] },
        ],
      },
    ]);
  });
});

describe('a page of the ledger', () => {
  const events = ledgerOf([defined, launched, planned('A')]);

  it('holds as many events as fit, and where the next page starts', () => {
    const page = ledgerPage({
      events,
      limit: 2,
      head: position(3),
      previous: null,
      eventTypes: { 'area-defined': { en: 'Area defined' } },
    });
    expect([page.head, page.next, page.previous]).toEqual(['3', '2', null]);
    expect(page.rows.map(({ position: at, type }) => [at, type])).toEqual([
      ['1', 'area-defined'],
      ['2', 'programme-launched'],
    ]);
    expect(page.rows[0]).toEqual({
      id: 'e1',
      position: '1',
      type: 'area-defined',
      typeName: { en: 'Area defined' },
      stream: 'area-04',
      occurred: '../2019-08-29',
      recordedAt: '2024-01-01T12:00:00.000+02:00',
      learned: '2019-08-29',
      actor: 'actor-1',
      source: { id: 'source-1', locator: null },
      causation: null,
      data: { name: { fi: 'Vantaa ja Kerava' } },
    });
  });

  it('is the last where no more events follow', () => {
    expect(ledgerPage({ events, limit: 3, head: position(3), previous: '0', eventTypes: {} })).toMatchObject({
      next: null,
      previous: '0',
    });
  });
});
