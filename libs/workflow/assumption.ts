import { type JsonObject, type Position, position } from '#event-store';
import { type Day, type Domain, type EffectiveFact, parseEdtf } from '#history';

/** A fact or directive that is assumed, as if it came after the ledger's last event. */
export interface Assumption {
  readonly type: string;
  readonly stream: string;
  /** When it is assumed to happen (EDTF), also in days to come; null for a directive. */
  readonly occurred: string | null;
  readonly data: JsonObject;
  /** Id to cite it by; without one `assumed:<n>`. */
  readonly id?: string;
}

/** A place after all of the ledger, to order what is assumed; it is never stored. */
const placeAfter = (last: Position, steps: number): Position =>
  position(
    last
      .split('/')
      .map((part) => String(BigInt(part) + BigInt(steps)))
      .join('/'),
  );

/**
 * What is assumed, in the form of F(K), after a last position, learned today. An assumption of a day to come is not cut
 * off at the day learned: it says what would be.
 */
export const assume = (
  domain: Domain,
  assumptions: readonly Assumption[],
  { last, today }: { readonly last: Position; readonly today: Day },
): readonly EffectiveFact[] =>
  assumptions.map(({ type, stream, occurred, data, id = null }, index) => {
    const at = placeAfter(last, index + 1);
    const interval = occurred === null ? null : parseEdtf(occurred);
    const own = id ?? `assumed:${index + 1}`;
    return {
      id: own,
      type,
      schema: 1,
      stream,
      nature: domain.nature(type) === 'directive' ? 'directive' : 'fact',
      position: at,
      statedBy: own,
      statedAt: at,
      learned: today,
      firstLearned: today,
      recorded: today,
      occurred,
      interval: interval ?? { earliest: -Infinity, latest: today },
      afterSource: false,
      source: null,
      actor: 'assumption',
      data,
    };
  });
