export { type ProgrammeFile } from './format/programme-file.js';
export { formatName, programmeFileSchema } from './format/file-schema.js';
export { commandOf, eventOf } from './items/ids.js';
export { type Statement, everyFile } from './items/statement.js';
export { statementsOf } from './items/statements.js';
export { type Difference } from './planning/differences.js';
export { type PlannedItem, planImport } from './planning/plan-import.js';
export { type Ledger, type Recorded, readLedger } from './planning/recorded.js';
export { type FileError, type FileErrorCode, type Place, remedies } from './reading/file-error.js';
export { type FileRead, type ReadFile, readProgrammeFile } from './reading/read-programme-file.js';
export { largestFile, sizeFlaw } from './reading/read-text.js';
export { type InputFile } from './running/read-files.js';
export {
  type ImportDeps,
  type ImportOptions,
  type ImportProgress,
  type ImportReport,
  runImport,
} from './running/run-import.js';
export { type FileSummary } from './running/summary.js';
