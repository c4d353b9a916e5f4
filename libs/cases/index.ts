export * from './case-list.js';
export * from './drive-case.js';
export * from './driver.js';
export * from './load-case.js';
