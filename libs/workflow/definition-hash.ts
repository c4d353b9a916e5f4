import { canonicalJson } from '#event-store';
import { type Definition } from './definition.js';

/** SHA-256 (or the like) of a text, in hex; given by the caller, as the engine has no digests of its own. */
export type Digest = (text: string) => string;

/** The content hash by which a definition is versioned: the digest of its canonical JSON (RFC 8785). */
export const definitionHash = (definition: Definition, digest: Digest): string => digest(canonicalJson(definition));
