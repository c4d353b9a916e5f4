import { type StoredText, type TextStore } from './text-store.js';

/** A text store of one process, for tests and for what is never kept. */
export const createMemoryTextStore = (): TextStore => {
  const kept = new Map<string, StoredText | (Omit<StoredText, 'content'> & { readonly content: null })>();
  return {
    put: async (text) => {
      const before = kept.get(text.text);
      if (!before) {
        kept.set(text.text, text);
        return 'kept';
      }
      const same =
        before.content === text.content && before.digest === text.digest && before.language === text.language;
      return same ? 'already-kept' : 'other';
    },
    get: async (id) => {
      const found = kept.get(id);
      if (!found) return { status: 'unknown' };
      if (found.content === null) return { status: 'erased', digest: found.digest, language: found.language };
      return { status: 'kept', text: found };
    },
    erase: async (id) => {
      const found = kept.get(id);
      if (!found || found.content === null) return false;
      kept.set(id, { text: found.text, digest: found.digest, language: found.language, content: null });
      return true;
    },
  };
};
