import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { position } from '#event-store';
import { type Day, day } from '#history';
import {
  type At,
  type CaseRecord,
  announcementFindings,
  engineDay,
  migrationRecords,
  reconcile,
  rehearse,
  resolveCase,
  standingAt,
  withDirectives,
} from './index.js';
import { aDay, aHistory } from './testing/arbitrary-case.fixture.js';
import { appended } from './testing/ledger.fixture.js';
import { effective, migrated, toyCase } from './testing/toy-domain.fixture.js';

const numRuns = Number(process.env['FC_RUNS'] ?? 1000);
const at = (today: Day, place = 2000): At => ({ position: position(place), today, release: 'test' });

/** Runs on several days, each after the last, with what was recorded before. */
const driven = (told: Parameters<typeof toyCase>[0], days: readonly Day[]): readonly CaseRecord[] => {
  const resolved = resolveCase(toyCase(told));
  return [...days]
    .sort((a, b) => a - b)
    .reduce<readonly CaseRecord[]>((records, today, index) => {
      const when = at(today, 2000 + index * 1000);
      return appended(records, reconcile(resolved, records, when), when);
    }, []);
};

describe('reconcile', () => {
  test('rule 13: a second reconcile writes nothing', () => {
    fc.assert(
      fc.property(aHistory, fc.array(aDay, { minLength: 1, maxLength: 3 }), (told, days) => {
        const records = driven(told, days);
        expect(reconcile(resolveCase(toyCase(told)), records, at(Math.max(...days), 9000))).toEqual([]);
      }),
      { numRuns },
    );
  });

  test('rule 13: runs in between leave the same last state as one run at the end', () => {
    fc.assert(
      fc.property(aHistory, aDay, aDay, (told, one, other) => {
        const last = Math.max(one, other);
        const resolved = resolveCase(toyCase(told));
        const standing = standingAt(resolved, last);
        for (const records of [driven(told, [one, other]), driven(told, [last])]) {
          expect(announcementFindings(resolved, standing, records)).toEqual([]);
        }
      }),
      { numRuns: Math.ceil(numRuns / 2) },
    );
  });

  test('rule 11: a clock set back records nothing', () => {
    fc.assert(
      fc.property(aHistory, aDay, aDay, (told, one, other) => {
        const [before, after] = [Math.min(one, other), Math.max(one, other)];
        const records = driven(told, [after]);
        fc.pre(records.length > 0);
        // The last record was recorded on `after`: that is the recorded day of the ledger's last position.
        const today = engineDay(before, after);
        expect(reconcile(resolveCase(toyCase(told)), records, at(today, 9000))).toEqual([]);
      }),
      { numRuns },
    );
  });

  test('rule 17: a migration appends what its rehearsal listed at the same position and day', () => {
    fc.assert(
      fc.property(aHistory, aDay, aDay, (told, one, other) => {
        const [before, today] = [Math.min(one, other), Math.max(one, other)];
        const input = toyCase(told);
        const records = driven(told, [before]);
        const directives = effective([...told, migrated('d2', '2020-01-20')]).slice(-1);
        const when = at(today, 9000);
        const rehearsed = rehearse([{ input: withDirectives(input, directives), records }], when)[0]?.records ?? [];
        const carriedOut = migrationRecords({ input, records }, directives, when);
        expect(carriedOut).toEqual(rehearsed);
        const after = resolveCase(toyCase([...told, migrated('d2', '2020-01-20')]));
        expect(reconcile(after, appended(records, carriedOut, when), at(today, 9500))).toEqual([]);
      }),
      { numRuns: Math.ceil(numRuns / 2) },
    );
  });

  test('rule 12: with nothing but a start on a later day, there is nothing to record', () => {
    expect(driven([], [day('2020-01-20')])).toEqual([]);
  });
});
