import 'reflect-metadata';
import { ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import helmet from '@fastify/helmet';
import { type FastifyError, type FastifyReply, type FastifyRequest } from 'fastify';
import { type Logger } from '#platform';
import { type Runtime } from '../runtime/runtime.js';
import { ApiModule } from './api.module.js';
import { openApiOf } from './openapi.js';
import { problemFromValidation } from './problem/problem-from-validation.js';
import { Problem } from './problem/problem.js';
import { ProblemFilter, sendProblem } from './problem/problem.filter.js';
import { answerUnreadable } from './problem/unreadable.js';

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

/** Refuses what is not reading before a body is read, and says on what an answer depends besides the address. */
const refuseOtherMethods = (adapter: FastifyAdapter): void => {
  adapter.getInstance().addHook('onRequest', async (request, reply) => {
    void reply.header('vary', 'accept, accept-language');
    if (request.method === 'GET' || request.method === 'HEAD') return;
    void reply.header('allow', 'GET, HEAD');
    throw new Problem('method-not-allowed', 'Everything here is read with GET; nothing is written over HTTP yet.');
  });
};

/** Serves the reading side of a runtime until it is closed. Throws what `listen` throws (`EADDRINUSE`). */
export const startServer = async (
  runtime: Runtime,
  logger: Logger,
  { host, port }: ServerOptions,
): Promise<RunningServer> => {
  const adapter = new FastifyAdapter({
    routerOptions: { maxParamLength },
    bodyLimit,
    forceCloseConnections: true,
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(logger, error, request, reply),
    clientErrorHandler: answerUnreadable,
  });
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
  refuseOtherMethods(adapter);
  app.useGlobalPipes(
    new ValidationPipe({
      transform: true,
      stopAtFirstError: true,
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
