import { type Domain, type EffectiveFact, type Touch } from '#history';
import { catalogue } from './catalogue/catalogue.js';
import { type KindDefinition } from './kinds/define-kind.js';
import { kinds } from './kinds/kinds.js';
import { streamRef } from './kinds/stream-ref.js';

const kindsByEvent = new Map<string, KindDefinition[]>();
for (const kind of kinds)
  for (const event of new Set(kind.transitions.map((transition) => transition.event)))
    kindsByEvent.set(event, [...(kindsByEvent.get(event) ?? []), kind]);

const touches = (fact: EffectiveFact): readonly Touch[] => {
  const stream = streamRef(fact.stream);
  if (stream === null || !catalogue.get(fact.type)?.streams.includes(stream.category)) return [];
  return (kindsByEvent.get(fact.type) ?? []).flatMap((kind) => kind.touches(fact, stream));
};

/** The domain of reforms, as the semantics of time see it. */
export const reformDomain: Domain = {
  nature: (type) => catalogue.get(type)?.nature ?? null,
  foretold: (type) => catalogue.get(type)?.foretold ?? false,
  touches,
  kinds: Object.fromEntries(kinds.map((kind) => [kind.kind, kind])),
};
