export * from './envelope.js';
export * from './errors.js';
export * from './event-store.js';
export * from './json.js';
export * from './position.js';
