/** Codes of everything that stands between the process and its surroundings. */
export type PlatformErrorCode =
  | 'invalid-config'
  /** The embedded PostgreSQL cannot be run here as things are; the message names the remedy. */
  | 'embedded-unusable'
  /** The embedded PostgreSQL did not start; the message holds the end of its log. */
  | 'embedded-failed'
  /** The PostgreSQL server is older than 17. */
  | 'unsupported-server'
  /** The data was made by a release whose schema this one does not continue. */
  | 'schema-differs';

/** An error of the surroundings; callers match `code`. */
export class PlatformError extends Error {
  readonly code: PlatformErrorCode;

  constructor(code: PlatformErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PlatformError';
    this.code = code;
  }
}
