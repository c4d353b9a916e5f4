import { describe, expect, test } from '@jest/globals';
import { catalogue } from './catalogue/catalogue.js';
import { kinds } from './kinds/kinds.js';
import { reformDomain } from './reform-domain.js';

describe('the reform domain', () => {
  test('every transition names an event of the catalogue, statuses of its kind, and never keeps the status of nothing', () => {
    for (const kind of kinds)
      for (const { event, from, to } of kind.transitions) {
        expect([event, catalogue.get(event)?.nature]).toEqual([event, 'fact']);
        for (const status of [...from, to]) if (status !== null) expect(kind.statuses).toContain(status);
        if (from.includes(null)) expect(to).not.toBeNull();
      }
  });

  test('every fact bears upon an entity, nothing else does', () => {
    const moved = new Set(kinds.flatMap((kind) => kind.transitions.map((transition) => transition.event)));
    const facts = [...catalogue.values()].filter(({ nature }) => nature === 'fact').map(({ type }) => type);
    expect([...moved].sort()).toEqual(facts.sort());
  });

  test('every kind is reachable under its own name', () => {
    expect(Object.keys(reformDomain.kinds)).toEqual(kinds.map(({ kind }) => kind));
  });
});
