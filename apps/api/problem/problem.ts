import { type Language } from '#workflow';

/** Every problem that the API answers with: its status, and its title in the three languages. Codes never change. */
export const problems = {
  'invalid-request': {
    status: 400,
    fi: 'Pyyntö ei ole kelvollinen',
    sv: 'Begäran är inte giltig',
    en: 'The request is not valid',
  },
  'not-found': { status: 404, fi: 'Ei löydy', sv: 'Finns inte', en: 'Not found' },
  'method-not-allowed': {
    status: 405,
    fi: 'Menetelmä ei ole sallittu',
    sv: 'Metoden är inte tillåten',
    en: 'The method is not allowed',
  },
  'too-large': { status: 413, fi: 'Pyyntö on liian suuri', sv: 'Begäran är för stor', en: 'The request is too large' },
  'address-too-long': {
    status: 414,
    fi: 'Osoite on liian pitkä',
    sv: 'Adressen är för lång',
    en: 'The address is too long',
  },
  'headers-too-large': {
    status: 431,
    fi: 'Osoite ja otsakkeet ovat liian pitkät',
    sv: 'Adressen och rubrikfälten är för långa',
    en: 'Address and headers are too large',
  },
  // Not 503: that is for a database that is away.
  'not-yet-known': {
    status: 409,
    fi: 'Pyydettyyn kohtaan ei ole vielä ehditty',
    sv: 'Den begärda positionen har inte nåtts ännu',
    en: 'The position asked for has not been reached yet',
  },
  unavailable: {
    status: 503,
    fi: 'Tietokanta ei vastaa',
    sv: 'Databasen svarar inte',
    en: 'The database does not answer',
  },
  internal: { status: 500, fi: 'Sisäinen virhe', sv: 'Internt fel', en: 'Internal error' },
} as const satisfies Record<string, { readonly status: number } & Record<Language, string>>;

/** Stable code of a problem. */
export type ProblemCode = keyof typeof problems;

/** One thing that is wrong with a request. */
export interface ProblemItem {
  /** The parameter. */
  readonly field: string;
  /** What is wrong and what would be right. */
  readonly message: string;
}

/** A refusal that a controller throws; the filter turns it into problem details (RFC 9457). */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly errors: readonly ProblemItem[];

  constructor(code: ProblemCode, detail: string, options: { errors?: readonly ProblemItem[]; cause?: unknown } = {}) {
    super(detail, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'Problem';
    this.code = code;
    this.errors = options.errors ?? [];
  }
}

/** The refusal of one parameter's value. */
export const invalidParameter = (field: string, message: string): Problem =>
  new Problem('invalid-request', message, { errors: [{ field, message }] });
