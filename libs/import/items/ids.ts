/** SHA-256 of a text's UTF-8, in hex. */
export type Digest = (text: string) => string;

/** A UUID (version 8, from a digest) that is always the same for the same text. */
export const idOf = (digest: Digest, text: string): string => {
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

/** Id of the command by which an item is recorded. */
export const commandOf = (scope: string, item: string): string => `import/${scope}/${item}`;

/**
 * Id of the one event of a command. It depends on nothing but the stream and the command, so that the same item can
 * never come into any store twice.
 */
export const eventOf = (digest: Digest, stream: string, command: string): string =>
  idOf(digest, JSON.stringify([stream, command, 0]));
