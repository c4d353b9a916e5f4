import { fileURLToPath } from 'node:url';

const folder = (name: string): string => fileURLToPath(new URL(`./migrations/${name}/`, import.meta.url));

/** The tables of the fact base, version 1 of the projection: what they hold can be made again from the ledger. */
export const factsMigrations = { schema: 'facts_1', folder: folder('facts') } as const;

/** The free texts beside the ledger, which nothing can make again. */
export const textsMigrations = { schema: 'texts', folder: folder('texts') } as const;
