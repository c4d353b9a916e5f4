import { createMemoryEventStore } from '#event-store';
import { describeEventStore } from './suite.js';

const store = createMemoryEventStore();

// What is in memory is shared with nobody, so every instance is the same one and outlives the case.
describeEventStore('the ledger in memory', { open: () => ({ ...store, close: async () => undefined }) });
