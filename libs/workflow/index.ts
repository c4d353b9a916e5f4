export * from './case-input.js';
export * from './condition.js';
export * from './definition.js';
export * from './names.js';
export * from './records.js';
export * from './standing.js';
export { type Truth, type TruthName, truthNames } from './truth.js';
