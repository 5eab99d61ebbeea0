import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
  type RawReplyDefaultExpression,
  type RawRequestDefaultExpression,
  type RawServerDefault,
} from 'fastify';
import { type Ids, randomIds } from '../ids.ts';
import type { Log } from '../log.ts';
import { answerProblem } from './problem-reply.ts';
import { unknownAddressProblem } from './problems.ts';
import { type SecurityOptions, secure, secureRefusal } from './security.ts';
import { compileValidator } from './validation.ts';

export type Server = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

export interface ServerOptions extends SecurityOptions {
  readonly log: Log;
  /** Makes request ids where the caller sent none. */
  readonly ids?: Ids;
  /** Behind a proxy: addresses, host and protocol are taken from its `X-Forwarded-*`. */
  readonly trustProxy?: boolean;
  /** 1 MiB when absent. */
  readonly bodyLimitBytes?: number;
  /** For a whole request to arrive; 30 s when absent. */
  readonly requestTimeoutMs?: number;
  /** Speaks HTTPS with this certificate and key (PEM); plain HTTP when absent. */
  readonly tls?: { readonly cert: string; readonly key: string };
  /** Reads and sets cookies; true when absent. */
  readonly cookies?: boolean;
  /** Reads `application/x-www-form-urlencoded` bodies as well as JSON. */
  readonly acceptForms?: boolean;
  /** Answers addresses without a route (screens that route by themselves); a 404 `NOT_FOUND` when absent. */
  readonly onUnknownRoute?: (request: FastifyRequest, reply: FastifyReply) => unknown;
}

const SANE_REQUEST_ID = /^[\w.:-]{8,64}$/;

/** What every server of the house is: typed routes, one form of failure, security headers, limits, timeouts. */
export async function createServer(options: ServerOptions): Promise<Server> {
  const { log, ids = randomIds, trustProxy = false, onUnknownRoute = refuseUnknown } = options;
  const loggerInstance: FastifyBaseLogger = log;
  const app = Fastify({
    ...(options.tls ? { https: { cert: options.tls.cert, key: options.tls.key } } : {}),
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy,
    bodyLimit: options.bodyLimitBytes ?? 1_048_576,
    requestTimeout: options.requestTimeoutMs ?? 30_000,
    keepAliveTimeout: 65_000,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    genReqId: (request) => requestIdOf(request.headers['x-request-id'], ids),
    schemaController: { compilersFactory },
    frameworkErrors: (error, request, reply) =>
      answerProblem(
        error,
        request,
        secureRefusal(request, reply, options).header('x-request-id', request.id),
      ),
  }).withTypeProvider<TypeBoxTypeProvider>();
  app.setValidatorCompiler(compileValidator);
  // Shapes are checked by the compiler and the tests; a second, slower pass at run time would only drop members.
  app.setSerializerCompiler(() => (value) => JSON.stringify(value));
  app.setErrorHandler(answerProblem);
  app.setNotFoundHandler(onUnknownRoute);
  secure(app, options);
  noteRequests(app, log);
  if (options.cookies !== false) await app.register(cookie);
  if (options.acceptForms) await app.register(formbody);
  return app;
}

/** The framework's own compilers are not even loaded, which takes longer than a small start: ours are set at once. */
const compilersFactory = { buildValidator: neverAsked, buildSerializer: neverAsked };

function neverAsked(): never {
  throw new TypeError('The server has compilers of its own.');
}

function requestIdOf(given: string | string[] | undefined, ids: Ids): string {
  return typeof given === 'string' && SANE_REQUEST_ID.test(given) ? given : ids.token(12);
}

function refuseUnknown(): never {
  throw unknownAddressProblem();
}

/** The route, never the address as called: queries carry authorization codes. */
function noteRequests(app: Server, log: Log): void {
  app.addHook('onSend', (request, reply, _payload, done) => {
    reply.header('x-request-id', request.id);
    done();
  });
  if (!log.isLevelEnabled('debug')) return;
  app.addHook('onResponse', (request, reply, done) => {
    const { method, routeOptions } = request;
    const ms = Math.round(reply.elapsedTime);
    request.log.debug({ method, route: routeOptions.url, status: reply.statusCode, ms }, 'answered');
    done();
  });
}
