/** The languages of the product: Finnish, Swedish, English. */
export const languages = ['fi', 'sv', 'en'] as const;

/** A language of the product. */
export type Language = (typeof languages)[number];

/** A text in the languages it is known in. */
export interface Names {
  readonly fi?: string;
  readonly sv?: string;
  readonly en?: string;
}

/** A text with the language it is in, so that a page can mark it. */
export interface Said {
  readonly text: string;
  readonly lang: Language | null;
}

/** The text in the language asked for, else in the first of fi, en, sv that it is known in, else the fallback. */
export const sayIn = (lang: Language, names: Names, fallback: string): Said => {
  for (const candidate of [lang, 'fi', 'en', 'sv'] as const) {
    const text = names[candidate];
    if (text !== undefined) return { text, lang: candidate };
  }
  return { text: fallback, lang: null };
};

/** Names from a JSON value: an object of languages, or a plain text, which stands for every language. */
export const namesFrom = (value: unknown): Names => {
  if (typeof value === 'string') return { fi: value, sv: value, en: value };
  if (typeof value !== 'object' || value === null) return {};
  const names: { fi?: string; sv?: string; en?: string } = {};
  for (const lang of languages) {
    const text = (value as Record<string, unknown>)[lang];
    if (typeof text === 'string') names[lang] = text;
  }
  return names;
};
