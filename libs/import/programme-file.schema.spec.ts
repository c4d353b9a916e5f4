import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { catalogue } from '#reform';
import { programmeFileSchema } from './format/file-schema.js';
import { factTypes } from './format/item-schema.js';
import { sections } from './format/sections.js';

const published = 'libs/import/programme-file.schema.json';

// After a change of the catalogue: UPDATE_SCHEMA=1 writes the file anew, and prettier formats it.
if (process.env['UPDATE_SCHEMA']) writeFileSync(published, JSON.stringify(programmeFileSchema));

test('the published JSON Schema is the one that files are checked against', () => {
  expect(JSON.parse(readFileSync(published, 'utf8'))).toEqual(programmeFileSchema);
});

test('every fact of a programme can be stated, in one place', () => {
  const ofProgramme = [...catalogue.values()]
    .filter(
      ({ nature, streams }) => nature === 'fact' && !streams.some((s) => ['reform', 'area', 'source'].includes(s)),
    )
    .map(({ type }) => type);
  const stated = [
    ...factTypes,
    ...sections.flatMap(({ types }) => Object.values(types)),
    'programme-launched',
    'measure-alias-added',
  ];
  expect(stated.sort()).toEqual(ofProgramme.sort());
});
