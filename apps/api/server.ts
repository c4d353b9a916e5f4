import 'reflect-metadata';
import { ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import helmet from '@fastify/helmet';
import { type Logger } from '#platform';
import { type Runtime } from '../runtime/runtime.js';
import { ApiModule } from './api.module.js';
import { openApiOf } from './openapi.js';
import { problemFromValidation } from './problem/problem-from-validation.js';
import { ProblemFilter } from './problem/problem.filter.js';

/** Where to listen; loopback only, until there is a sign-in. */
export interface ServerOptions {
  readonly host: string;
  readonly port: number;
}

/** A server that answers. */
export interface RunningServer {
  /** e.g. `http://127.0.0.1:3000`. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Longest address and body that are read, in bytes: everything here is asked by GET. */
const maxParamLength = 400;
const bodyLimit = 1024 * 1024;

/** Serves the reading side of a runtime until it is closed. Throws what `listen` throws (`EADDRINUSE`). */
export const startServer = async (
  runtime: Runtime,
  logger: Logger,
  { host, port }: ServerOptions,
): Promise<RunningServer> => {
  const adapter = new FastifyAdapter({ routerOptions: { maxParamLength }, bodyLimit, forceCloseConnections: true });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.over(runtime, logger), adapter, {
    logger: false,
    abortOnError: false,
  });
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: { defaultSrc: ["'none'"], styleSrc: ["'self'"], imgSrc: ["'self'"], formAction: ["'self'"] },
      useDefaults: false,
    },
    // There is no TLS on loopback.
    strictTransportSecurity: false,
  });
  app.useGlobalPipes(
    new ValidationPipe({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      exceptionFactory: problemFromValidation,
    }),
  );
  app.useGlobalFilters(new ProblemFilter(logger));
  const document = openApiOf(app, runtime.release);
  app.getHttpAdapter().get('/openapi.json', (_request: unknown, reply: { send: (body: unknown) => void }) => {
    reply.send(document);
  });
  await app.listen({ host, port });
  return { url: (await app.getUrl()).replace('[::1]', 'localhost'), close: () => app.close() };
};
