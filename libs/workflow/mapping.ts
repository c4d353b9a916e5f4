import { type JsonObject } from '#event-store';
import { type EntityId } from '#history';
import { type ItemKey } from './standing.js';

/** What an old item's key becomes: another, several (a split), or null: retired. */
export type Image = string | readonly string[] | null;

/**
 * How a migration carries items over (rule 17), by key without entity (`phase:x`, `gate:start`). First the rule for the
 * member, then `keys`; what neither names stays as it is, unless `otherwise` is `retire`.
 */
export interface Mapping {
  readonly keys: Readonly<Record<string, Image>>;
  readonly members: Readonly<Record<EntityId, Readonly<Record<string, Image>>>>;
  readonly otherwise: 'identity' | 'retire';
}

/** Every key stays as it is. */
export const identity: Mapping = { keys: {}, members: {}, otherwise: 'identity' };

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown): value is string => typeof value === 'string';

const imagesOf = (value: unknown): Readonly<Record<string, Image>> => {
  if (!isObject(value)) return {};
  const kept = Object.entries(value).filter(
    ([, image]) => image === null || isText(image) || (Array.isArray(image) && image.every(isText)),
  );
  return Object.fromEntries(kept) as Record<string, Image>;
};

/** Reads the mapping of a directive: `identity`, nothing, or an object; what it does not understand it leaves out. */
export const mappingOf = (value: unknown): Mapping => {
  if (!isObject(value)) return identity;
  const members = isObject(value['members']) ? Object.entries(value['members']) : [];
  return {
    keys: imagesOf(value['keys']),
    members: Object.fromEntries(members.map(([member, images]) => [member, imagesOf(images)])),
    otherwise: value['otherwise'] === 'retire' ? 'retire' : 'identity',
  };
};

const list = (image: Image): readonly string[] => (image === null ? [] : typeof image === 'string' ? [image] : image);

/** What a key (without entity) becomes for a member. */
export const imageOf = (mapping: Mapping, key: string, member: EntityId | null): readonly string[] => {
  const own = member === null ? undefined : mapping.members[member];
  if (own && Object.hasOwn(own, key)) return list(own[key] ?? null);
  if (Object.hasOwn(mapping.keys, key)) return list(mapping.keys[key] ?? null);
  return mapping.otherwise === 'identity' ? [key] : [];
};

/** Parts of an item's key: what its template is called, and the entity. */
export const splitItem = (item: ItemKey): { readonly key: string; readonly member: EntityId | null } => {
  const slash = item.indexOf('/');
  return slash < 0 ? { key: item, member: null } : { key: item.slice(0, slash), member: item.slice(slash + 1) };
};

/** The key of an item from its parts. */
export const joinItem = (key: string, member: EntityId | null): ItemKey => (member === null ? key : `${key}/${member}`);

/** What an item becomes. Tasks follow from facts about an entity and are carried over by themselves. */
export const itemImage = (mapping: Mapping, item: ItemKey): readonly ItemKey[] => {
  if (item.startsWith('task:')) return [item];
  const { key, member } = splitItem(item);
  return imageOf(mapping, key, member).map((image) => joinItem(image, member));
};

/** By item of a version: the items of the version before that become it, in the order in which those are given. */
export const itemOrigins = (mapping: Mapping, before: readonly ItemKey[]): ReadonlyMap<ItemKey, readonly ItemKey[]> => {
  const origins = new Map<ItemKey, ItemKey[]>();
  for (const origin of before) {
    for (const item of itemImage(mapping, origin)) {
      const known = origins.get(item);
      if (known) known.push(origin);
      else origins.set(item, [origin]);
    }
  }
  return origins;
};
