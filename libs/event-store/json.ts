/** A JSON value as RFC 8785 can hold it: no undefined, no lone surrogate, no integer beyond 2^53. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object. */
export interface JsonObject {
  readonly [key: string]: Json;
}
