import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { readFile, readlink, rename, rm } from 'node:fs/promises';
import { platform } from 'node:os';
import { join } from 'node:path';
import { type SystemUser } from './system-user.js';

/** The server's place: where its data, its socket and its log are, and whom it runs as. */
export interface Place {
  readonly cluster: string;
  readonly sockets: string;
  readonly log: string;
  readonly postgres: string;
  readonly user: SystemUser | null;
}

/** Signals a process; false where it is gone. */
const signal = (pid: number, name: NodeJS.Signals | 0): boolean => {
  try {
    return process.kill(pid, name);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** A postmaster works in its own cluster; a process that only inherited the number does not, nor does a zombie. */
const worksIn = async (pid: number, cluster: string): Promise<boolean> => {
  if (platform() !== 'linux') return true;
  try {
    return (await readlink(`/proc/${pid}/cwd`)) === cluster;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EACCES';
  }
};

/** What postmaster.pid says, checked against the processes that run. */
export const findPostmaster = async ({ cluster }: Place): Promise<{ pid: number; state: 'live' | 'stale' } | null> => {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number.parseInt(text, 10);
  if (!(pid > 0)) return null;
  if (!signal(pid, 0)) return null; // PostgreSQL itself clears the file of a process that is gone.
  return { pid, state: (await worksIn(pid, cluster)) ? 'live' : 'stale' };
};

/**
 * Clears what a killed server left where its process number has gone to somebody else, which PostgreSQL takes for a
 * server that runs. Moved away first and looked at then, so that a file that another start has just written is put back.
 */
export const clearStale = async ({ cluster, sockets }: Place, pid: number): Promise<void> => {
  const file = join(cluster, 'postmaster.pid');
  const aside = `${file}.stale-${process.pid}`;
  await rename(file, aside).catch(() => undefined);
  const moved = await readFile(aside, 'utf8').catch(() => '');
  if (moved !== '' && Number.parseInt(moved, 10) !== pid) return rename(aside, file);
  await rm(aside, { force: true });
  await rm(join(sockets, '.s.PGSQL.5432.lock'), { force: true });
};

const settings = (sockets: string): string[] =>
  Object.entries({
    listen_addresses: '',
    unix_socket_directories: sockets,
    unix_socket_permissions: '0700',
    max_connections: '100',
    // Nothing replicates from it, so the log need hold no more than a crash needs.
    wal_level: 'minimal',
    max_wal_senders: '0',
    max_wal_size: '2GB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);

/**
 * Starts a server in a session of its own, with its output in a file: it lives on when this process is killed, and no
 * Ctrl-C of the terminal reaches it. Resolves with the exit code should it end.
 */
export const spawnPostmaster = (place: Place): { readonly exited: Promise<number | null> } => {
  const log = openSync(place.log, 'a');
  const child = spawn(place.postgres, ['-D', place.cluster, ...settings(place.sockets)], {
    ...place.user,
    cwd: '/',
    env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' },
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  const exited = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => resolve(code));
    child.once('error', () => resolve(null));
  });
  return { exited };
};

/** Asks a server to stop: it ends all sessions and closes its files. Resolves when it is gone. */
export const stopPostmaster = async (place: Place): Promise<void> => {
  const found = await findPostmaster(place);
  if (found?.state !== 'live') return;
  signal(found.pid, 'SIGINT');
  while ((await findPostmaster(place))?.pid === found.pid) await new Promise((resolve) => setTimeout(resolve, 10));
};

/** The end of the server's log, for an error's message. */
export const logTail = (place: Place): string => {
  try {
    return readFileSync(place.log, 'utf8').trimEnd().split('\n').slice(-5).join('\n');
  } catch {
    return '(no log)';
  }
};
