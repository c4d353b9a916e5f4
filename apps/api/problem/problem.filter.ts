import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Logger } from '#platform';
import { languageOf } from '../language.js';
import { renderError } from '../pages/index.js';
import { problemFrom } from './problem-from.js';
import { problems } from './problem.js';

/** Answers every error as problem details (RFC 9457), or as a page to a browser; logs what should not happen. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = problemFrom(error);
    const lang = languageOf(request);
    const { status, [lang]: title } = problems[problem.code];
    if (status >= 500) this.logger.error({ err: problem.cause ?? problem, url: request.url }, problem.message);
    void reply.status(status).header('content-language', lang);
    if (request.headers.accept?.includes('text/html')) {
      void reply.type('text/html; charset=utf-8').send(renderError({ lang, status, title, problem }));
      return;
    }
    void reply.type('application/problem+json').send({
      type: `urn:vaihe:problem:${problem.code}`,
      title,
      status,
      code: problem.code,
      detail: problem.message,
      instance: request.url,
      ...(problem.errors.length > 0 ? { errors: problem.errors } : {}),
    });
  }
}
