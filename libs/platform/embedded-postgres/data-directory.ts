import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, lstat, mkdir, readdir, readlink, realpath, rename, rm, symlink } from 'node:fs/promises';
import { platform, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { PlatformError } from '../errors.js';
import { sharedPlace, type Binaries } from './binaries.js';
import { reaches, type SystemUser } from './system-user.js';

const run = promisify(execFile);

/** The database's superuser, who owns schema and migrations. */
export const owner = 'vaihe';

const initOptions = [
  `--username=${owner}`,
  '--encoding=UTF8',
  // Bytes compare as bytes, on any machine and for good.
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  // Whoever gets at the socket, which lies in a folder of mode 700, is trusted; there is no other way in.
  '--auth-local=trust',
  '--auth-host=reject',
  '--no-instructions',
  // The default syncs file by file, which takes longer than all the rest.
  ...(platform() === 'linux' ? ['--sync-method=syncfs'] : []),
];

const short = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

/**
 * The folder of the cluster: `<data>/postgres`. Where the system user cannot get there, the cluster lies below
 * `/var/lib/vaihe` and `<data>/postgres` is a link to it.
 */
export const locateCluster = async (dataDirectory: string, user: SystemUser | null): Promise<string> => {
  await mkdir(dataDirectory, { recursive: true });
  const data = await realpath(dataDirectory);
  const home = join(data, 'postgres');
  const target = await readlink(home).catch(() => null);
  if (target !== null) return target;
  if (await reaches(user, home)) return home;
  if (existsSync(home))
    throw new PlatformError(
      'embedded-unusable',
      `The system user "postgres" cannot reach ${home}. Open the folders above it (chmod o+x), or set VAIHE_DATA to a place that it reaches.`,
    );
  await mkdir(sharedPlace, { recursive: true, mode: 0o755 });
  const elsewhere = join(await realpath(sharedPlace), `data-${short(home)}`);
  await symlink(elsewhere, home).catch(() => undefined);
  return elsewhere;
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Removes drafts of clusters whose makers were killed. */
const sweepDrafts = async (cluster: string): Promise<void> => {
  const prefix = `${basename(cluster)}.draft-`;
  for (const name of await readdir(dirname(cluster)))
    if (name.startsWith(prefix) && !isAlive(Number(name.slice(prefix.length).split('-')[0])))
      await rm(join(dirname(cluster), name), { recursive: true, force: true });
};

/**
 * Makes the cluster unless it is there. It is made beside its place and moved there when it is whole, so that one killed
 * half way leaves nothing that looks like data, and of two that make it at once one wins. Never touches existing data.
 */
export const ensureCluster = async (
  cluster: string,
  { initdb }: Binaries,
  user: SystemUser | null,
): Promise<'made' | 'found'> => {
  if (existsSync(join(cluster, 'PG_VERSION'))) return 'found';
  if (
    await readdir(cluster).then(
      (names) => names.length > 0,
      () => false,
    )
  )
    throw new PlatformError(
      'embedded-unusable',
      `${cluster} holds something that is no PostgreSQL cluster. Move it away.`,
    );
  await sweepDrafts(cluster);
  const draft = `${cluster}.draft-${process.pid}-${randomBytes(4).toString('hex')}`;
  await mkdir(draft, { mode: 0o700 });
  if (user !== null) await chown(draft, user.uid, user.gid);
  try {
    await run(initdb, [`--pgdata=${draft}`, ...initOptions], {
      ...user,
      cwd: '/',
      env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' },
    });
    await rename(draft, cluster);
    return 'made';
  } catch (cause) {
    await rm(draft, { recursive: true, force: true });
    if (existsSync(join(cluster, 'PG_VERSION'))) return 'found';
    const said = (cause as { stderr?: string }).stderr ?? String(cause);
    throw new PlatformError('embedded-failed', `The embedded PostgreSQL could not make ${cluster}: ${said.trim()}`, {
      cause,
    });
  }
};

/** Longest path of a socket that every system takes is 103 bytes. */
const longestSocket = 100;

/** The folder for the server's socket: the cluster's own, or a private one where that path is too long for a socket. */
export const socketFolder = async (cluster: string, user: SystemUser | null): Promise<string> => {
  if (Buffer.byteLength(join(cluster, '.s.PGSQL.5432')) <= longestSocket) return cluster;
  const folder = join(await realpath(tmpdir()), `vaihe-${short(cluster)}`);
  await mkdir(folder, { mode: 0o700 }).then(
    () => (user === null ? undefined : chown(folder, user.uid, user.gid)),
    () => undefined,
  );
  const { uid, mode } = await lstat(folder);
  if (uid !== (user?.uid ?? process.getuid?.()) || (mode & 0o077) !== 0)
    throw new PlatformError(
      'embedded-unusable',
      `${folder} belongs to somebody else. Remove it, or shorten VAIHE_DATA.`,
    );
  return folder;
};
