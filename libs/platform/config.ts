import { resolve } from 'node:path';
import { PlatformError } from './errors.js';

/** Everything that the environment decides, read once at start. */
export interface Config {
  /** `DATABASE_URL`: a PostgreSQL server to use, or null for the embedded one. Holds a password: never logged. */
  readonly databaseUrl: string | null;
  /** `VAIHE_DATA`: absolute path of the folder for data; default `./var`. */
  readonly dataDirectory: string;
  /** `HOST`: loopback address to listen on; default `127.0.0.1`. */
  readonly host: string;
  /** `PORT`: port to listen on, 0 for any free one; default 3000. */
  readonly port: number;
  /** `LOG_LEVEL`: default `info`. */
  readonly logLevel: LogLevel;
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Least severity that is written. */
export type LogLevel = (typeof logLevels)[number];

const loopback = ['127.0.0.1', '::1', 'localhost'];

/** A refusal that names the variable and what it may be, and never what it was. */
const refuse = (variable: string, remedy: string): never => {
  throw new PlatformError('invalid-config', `The environment variable ${variable} is not usable: ${remedy}.`);
};

const readUrl = (value: string | undefined): string | null => {
  if (value === undefined || value === '') return null;
  if (!/^postgres(ql)?:\/\/\S+$/.test(value))
    refuse('DATABASE_URL', 'give postgresql://user:password@host:port/database');
  return value;
};

const readPort = (value: string | undefined): number => {
  if (value === undefined || value === '') return 3000;
  const port = /^\d{1,5}$/.test(value) ? Number(value) : 65536;
  return port <= 65535 ? port : refuse('PORT', 'give a number from 0 to 65535');
};

const readHost = (value: string | undefined): string => {
  const host = value === undefined || value === '' ? '127.0.0.1' : value;
  return loopback.includes(host) ? host : refuse('HOST', `only loopback is served yet: give ${loopback.join(' or ')}`);
};

const readLogLevel = (value: string | undefined): LogLevel => {
  if (value === undefined || value === '') return 'info';
  return logLevels.find((level) => level === value) ?? refuse('LOG_LEVEL', `give one of ${logLevels.join(', ')}`);
};

/** Parses the environment; throws `invalid-config` at the first variable that is not usable. */
export const parseConfig = (env: Readonly<Record<string, string | undefined>>): Config => ({
  databaseUrl: readUrl(env['DATABASE_URL']),
  dataDirectory: resolve(env['VAIHE_DATA'] || 'var'),
  host: readHost(env['HOST']),
  port: readPort(env['PORT']),
  logLevel: readLogLevel(env['LOG_LEVEL']),
});
