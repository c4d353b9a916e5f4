import { type Json } from '#event-store';
import { type Document, type Node, type Pair, type YAMLMap, type YAMLSeq, isAlias, isMap, isScalar, isSeq } from 'yaml';
import { type FileErrorCode, type Flaw } from './file-error.js';
import { type Places, flawOf, pointer } from './places.js';

/** The plain value of a document and what is wrong with it. */
export interface PlainRead {
  readonly value: Json;
  readonly flaws: readonly Flaw[];
}

const reserved: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const loneSurrogate = /\p{Surrogate}/u;
// Tab and line feed are text.
const control = /[\u0000-\u0008\u000b-\u001f\u007f]/;

type Refuse = (path: string, code: FileErrorCode, message: string) => void;

const checkText = (text: string, path: string, refuse: Refuse): void => {
  if (loneSurrogate.test(text)) refuse(path, 'lone-surrogate', 'A text holds half of a surrogate pair.');
  if (control.test(text)) refuse(path, 'control-character', 'A text holds a control character.');
};

const numberOf = (value: number | bigint, path: string, refuse: Refuse): number => {
  const plain = Number(value);
  if (!Number.isFinite(plain) || (Number.isInteger(plain) && !Number.isSafeInteger(plain)))
    refuse(path, 'number-too-large', 'A number is not finite or lies beyond 2^53.');
  return plain;
};

const scalarOf = (value: unknown, path: string, refuse: Refuse): Json => {
  if (typeof value === 'string') checkText(value, path, refuse);
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  return typeof value === 'number' || typeof value === 'bigint' ? numberOf(value, path, refuse) : null;
};

/** The text of a key, or null where it is none that may stand. */
const keyOf = (key: unknown, path: string, refuse: Refuse): string | null => {
  if (!isScalar(key) || typeof key.value !== 'string') {
    refuse(path, 'key-not-text', 'A key is not a text.');
    return null;
  }
  checkProperties(key, path, refuse);
  checkText(key.value, path, refuse);
  if (!reserved.has(key.value)) return key.value;
  refuse(path, 'reserved-key', `The key ${key.value} is reserved.`);
  return null;
};

const checkProperties = (node: Node, path: string, refuse: Refuse): void => {
  const anchored = 'anchor' in node && node.anchor !== undefined;
  if (isAlias(node) || anchored) refuse(path, 'anchor-not-allowed', 'An anchor or an alias stands here.');
  if (node.tag !== undefined) refuse(path, 'tag-not-allowed', 'A tag stands here.');
};

const offsetOf = (node: unknown): number | undefined => (node as Node | null)?.range?.[0];

/**
 * The plain value of a document, built by hand so that nothing is expanded, resolved or inherited: objects have no
 * prototype, every key is a text and stands once, texts are well-formed, numbers are exact.
 */
export const plainValue = (document: Document.Parsed, places: Places): PlainRead => {
  const flaws: Flaw[] = [];
  const refuse: Refuse = (path, code, message) => flaws.push(flawOf(places, path, code, message));

  const entry = (plain: Record<string, Json>, { key, value }: Pair, path: string): void => {
    const text = isScalar(key) && typeof key.value === 'string' ? key.value : '?';
    const place = pointer(path, text);
    const twice = Object.hasOwn(plain, text);
    places.note(place, offsetOf(value) ?? offsetOf(key) ?? 0, offsetOf(key) ?? 0);
    const name = keyOf(key, place, refuse);
    if (name === null) return;
    const message = `The field ${text.slice(0, 80)} stands twice.`;
    if (twice) flaws.push({ ...places.ofKey(place), path: place, code: 'duplicate-key', message });
    else plain[name] = valueOf(value as Node | null, place);
  };

  const mapOf = (node: YAMLMap, path: string): Json => {
    const plain = Object.create(null) as Record<string, Json>;
    for (const pair of node.items) entry(plain, pair, path);
    return plain;
  };

  const listOf = (node: YAMLSeq, path: string): Json =>
    node.items.map((item, index) => {
      const place = pointer(path, index);
      places.note(place, offsetOf(item) ?? offsetOf(node) ?? 0);
      return valueOf(item as Node | null, place);
    });

  const valueOf = (node: Node | null, path: string): Json => {
    if (node === null) return null;
    checkProperties(node, path, refuse);
    if (isMap(node)) return mapOf(node, path);
    if (isSeq(node)) return listOf(node, path);
    return isScalar(node) ? scalarOf(node.value, path, refuse) : null;
  };

  places.note('', document.contents?.range?.[0] ?? 0);
  return { value: valueOf(document.contents, ''), flaws };
};
