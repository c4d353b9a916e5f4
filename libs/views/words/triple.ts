import { type Language } from '../names.js';

/** A text in every language of the product; the compiler asks for all. */
export type Wording = Readonly<Record<Language, string>>;

/** A text in Finnish, Swedish and English. */
export const say = (fi: string, sv: string, en: string): Wording => ({ fi, sv, en });
