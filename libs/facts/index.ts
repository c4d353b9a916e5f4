export * from './bounded-domain.js';
export * from './difference.js';
export * from './fact-base.js';
export * from './memory-fact-base.js';
export * from './migrations.js';
export * from './postgres/postgres-fact-base.js';
export * from './postgres/projection.js';
export * from './postgres/rebuild.js';
