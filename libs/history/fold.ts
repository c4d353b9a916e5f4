import { type Domain, type EntityId, type Touch } from './domain.js';
import { type EffectiveFact } from './effective-fact.js';
import { type EntityHistory, entityHistory } from './entity-history.js';

/** The histories of all entities that the facts bear upon, by id in order of id. Directives bear upon none. */
export const foldEntities = (domain: Domain, facts: readonly EffectiveFact[]): ReadonlyMap<EntityId, EntityHistory> => {
  const gathered = new Map<EntityId, { touch: Touch; facts: EffectiveFact[] }>();
  for (const fact of facts) {
    if (fact.nature !== 'fact') continue;
    for (const touch of domain.touches(fact)) {
      const entry = gathered.get(touch.entity);
      if (entry) entry.facts.push(fact);
      else gathered.set(touch.entity, { touch, facts: [fact] });
    }
  }
  const histories = new Map<EntityId, EntityHistory>();
  for (const entity of [...gathered.keys()].sort()) {
    const { touch, facts: own } = gathered.get(entity) as { touch: Touch; facts: EffectiveFact[] };
    const kind = domain.kinds[touch.kind];
    if (kind) histories.set(entity, entityHistory(kind, entity, touch.within, own));
  }
  return histories;
};
