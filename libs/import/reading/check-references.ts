import { type JsonObject } from '#event-store';
import { type Flaw } from './file-error.js';
import { type Listed, isObject, objectsAt, textAt } from './listed.js';
import { type Places, flawOf, pointer } from './places.js';

/** What an item names, and among what it must be found. */
interface Reference {
  readonly among: string;
  readonly key: string;
  readonly path: string;
}

const one = (item: JsonObject, path: string, field: string, among: string): readonly Reference[] => {
  const key = textAt(item, field);
  return key === '' ? [] : [{ among, key, path: pointer(path, field) }];
};

/** Fields of items that name something of another section of the file. */
const fields: Readonly<Record<string, string>> = {
  subArea: 'subAreas',
  plan: 'plans',
  body: 'bodies',
  measure: 'measures',
};

const ofAliases = (item: JsonObject, path: string): readonly Reference[] =>
  [{ item, path }, ...objectsAt(item, 'parts', path)].flatMap((of) =>
    objectsAt(of.item, 'aliases', of.path).flatMap((alias) => one(alias.item, alias.path, 'plan', 'plans')),
  );

const ofBudget = (item: JsonObject, path: string): readonly Reference[] =>
  isObject(item['measures'])
    ? Object.keys(item['measures']).map((key) => ({
        among: 'measures',
        key,
        path: pointer(pointer(path, 'measures'), key),
      }))
    : [];

/** Kind of what a fact is about: `milestone` of milestone-reached. */
const kindOf = (type: string): string => type.slice(0, type.indexOf('-'));

const particular: Readonly<Record<string, (item: JsonObject, path: string) => readonly Reference[]>> = {
  plans: (item, path) =>
    objectsAt(item, 'headings', path).flatMap((at) => one(at.item, at.path, 'subArea', 'subAreas')),
  budgets: ofBudget,
  moves: (item, path) => [...one(item, path, 'from', 'subAreas'), ...one(item, path, 'to', 'subAreas')],
  measures: ofAliases,
  facts: (item, path) => one(item, path, 'of', kindOf(textAt(item, 'type'))),
  'areas/responsibilities': (item, path) => one(item, path, 'service', 'services'),
  'areas/transfers': (item, path) => one(item, path, 'service', 'services'),
};

const referencesOf = ({ section, item, path }: Listed): readonly Reference[] => [
  ...Object.entries(fields)
    // A measure of a fact may be one that the plan does not list: the fact itself makes it known.
    .filter(([field]) => section !== 'facts' || field !== 'measure' || !textAt(item, 'type').startsWith('measure-'))
    .flatMap(([field, among]) => one(item, path, field, among)),
  ...(particular[section]?.(item, path) ?? []),
];

const kindsOfSections: Readonly<Record<string, string>> = {
  milestones: 'milestone',
  deliverables: 'deliverable',
  risks: 'risk',
  targets: 'target',
  bodies: 'body',
};

const known = (items: readonly Listed[]): ReadonlySet<string> => {
  const keys = new Set<string>();
  for (const { section, item } of items) {
    const key = textAt(item, 'key');
    keys.add(`${section}:${key}`);
    const kind = kindsOfSections[section] ?? (section === 'facts' ? kindOf(textAt(item, 'type')) : undefined);
    if (kind !== undefined && textAt(item, 'of') === '') keys.add(`${kind}:${key}`);
    if (kind === 'measure') keys.add(`measures:${textAt(item, 'measure')}`);
  }
  return keys;
};

/** What items name and the file does not hold. Reforms, areas and programmes of other files are not looked for. */
export const checkReferences = (items: readonly Listed[], places: Places): readonly Flaw[] => {
  const keys = known(items);
  return items
    .flatMap(referencesOf)
    .filter(({ among, key }) => !keys.has(`${among}:${key}`))
    .map(({ among, key, path }) =>
      flawOf(places, path, 'unknown-reference', `Nothing under ${among} has the key ${key.slice(0, 80)}.`),
    );
};
