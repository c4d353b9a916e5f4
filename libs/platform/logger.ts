import { destination, pino, type Logger } from 'pino';
import { type LogLevel } from './config.js';

export { type Logger } from 'pino';

/** A logger of JSON lines on standard error, so that standard output belongs to a command's result. */
export const createLogger = (level: LogLevel): Logger =>
  pino(
    { level, base: null, timestamp: () => `,"time":"${new Date().toISOString()}"` },
    destination({ fd: 2, sync: true }),
  );
