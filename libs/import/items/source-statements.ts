import { catalogue } from '#reform';
import { type SourceItem } from '../format/programme-file.js';
import { type Stating, sourceId, stateForAll } from './state.js';
import { type Statement } from './statement.js';
import { writeFields } from './write-fields.js';

/** The sources of a file: of all files, since several may cite one. */
export const sourceStatements = (stating: Stating): readonly Statement[] => {
  const type = 'source-registered';
  const definition = catalogue.get(type);
  if (!definition) throw new Error('the catalogue has no sources');
  return stating.sources.map((source: SourceItem, index) => {
    const id = sourceId(stating.scope, source);
    const { knownFrom, ...rest } = source;
    const fields = knownFrom === 'same-day' ? rest : source;
    const writer = { language: stating.language, digest: stating.digest, identity: id };
    const { data } = writeFields(fields, definition, writer);
    return stateForAll({
      ...{ item: `source/${id}`, path: `/sources/${index}`, stream: `source-${id}`, type, occurred: null, data },
    });
  });
};
