import type { OutgoingHttpHeader } from 'node:http';
import { gatewayErrors } from '@lading/contract/response/codes';
import { dataHeaders } from '@lading/kit/http/security';
import { createServer, type Server } from '@lading/kit/http/server';
import type { Ids } from '@lading/kit/ids';
import type { Log } from '@lading/kit/log';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { errorEnvelope } from './encode.ts';
import type { HttpAnswer, HttpRequest } from './http.ts';

/** A request before its world is known: the path is whole, the address is that of the main world. */
export type Serve = (request: HttpRequest) => Promise<HttpAnswer>;

export interface ListenerOptions {
  readonly serve: Serve;
  readonly log: Log;
  /** The address that callers see; taken from the Host header when absent. */
  readonly publicUrl?: string;
  /** Certificate and key as PEM; plain HTTP when absent. */
  readonly tls?: { readonly cert: string; readonly key: string };
}

const POLICY = 'content-security-policy';
/** A page that severs its opener would look closed to the window that opened the log-in. */
const security = { openerPolicy: 'unsafe-none' } as const;
const fixedFor = dataHeaders(security);
const MAX_BODY_BYTES = 16_000_000;

/** Hands requests over as bytes and answers out as bytes; all the rest happens behind it. */
export async function createListener({ serve, log, publicUrl, tls }: ListenerOptions): Promise<Server> {
  const app = await createServer({
    log: sharedBy(log),
    ids: requestIds(),
    bodyLimitBytes: MAX_BODY_BYTES,
    cookies: false,
    ...security,
    ...(tls === undefined ? {} : { tls }),
  });
  app.removeAllContentTypeParsers();
  // The framework remembers which parser a named type has; for any other it reads the header anew each time.
  app.addContentTypeParser([...usualTypes, '*'], { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  app.all('/*', {
    errorHandler: (error, request, reply) => {
      if ('code' in error && error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
        return reply
          .code(gatewayErrors.documentTooLarge.status)
          .send(errorEnvelope(gatewayErrors.documentTooLarge));
      }
      return app.errorHandler(error, request, reply);
    },
    handler: async (request, reply) => send(reply, await serve(readRequest(request, publicUrl))),
  });
  return app;
}

const usualTypes = ['application/json', 'application/x-www-form-urlencoded'];

/** One log for all requests: setting up redaction anew for each costs more than reading a form. */
function sharedBy(log: Log): Log {
  const shared: Log = Object.assign(Object.create(log) as Log, { child: () => shared });
  return shared;
}

/** Numbers of requests are no secrets here: counted, which costs nothing. */
function requestIds(): Ids {
  let last = 0;
  const next = (): string => {
    last += 1;
    return `sandbox-${last}`;
  };
  return { uuid: next, token: next };
}

function readRequest(request: FastifyRequest, publicUrl: string | undefined): HttpRequest {
  const [path = '/', query = ''] = splitOnce(request.raw.url ?? '/');
  return {
    method: request.method,
    path,
    query: new URLSearchParams(query),
    headers: textsOf(request.headers),
    body: Buffer.isBuffer(request.body) ? request.body : new Uint8Array(),
    remoteAddress: request.ip,
    publicUrl: publicUrl ?? `${request.protocol}://${hostOf(request)}`,
  };
}

function splitOnce(url: string): readonly [path: string, query: string] {
  const mark = url.indexOf('?');
  return mark < 0 ? [url, ''] : [url.slice(0, mark), url.slice(mark + 1)];
}

/** Node gives one text for every name but `set-cookie`, which has no place in a request. */
function textsOf(headers: FastifyRequest['headers']): HttpRequest['headers'] {
  const { 'set-cookie': cookies } = headers;
  const texts = cookies === undefined ? headers : { ...headers, 'set-cookie': cookies.join(', ') };
  return texts as HttpRequest['headers'];
}

/** What a caller writes into Host comes back in addresses: only what can be a host does. */
function hostOf({ host, socket }: FastifyRequest): string {
  const isHost = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(:\d{1,5})?$/i.test(host ?? '');
  return isHost ? host : `${socket.localAddress ?? '127.0.0.1'}:${socket.localPort ?? 0}`;
}

async function send(reply: FastifyReply, answer: HttpAnswer): Promise<FastifyReply> {
  await handOver(reply, answer);
  if (isGone(reply)) return reply.hijack();
  if (answer.cutAtByte !== undefined) return cut(reply, answer, answer.cutAtByte);
  const isPage = answer.headers['content-type']?.startsWith('text/html');
  if (!isPage && answer.body.length > 0) return sendPieces(reply, answer);
  if (answer.policy !== undefined) reply.header(POLICY, answer.policy);
  return reply.code(answer.status).headers(answer.headers).send(answer.body[0]);
}

async function handOver(reply: FastifyReply, answer: HttpAnswer): Promise<void> {
  let isDue = true;
  try {
    if (answer.delayMs) await pause(reply, answer.delayMs);
    if (isGone(reply)) return;
    await answer.handOver?.();
    isDue = false;
  } finally {
    if (isDue) answer.drop?.();
  }
}

/** Ends early when the caller goes. */
async function pause(reply: FastifyReply, ms: number): Promise<void> {
  if (isGone(reply)) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    reply.raw.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function isGone({ raw, request }: FastifyReply): boolean {
  return raw.destroyed || request.socket.destroyed;
}

/** Past the framework, which would join the pieces or stream them one by one: one write takes head and all. */
function sendPieces(reply: FastifyReply, { status, headers, body }: HttpAnswer): FastifyReply {
  const { raw, request } = reply;
  const length = body.reduce((sum, { byteLength }) => sum + byteLength, 0);
  raw.writeHead(status, headOf(request, headers, length));
  // Not before: an answer whose head cannot be written is still the framework's to refuse.
  reply.hijack();
  raw.cork();
  for (const piece of body) raw.write(piece);
  raw.end();
  return reply;
}

/** Names and values in turn, as Node takes them without looking at each again; an answer's own before the house's. */
function headOf(request: FastifyRequest, own: HttpAnswer['headers'], length: number): OutgoingHttpHeader[] {
  const list: OutgoingHttpHeader[] = ['x-request-id', request.id, 'content-length', length];
  for (const name of Object.keys(own)) list.push(name, own[name] ?? '');
  const fixed = fixedFor(request);
  for (const name of Object.keys(fixed)) if (own[name] === undefined) list.push(name, fixed[name] ?? '');
  return list;
}

function cut(reply: FastifyReply, answer: HttpAnswer, bytes: number): FastifyReply {
  const { raw } = reply.hijack();
  if (bytes === 0) {
    raw.destroy();
    return reply;
  }
  const whole = Buffer.concat(answer.body);
  raw.writeHead(answer.status, { ...answer.headers, 'content-length': whole.byteLength });
  raw.write(whole.subarray(0, bytes), () => raw.destroy());
  return reply;
}
