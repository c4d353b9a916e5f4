import { type EffectiveFact } from '#history';
import { catalogue } from '#reform';
import { type ChangeNeeded, type ConditionView, type Explanation, caseView, momentOf, reasonsOf } from '#views';
import { type DescribedChange, type Language, type Residual, explain } from '#workflow';
import { type Runtime } from '../runtime.js';
import { type Asked, fix } from './asked.js';
import { type ReadCase, readCase } from './case-slice.js';

/** What is to be explained. */
export interface ExplainAsked {
  readonly caseId: string;
  /** Key of the item, e.g. `phase:after-laws-passed`. */
  readonly item: string;
  readonly asked: Asked;
}

/** An explanation, or why there is none: no case known at that moment, or no such item in it on that day. */
export type Explained =
  | { readonly status: 'found'; readonly explanation: Explanation }
  | { readonly status: 'no-case' }
  | { readonly status: 'no-item'; readonly items: readonly string[] };

/** Facts by id, as far as a case reads them. */
interface FactsById {
  readonly byId: ReadonlyMap<string, EffectiveFact>;
}

const conditionOf = ({ text, truth, because, parts }: Residual, index: FactsById): ConditionView => ({
  words: text,
  truth,
  because: reasonsOf(because, index),
  parts: parts.map((part) => conditionOf(part, index)),
});

const neededOf = ({ change, text, owner }: DescribedChange): ChangeNeeded => ({
  kind: change === 'withdraw-facts' ? 'withdraw' : 'supply',
  words: text,
  owner,
});

/** Names for the engine's words: it knows no event type of the domain. The code stands beside, so that it can be found. */
const labelOf = (code: string, language: Language): string | null => {
  const name = catalogue.get(code)?.names[language];
  return name === undefined ? null : `${name} (${code})`;
};

const explanationOf = (read: ReadCase, { item, asked }: ExplainAsked, base: Pick<Explanation, 'moment'>): Explained => {
  const { resolved, slice } = read;
  const index = { byId: resolved.statements };
  const view = caseView(slice, index);
  const items = view ? [...view.phases, ...view.gates, ...view.deadlines, ...view.tasks] : [];
  const found = items.find(({ key }) => key === item);
  if (!found) return { status: 'no-item', items: items.map(({ key }) => key) };
  const explained = explain(resolved, item, asked.on, labelOf);
  const explanation: Explanation = {
    ...{ view: 'explanation', moment: base.moment, programme: slice.id, key: item, item: found },
    condition: explained && conditionOf(explained.tree, index),
    ways: explained?.sets.map((set) => set.map(neededOf)) ?? [],
    more: explained?.tooMany ?? false,
  };
  return { status: 'found', explanation };
};

/** Why an item of a case stands as it does at a moment, and what would open it. */
export const explainItem = async ({ facts }: Runtime, asked: ExplainAsked): Promise<Explained> => {
  const fixed = await fix(facts, asked.asked);
  const read = await readCase(facts, asked.caseId, fixed, false);
  if (read === null) return { status: 'no-case' };
  const moment = momentOf({ on: fixed.on, known: fixed.cited, position: fixed.moment.position });
  return explanationOf(read, asked, { moment });
};
