import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Logger } from '#platform';
import { languageOf } from '../language.js';
import { problemAnswer } from './problem-answer.js';
import { problemFrom } from './problem-from.js';

/** Answers an error as problem details (RFC 9457), or as a page to a browser; logs what should not happen. */
export const sendProblem = (
  logger: Logger,
  error: unknown,
  request: Pick<FastifyRequest, 'query' | 'headers' | 'url'>,
  reply: FastifyReply,
): void => {
  const problem = problemFrom(error);
  const lang = languageOf(request);
  const browser = request.headers.accept?.includes('text/html') ?? false;
  const { status, type, body } = problemAnswer(problem, { lang, browser, url: request.url });
  if (status >= 500) logger.error({ err: problem.cause ?? problem, url: request.url }, problem.message);
  void reply.status(status).header('content-language', lang).type(type).send(body);
};

/** Answers every error of a request that reached a route, or none. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblem(this.logger, error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}
