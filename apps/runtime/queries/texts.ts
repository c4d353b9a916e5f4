import { type Json } from '#event-store';
import { type KnownFact } from '#facts';
import { type TextStore } from '#reform';
import { type Names } from '#views';

const children = (value: Json): readonly Json[] =>
  typeof value === 'object' && value !== null ? Object.values(value) : [];

/** Ids of the free texts that a value refers to: objects with `text`, `digest` and `language`. */
const textIds = (value: Json): readonly string[] => {
  if (typeof value === 'object' && value !== null && 'text' in value && 'digest' in value && 'language' in value)
    return typeof value.text === 'string' ? [value.text] : [];
  return children(value).flatMap(textIds);
};

/** The free texts that facts refer to, by id; one that was erased is missing. */
export const textsOf = async (
  store: TextStore,
  facts: readonly KnownFact[],
): Promise<Readonly<Record<string, Names>>> => {
  const ids = [...new Set(facts.flatMap(({ fact }) => textIds(fact.data)))];
  const found = await Promise.all(ids.map((id) => store.get(id)));
  return Object.fromEntries(
    found.flatMap((text) =>
      text.status === 'kept' ? [[text.text.text, { [text.text.language]: text.text.content }]] : [],
    ),
  );
};
