import { type Domain, type Touch } from '#history';

/** Longest id of an entity, and longest key or value of its `within`, in UTF-16 units: far below any index's limit. */
const longest = 400;

const wellFormed = (text: string): boolean => text.length <= longest && !/[\p{Cc}\p{Surrogate}]/u.test(text);

const isKept = (domain: Domain, touch: Touch): boolean =>
  Object.hasOwn(domain.kinds, touch.kind) &&
  wellFormed(touch.entity) &&
  Object.entries(touch.within).every(([key, value]) => wellFormed(key) && wellFormed(value));

/**
 * The domain as the fact base reads it. A projection never throws on content: a fact whose content would name an entity
 * that no index can hold bears upon nothing. Every fact base uses it, so that all give the same answers.
 */
export const boundedDomain = (domain: Domain): Domain => ({
  ...domain,
  touches: (fact) => {
    const seen = new Set<string>();
    return domain
      .touches(fact)
      .filter((touch) => isKept(domain, touch) && !seen.has(touch.entity) && seen.add(touch.entity));
  },
});
