import { type Socket } from 'node:net';
import { problemAnswer } from './problem-answer.js';
import { Problem, problems } from './problem.js';

const problemOf = (code: string | undefined): Problem =>
  code === 'HPE_HEADER_OVERFLOW'
    ? new Problem('headers-too-large', 'Address and headers together may have 16 KiB.')
    : new Problem('invalid-request', 'What came is not a request of HTTP/1.1.');

/** Answers what cannot be read as a request, so that no request and no reply of the framework's stands for it. */
export const answerUnreadable = (error: Error & { readonly code?: string }, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const problem = problemOf(error.code);
  const { status, type, body } = problemAnswer(problem, { lang: 'en', browser: false, url: '' });
  socket.end(
    [
      `HTTP/1.1 ${status} ${problems[problem.code].en}`,
      `content-type: ${type}`,
      'content-language: en',
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
      '',
      body,
    ].join('\r\n'),
  );
};
