import { canonicalJson } from './canonical.js';

/** A UUID (version 8, from a SHA-256 in hex) that is always the same for the same text. */
export const uuidOf = (digest: (text: string) => string, text: string): string => {
  const hex = digest(text);
  const variant = ((parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
};

/**
 * The id of a command's n-th event, always the same, so that no retry and no other way of recording the same command can
 * bring a second event into any store. `parts`: stream, command id, index from 0.
 */
export const eventIdOf = (
  digest: (text: string) => string,
  parts: readonly [stream: string, command: string, index: number],
): string => uuidOf(digest, canonicalJson(parts));
