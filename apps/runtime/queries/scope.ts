import { type FactBase, type Slice } from '#facts';
import { type Day, type EntityId, type Known } from '#history';

/** What a view is about. */
export type Scope =
  | { readonly kind: 'area'; readonly area: string }
  | { readonly kind: 'programme'; readonly programme: string }
  | { readonly kind: 'country' };

/** The slices of a scope, and the programmes in it. */
export interface ScopeSlices {
  readonly slices: readonly Slice[];
  readonly programmes: readonly string[];
}

const keyOf = (entity: EntityId): string => entity.slice(entity.indexOf(':') + 1);

const unique = (slices: readonly Slice[]): readonly Slice[] =>
  [...new Map(slices.map((slice) => [slice.entity, slice])).values()].sort((a, b) => (a.entity < b.entity ? -1 : 1));

const within = (slices: readonly Slice[], key: string): readonly string[] =>
  [...new Set(slices.flatMap((slice) => slice.within[key] ?? []))].sort();

/** A programme of which only parts are known yet: sources tell of a milestone before they tell of its programme. */
const untold = (programme: string): Slice => ({
  entity: `programme:${programme}`,
  kind: 'programme',
  within: { programme },
  run: [null],
});

/** The programmes that a scope shows: those told of, and those whose case binds them to it. */
const programmesOf = async (facts: FactBase, scope: Scope, on: Day, known: Known): Promise<readonly Slice[]> => {
  if (scope.kind === 'programme') {
    const [own] = await facts.slices({ entities: [`programme:${scope.programme}`] }, on, known);
    return [own ?? untold(scope.programme)];
  }
  const started = await facts.directives({ types: ['workflow-started'] }, known);
  const bound = started.flatMap(({ data }) => {
    const bindings = data['bindings'] as Readonly<Record<string, string>> | undefined;
    const here = scope.kind === 'country' || bindings?.['area'] === `area:${scope.area}`;
    return here && bindings?.['programme'] ? [keyOf(bindings['programme'])] : [];
  });
  const told = await facts.slices(
    { kinds: ['programme'], ...(scope.kind === 'area' ? { within: { area: scope.area } } : {}) },
    on,
    known,
  );
  return unique([...bound.map(untold), ...told]);
};

/** What an area or the country holds besides its programmes. */
const landOf = async (facts: FactBase, scope: Scope, on: Day, known: Known): Promise<readonly Slice[]> => {
  const kinds = ['area', 'membership', 'responsibility', 'commitment'];
  if (scope.kind === 'programme') return [];
  return facts.slices(scope.kind === 'area' ? { kinds, within: { area: scope.area } } : { kinds }, on, known);
};

/** Reads every entity that a scope shows: programmes with all their parts, land, and the reforms that are followed. */
export const scopeSlices = async (facts: FactBase, scope: Scope, on: Day, known: Known): Promise<ScopeSlices> => {
  const own = await programmesOf(facts, scope, on, known);
  const programmes = own.map(({ entity }) => keyOf(entity));
  const reforms =
    scope.kind === 'country'
      ? facts.slices({ kinds: ['reform'] }, on, known)
      : facts.slices({ entities: within(own, 'reform').map((reform) => `reform:${reform}`) }, on, known);
  const [land, followed, ...parts] = await Promise.all([
    landOf(facts, scope, on, known),
    reforms,
    ...programmes.map((programme) => facts.slices({ within: { programme } }, on, known)),
  ]);
  // Of a programme of which nothing is known, not even a part, nothing is shown.
  const shown = own.filter(({ run }, index) => run.some((state) => state !== null) || (parts[index]?.length ?? 0) > 0);
  return {
    slices: unique([...shown, ...land, ...followed, ...parts.flat()]),
    programmes: shown.map(({ entity }) => keyOf(entity)),
  };
};
