/** How a text is written for a terminal. */
export interface TextOptions {
  readonly lang: 'fi' | 'sv' | 'en';
  /** Columns of the terminal; tables fit in them where they can. */
  readonly width: number;
  readonly colour: boolean;
}

/** A colour by what it means. */
export type Tone = 'plain' | 'bold' | 'quiet' | 'good' | 'maybe' | 'warn';

const codes: Readonly<Record<Tone, string>> = {
  plain: '',
  bold: '\u001b[1m',
  quiet: '\u001b[2m',
  good: '\u001b[32m',
  maybe: '\u001b[33m',
  warn: '\u001b[31m',
};

/** A text in its tone; as it is where there is no colour. */
export const toned = (text: string, tone: Tone, colour: boolean): string =>
  colour && tone !== 'plain' && text !== '' ? `${codes[tone]}${text}\u001b[0m` : text;

/** Whether a stream takes colour: a terminal, and nobody has set NO_COLOR (no-color.org). */
export const takesColour = (
  stream: { readonly isTTY?: boolean | undefined },
  environment: Readonly<Record<string, string | undefined>>,
): boolean => stream.isTTY === true && !environment['NO_COLOR'] && environment['TERM'] !== 'dumb';

/** Text of others without what would steer the terminal: control characters become a mark, line breaks a space. */
export const clean = (text: string): string =>
  text.replace(/[\n\t]/g, ' ').replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
