import { type ReadFile } from '../reading/read-programme-file.js';
import { areaStatements } from './area-statements.js';
import { type Digest } from './ids.js';
import { programmeStatements } from './programme-statements.js';
import { reformStatements } from './reform-statements.js';
import { sourceStatements } from './source-statements.js';
import { type Stating } from './state.js';
import { type Statement } from './statement.js';
import { workflowStatements } from './workflow-statements.js';

/** Everything that a file states, in the order in which it is recorded. */
export const statementsOf = ({ content }: ReadFile, digest: Digest): readonly Statement[] => {
  const { scope, language = 'en', sources } = content;
  const stating: Stating = { scope, language, sources, digest };
  return [
    ...sourceStatements(stating),
    ...reformStatements(content, stating),
    ...areaStatements(content, stating),
    ...programmeStatements(content, stating),
    ...workflowStatements(content, digest),
  ];
};
