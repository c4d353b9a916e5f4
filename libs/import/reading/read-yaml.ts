import { type CST, Composer, type Document, Lexer, LineCounter, Parser } from 'yaml';
import { type Flaw } from './file-error.js';

/** The one document of a text, with what turns offsets into places. */
export interface YamlRead {
  readonly document: Document.Parsed | null;
  readonly lines: LineCounter;
  readonly flaws: readonly Flaw[];
}

/** Deepest nesting of a file, and most values in it: far beyond any programme, far below what could hurt the reader. */
export const bounds = { depth: 24, values: 100_000 } as const;

const options = { version: '1.2', schema: 'core', merge: false, intAsBigInt: true, uniqueKeys: false } as const;

const flawAt = (lines: LineCounter, offset: number, flaw: Pick<Flaw, 'code' | 'message'>): Flaw => {
  const { line, col } = lines.linePos(Math.max(offset, 0));
  return { ...flaw, path: '', line: Math.max(line, 1), column: Math.max(col, 1) };
};

type Token = CST.Token;

const childrenOf = (token: Token): readonly (Token | null | undefined)[] => {
  if (token.type === 'document') return [token.value];
  if (!('items' in token)) return [];
  return token.items.flatMap((item) => [item.key, item.value]);
};

const bound = (code: 'too-deep' | 'too-many-values', lines: LineCounter, offset: number): Flaw => {
  const limit = code === 'too-deep' ? `${bounds.depth} levels` : `${bounds.values} values`;
  return flawAt(lines, offset, { code, message: `The file holds more than ${limit}.` });
};

/**
 * Looks at the tokens before anything is composed of them: composing recurses, and a text of a million brackets would
 * break the stack. This walk does not recurse.
 */
const boundFlaw = (tokens: readonly Token[], lines: LineCounter): Flaw | null => {
  const open: { token: Token; depth: number }[] = tokens.map((token) => ({ token, depth: 0 }));
  let values = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    values += 1;
    if (values > bounds.values) return bound('too-many-values', lines, next.token.offset);
    // The document itself is a level of tokens, not of values.
    if (next.depth > bounds.depth + 1) return bound('too-deep', lines, next.token.offset);
    for (const child of childrenOf(next.token)) if (child) open.push({ token: child, depth: next.depth + 1 });
  }
  return null;
};

/** Lexemes of the largest file that is parsed. A text of nothing but brackets is refused long before it is read. */
const mostLexemes = 500_000;

/** The tokens of a text, or a flaw as soon as it nests too deep or grows too large: the parser itself has no bounds. */
const tokensOf = (text: string, lines: LineCounter): readonly Token[] | Flaw => {
  lines.addNewLine(0);
  const parser = new Parser(lines.addNewLine);
  const tokens: Token[] = [];
  let lexemes = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    lexemes += 1;
    if (parser.stack.length > bounds.depth + 2) return bound('too-deep', lines, parser.offset);
    if (lexemes > mostLexemes) return bound('too-many-values', lines, parser.offset);
  }
  for (const token of parser.end()) tokens.push(token);
  return tokens;
};

const composed = (text: string, tokens: readonly Token[], lines: LineCounter): YamlRead => {
  const documents = [...new Composer(options).compose(tokens, true, text.length)];
  const [document] = documents;
  const flaws = documents.flatMap(({ errors }) =>
    errors.map(({ pos, message }) =>
      flawAt(lines, pos[0], { code: 'yaml-syntax', message: `The text is not YAML: ${message.split('\n')[0] ?? ''}` }),
    ),
  );
  const second = documents[1];
  if (second)
    flaws.push(
      flawAt(lines, second.range[0], { code: 'several-documents', message: 'The file holds several documents.' }),
    );
  return { document: flaws.length === 0 ? (document ?? null) : null, lines, flaws };
};

/**
 * Parses a text as one document of YAML 1.2, core schema (JSON is a part of it): `01` and `1.10` are numbers, dates are
 * texts, `no` and `<<` mean nothing special. Aliases are never expanded.
 */
export const readYaml = (text: string): YamlRead => {
  const lines = new LineCounter();
  try {
    const tokens = tokensOf(text, lines);
    if ('code' in tokens) return { document: null, lines, flaws: [tokens] };
    const flaw = boundFlaw(tokens, lines);
    return flaw ? { document: null, lines, flaws: [flaw] } : composed(text, tokens, lines);
  } catch {
    // A text that the parser itself breaks on is no YAML of ours, whatever it is.
    const flaw = flawAt(lines, 0, { code: 'yaml-syntax', message: 'The text cannot be read as YAML.' });
    return { document: null, lines, flaws: [flaw] };
  }
};
