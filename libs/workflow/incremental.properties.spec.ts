import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Course, textOfState } from '#history';
import { derive, resolveCase } from './index.js';
import { aHistory } from './testing/arbitrary-case.fixture.js';
import { toyCase } from './testing/toy-domain.fixture.js';

const numRuns = Number(process.env['FC_RUNS'] ?? 1000);

describe('replay', () => {
  test('rule 19: after every event, courses kept from before give what folding anew gives', () => {
    fc.assert(
      fc.property(aHistory, (told) => {
        let kept = new Map<string, Course>();
        for (let length = 3; length <= told.length; length += 1) {
          const refolded = toyCase(told.slice(0, length));
          // An entity that the new event does not touch keeps its course, with all that was derived from it.
          const courses = refolded.courses.map((course) => {
            const before = kept.get(course.entity);
            return before && textOfState(before) === textOfState(course) ? before : course;
          });
          kept = new Map(courses.map((course) => [course.entity, course]));
          const incremental = derive(resolveCase({ ...refolded, courses }));
          expect(incremental).toEqual(derive(resolveCase(toyCase(told.slice(0, length)))));
        }
      }),
      { numRuns: Math.ceil(numRuns / 5) },
    );
  });
});
