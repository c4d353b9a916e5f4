import { request } from 'node:http';

/** What a server answered. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** What is asked beside the address. */
export interface Asking {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Asks exactly the address given: nothing of it is normalised or encoded on the way. */
export const ask = (url: string, path: string, { method = 'GET', headers = {}, body }: Asking = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const sent = request({ hostname, port, path, method, headers: { ...headers, ...length } }, (reply) => {
      const chunks: Buffer[] = [];
      reply.on('data', (chunk: Buffer) => chunks.push(chunk));
      reply.on('end', () =>
        resolve({
          status: reply.statusCode ?? 0,
          headers: reply.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });

/** Problem details as they came. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly instance: string;
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
}

/** The problem that an answer holds; throws where it holds none. */
export const problemIn = ({ status, headers, body }: Answer): Problem => {
  if (!String(headers['content-type']).startsWith('application/problem+json'))
    throw new Error(`no problem: ${status} ${String(headers['content-type'])} ${body.slice(0, 200)}`);
  const problem = JSON.parse(body) as Problem;
  if (problem.status !== status) throw new Error(`the problem says ${problem.status}, the answer ${status}`);
  return problem;
};
