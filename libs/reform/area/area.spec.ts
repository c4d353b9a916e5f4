import { describe, expect, test } from '@jest/globals';
import { day } from '#history';
import { draft } from '../decide/stream.fixture.js';
import { knownOn, ledgerOf, lifeOf } from '../reform.fixture.js';
import { holderOn } from './holder.js';

const key = { service: 's', municipality: '092' };
const entity = 'responsibility:04/s/092';
const registered = draft('responsibility-registered', '2010', { ...key, holder: 'municipality:092' });
const offered = draft('transfer-offered', '2021-05', { ...key, to: 'county:04', effective: '2023-01-01' });
const accepted = draft('transfer-accepted', '2021-06', key);
const transferred = (occurred: string, to = 'county:04') =>
  draft('responsibility-transferred', occurred, { ...key, to });

describe('a responsibility', () => {
  test('between offer and effective day the old holder is responsible', () => {
    const life = lifeOf('area-04', entity, [registered, offered, accepted]);
    expect(life.last).toEqual({
      ...{ status: 'held', holder: 'municipality:092', accepted: true },
      offered: { to: 'county:04', effective: '2023-01-01' },
    });
    expect(lifeOf('area-04', entity, [registered, offered, accepted, transferred('2023-01-01')]).last).toEqual({
      ...{ status: 'held-by-county', holder: 'county:04', offered: null, accepted: false },
    });
  });

  test('one county holds what is of its own area; another is a holder like any', () => {
    expect(lifeOf('area-04', entity, [registered, transferred('2023', 'county:01')]).statuses).toEqual([
      'held',
      'held',
    ]);
  });

  test('while the day of a transfer is imprecise, the old holder stands until its latest day', () => {
    const known = knownOn(ledgerOf({ 'area-04': [registered, transferred('2023-01')] }), '2026-11-22');
    const history = known.entities.get(entity);
    const holders = ['2009-12-31', '2010-12-31', '2023-01-30', '2023-01-31'].map(
      (on) => history && holderOn(history, day(on)),
    );
    expect(holders).toEqual([null, 'municipality:092', 'municipality:092', 'county:04']);
    expect(known.status(entity, '2023-01-15')).toEqual(['held', 'held-by-county']);
  });

  test('commitments move with it', () => {
    const commitment = draft('commitment-inventoried', '2021', {
      key: 'staff',
      category: 'personnel',
      what: { fi: 'H' },
    });
    const moved = draft('responsibility-transferred', '2023', { ...key, to: 'county:04', commitments: ['staff'] });
    expect(lifeOf('area-04', 'commitment:04/staff', [commitment, moved]).statuses).toEqual([
      'inventoried',
      'transferred',
    ]);
  });
});

describe('an area', () => {
  test('is a preparation area, then a county', () => {
    const drafts = [draft('area-defined', null, { name: { fi: 'A' } }), draft('county-established', '2021-07-01', {})];
    expect(lifeOf('area-04', 'area:04', drafts).statuses).toEqual(['preparation-area', 'county']);
  });

  test('a municipality that left may join again', () => {
    const drafts = ['municipality-joined', 'municipality-left', 'municipality-joined'].map((type, index) =>
      draft(type, `202${index}`, { municipality: '291' }),
    );
    expect(lifeOf('area-15', 'membership:15/291', drafts).statuses).toEqual(['member', 'left', 'member']);
  });
});
