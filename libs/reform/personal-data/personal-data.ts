/** What a text must not hold: it belongs in the directory beside the ledger. */
export type PersonalData = 'e-mail' | 'telephone' | 'identity-code';

// From the start of a word, so that a long text without an address is read once.
const email = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+\s?(?:@|\(at\)|\[at\])\s?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/iu;

// DDMMYY, a century sign, three digits and a control character (Act 661/2009; the newer signs of 2023 too). The control
// character is not computed: one that was mistyped is personal data all the same.
const identityCode =
  /(?<![\p{L}\p{N}])(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y](?![\p{L}\p{N}])/iu;

// Starts with + or 0, then digits in groups. Not within a date, a decimal, a range or a reference, whose digits follow
// on a dot, comma, slash, colon or hyphen.
const telephone = /(?<![\p{L}\d.,/:-])(?:\(0\d{1,2}\)|\+|0)[ -]?\d[\d -]*\d(?![\d/.]|,\d)/gu;

/** A day written with two-digit parts, as 01-12-2020 or 01 12 2020. */
const dayLike = /^\d{2}[ -]\d{2}[ -]\d{4}$/;
/** A business id (0116900-4). */
const businessId = /^\d{7}-\d$/;
/** Official codes in a row: 018 407 434. A telephone number in groups of three without a prefix passes with them. */
const codesInARow = /^\d{3}(?: \d{3})+$/;

const isOther = (text: string): boolean => dayLike.test(text) || businessId.test(text) || codesInARow.test(text);

const isTelephone = (text: string, after: string): boolean => {
  const digits = text.replace(/\D/g, '').length;
  if (/^\s?(?:EUR|€|eur)/.test(after) || isOther(text)) return false;
  if (/^\+\s?358/.test(text)) return digits >= 8;
  // Signed amounts are taken for amounts up to a billion: shorter numbers with a country code pass.
  if (text.startsWith('+') || text.startsWith('00')) return digits >= 10 && digits <= 16;
  return digits >= 8 && digits <= 12;
};

const holdsTelephone = (text: string): boolean => {
  for (const match of text.matchAll(telephone))
    if (isTelephone(match[0].trim(), text.slice(match.index + match[0].length))) return true;
  return false;
};

/**
 * What of a person a text seems to hold, or null. Looks at forms alone: an e-mail address, a telephone number of Finland
 * or with a country code, a Finnish personal identity code. Names cannot be told from words: they are kept out by the
 * catalogue, which has no field for one.
 */
export const personalDataIn = (text: string): PersonalData | null => {
  if (email.test(text)) return 'e-mail';
  if (identityCode.test(text)) return 'identity-code';
  return holdsTelephone(text) ? 'telephone' : null;
};
