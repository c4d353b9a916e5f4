import { type Json } from '#event-store';
import { type EntityId } from '#history';

/** What a case's definitions name beyond the bindings: entities by id and fact types by name. */
export interface CaseReferences {
  readonly entities: readonly EntityId[];
  readonly factTypes: readonly string[];
}

const entityId = /^[a-z][a-z-]*:[^\s]+$/;

interface Found {
  readonly entities: Set<string>;
  readonly types: Set<string>;
}

const children = (value: Json): readonly (readonly [string, Json])[] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];

const textAt = (value: Json, key: string): string | null => {
  const found = children(value).find(([name]) => name === key)?.[1];
  return typeof found === 'string' ? found : null;
};

/** Predicates name an entity by `of`; the one that asks for a fact names its type. */
const collect = (value: Json, found: Found): void => {
  for (const [key, item] of children(value)) {
    if (key === 'of' && typeof item === 'string' && entityId.test(item)) found.entities.add(item);
    const type = key === 'fact' ? textAt(item, 'type') : null;
    if (type !== null) found.types.add(type);
    collect(item, found);
  }
};

/** Reads definitions as data: whatever they name is loaded, so that a condition never misses what it asks for. */
export const referencesOf = (definitions: readonly Json[]): CaseReferences => {
  const found: Found = { entities: new Set(), types: new Set() };
  for (const definition of definitions) collect(definition, found);
  return { entities: [...found.entities].sort(), factTypes: [...found.types].sort() };
};
