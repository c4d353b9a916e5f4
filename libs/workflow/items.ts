import { type Course, type EntityId } from '#history';
import { type Members } from './condition.js';
import { type DeadlineTemplate, type GateTemplate, type PhaseTemplate } from './definition.js';
import { joinItem } from './mapping.js';
import { type Place, type Shared, candidates, courseAt } from './moment.js';
import { type ResolvedCase } from './resolved-case.js';
import { type ItemKey } from './standing.js';
import { type Version } from './versions.js';

/** What is judged: a template of a version, for an entity where it has members. */
export type Item = { readonly key: ItemKey; readonly entity: EntityId | null } & (
  | { readonly kind: 'phase'; readonly template: PhaseTemplate }
  | { readonly kind: 'gate'; readonly template: GateTemplate }
  | { readonly kind: 'deadline'; readonly template: DeadlineTemplate }
  | { readonly kind: 'task'; readonly rule: 'start-before-gate'; readonly gates: readonly GateTemplate[] }
  | { readonly kind: 'task'; readonly rule: 'lapse' }
);

const everHas = (course: Course, attribute: string): boolean =>
  course.states.some(({ value }) =>
    value.some((state) => {
      const content = state?.[attribute];
      return content !== undefined && content !== null && !(Array.isArray(content) && content.length === 0);
    }),
  );

/** The members on which a template is instantiated: those that ever have the attributes. */
const instances = (place: Place, on: Members): readonly Course[] =>
  candidates(place, on).filter((course) => (on.having ?? []).every((attribute) => everHas(course, attribute)));

const entities = (place: Place, on: Members | undefined): readonly (EntityId | null)[] =>
  on === undefined ? [null] : instances(place, on).map(({ entity }) => entity);

const gateTasks = (place: Place): readonly Item[] => {
  const guarding = new Map<EntityId, GateTemplate[]>();
  for (const gate of place.version.definition.gates) {
    const { guards, on } = gate;
    if (guards === undefined || on === undefined) continue;
    for (const course of instances(place, on).filter((one) => everHas(one, guards))) {
      guarding.set(course.entity, [...(guarding.get(course.entity) ?? []), gate]);
    }
  }
  return [...guarding].map(([entity, gates]) => ({
    key: `task:start-before-gate/${entity}`,
    entity,
    kind: 'task',
    rule: 'start-before-gate',
    gates,
  }));
};

const lapseTasks = (place: Place): readonly Item[] => {
  const { of, ways, members } = place.version.definition.lapse;
  const ever = courseAt(place, of)?.states.some(({ value }) =>
    value.some((state) => state !== null && Object.hasOwn(ways, state.status)),
  );
  if (!ever) return [];
  return candidates(place, members).map(({ entity }) => ({
    key: `task:lapse/${entity}`,
    entity,
    kind: 'task',
    rule: 'lapse',
  }));
};

/** All items of a version. A task that nothing could ever open is left out. */
export const itemsOf = (of: ResolvedCase, shared: Shared, version: Version): ReadonlyMap<ItemKey, Item> => {
  const place: Place = { of, shared, version, member: null, item: null };
  const { phases, gates, deadlines } = version.definition;
  const items: Item[] = [
    ...phases.map((template): Item => ({ key: `phase:${template.key}`, entity: null, kind: 'phase', template })),
    ...gates.flatMap((template) =>
      entities(place, template.on).map((entity): Item => ({
        key: joinItem(`gate:${template.key}`, entity),
        entity,
        kind: 'gate',
        template,
      })),
    ),
    ...deadlines.flatMap((template) =>
      entities(place, template.on).map((entity): Item => ({
        key: joinItem(`deadline:${template.key}`, entity),
        entity,
        kind: 'deadline',
        template,
      })),
    ),
    ...gateTasks(place),
    ...lapseTasks(place),
  ];
  return new Map(items.sort((a, b) => (a.key < b.key ? -1 : 1)).map((item) => [item.key, item]));
};
