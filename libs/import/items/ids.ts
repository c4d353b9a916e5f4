import { eventIdOf, uuidOf } from '#event-store';

/** SHA-256 of a text's UTF-8, in hex. */
export type Digest = (text: string) => string;

/** A UUID that is always the same for the same text. */
export const idOf = (digest: Digest, text: string): string => uuidOf(digest, text);

/** Id of the command by which an item is recorded. */
export const commandOf = (scope: string, item: string): string => `import/${scope}/${item}`;

/**
 * Id of the one event of a command. It depends on nothing but the stream and the command, so that the same item can
 * never come into any store twice.
 */
export const eventOf = (digest: Digest, stream: string, command: string): string =>
  eventIdOf(digest, [stream, command, 0]);
