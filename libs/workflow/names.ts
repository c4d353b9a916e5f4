/** A text in the three languages of the engine; what is missing is a problem of a definition, never a crash. */
export interface Names {
  readonly fi?: string;
  readonly sv?: string;
  readonly en?: string;
}

/** The languages in which a definition must speak. */
export const languages = ['fi', 'sv', 'en'] as const;

/** One of the languages. */
export type Language = (typeof languages)[number];
