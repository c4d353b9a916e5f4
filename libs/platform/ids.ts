import { createHash, randomUUID } from 'node:crypto';

/** A new random UUID. */
export const newId = (): string => randomUUID();

/** SHA-256 of a text's UTF-8, in hex. */
export const digest = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
