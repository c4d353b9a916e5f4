import { appRole, ledgerMigrations } from '#event-store-postgres';
import { factsMigrations, textsMigrations } from '#facts';
import { type MigrationSet } from '#platform';

/** Every schema of the product, in the order in which they are made. A lib with migrations adds its line here. */
export const schemas: readonly MigrationSet[] = [
  ledgerMigrations,
  { ...factsMigrations, grantAllTo: appRole },
  { ...textsMigrations, grantAllTo: appRole },
];
