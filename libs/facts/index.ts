export * from './bounded-domain.js';
export * from './difference.js';
export * from './fact-base.js';
export * from './memory-fact-base.js';
