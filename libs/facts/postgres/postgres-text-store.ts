import { type Pool } from 'pg';
import { type FoundText, type StoredText, type TextStore } from '#reform';

interface TextRow {
  readonly digest: string;
  readonly language: StoredText['language'];
  readonly content: string | null;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The free texts in PostgreSQL; see `TextStore`. Errors of the database come as they are. */
export const createPostgresTextStore = (pool: Pool): TextStore => {
  const find = async (id: string): Promise<TextRow | undefined> => {
    if (!uuid.test(id)) return undefined;
    const { rows } = await pool.query<TextRow>('select digest, language, content from texts.text where id = $1', [id]);
    return rows[0];
  };

  const get = async (id: string): Promise<FoundText> => {
    const row = await find(id);
    if (row === undefined) return { status: 'unknown' };
    const { digest, language, content } = row;
    if (content === null) return { status: 'erased', digest, language };
    return { status: 'kept', text: { text: id, digest, language, content } };
  };

  return {
    get,
    put: async ({ text, digest, language, content }) => {
      const { rowCount } = await pool.query(
        'insert into texts.text (id, digest, language, content) values ($1, $2, $3, $4) on conflict do nothing',
        [text, digest, language, content],
      );
      if (rowCount === 1) return 'kept';
      const held = await find(text);
      const same = held?.digest === digest && held.language === language && held.content === content;
      return same ? 'already-kept' : 'other';
    },
    erase: async (id) => {
      if (!uuid.test(id)) return false;
      const { rowCount } = await pool.query(
        'update texts.text set content = null where id = $1 and content is not null',
        [id],
      );
      return rowCount === 1;
    },
  };
};
