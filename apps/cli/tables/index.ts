export * from './area-text.js';
export * from './diff-text.js';
export * from './explain-text.js';
export * from './style.js';
export * from './text-table.js';
export * from './timeline-text.js';
export * from './overview-text.js';
