export * from './area.js';
export { type PageContext } from './context.js';
export * from './diff.js';
export * from './error.js';
export * from './explain.js';
export * from './home.js';
export * from './ledger.js';
export * from './programme.js';
