import { afterAll } from '@jest/globals';
import { createPostgresEventStore } from '#event-store-postgres';
import { createDatabase } from '../support/database.js';
import { describeEventStore } from './suite.js';

const database = await createDatabase();
afterAll(() => database.drop());

describeEventStore('the ledger on PostgreSQL', { open: () => createPostgresEventStore({ pool: database.pool }) });
