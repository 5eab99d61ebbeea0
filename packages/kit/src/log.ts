import { type DestinationStream, type Logger, pino } from 'pino';

export type Log = Logger;
export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

export interface LogOptions {
  readonly name: string;
  readonly level?: LogLevel;
  /** Standard output when absent. */
  readonly destination?: DestinationStream;
}

/** Members whose values never reach a log, wherever in the first three levels they stand. */
const HIDDEN = [
  'authorization',
  'cookie',
  'set-cookie',
  'password',
  'secret',
  'token',
  'access_token',
  'refresh_token',
  'accessToken',
  'refreshToken',
  'clientSecret',
  'client_secret',
  'csrfToken',
  'roleSecret',
];

/** The one way to log: JSON lines. Tokens, secrets, cookies and passwords are redacted. */
export function createLog({ name, level = 'info', destination }: LogOptions): Log {
  const redact = { paths: redactedPaths(), censor: '[hidden]' };
  const options = { name, level, redact, serializers: { err: shownError } };
  return destination ? pino(options, destination) : pino(options);
}

/** Secret only as an OAuth parameter; elsewhere `code` names an error and `state` a parcel's state. */
const HIDDEN_PARAMETERS = ['body.code', 'query.code', 'body.state', 'query.state'];

function redactedPaths(): string[] {
  const anywhere = HIDDEN.flatMap((member) => [`["${member}"]`, `*["${member}"]`, `*.*["${member}"]`]);
  return [...anywhere, ...HIDDEN_PARAMETERS.flatMap((path) => [path, `*.${path}`])];
}

/** Facts of an error that are worth a line; what else it carries along (a request, a body, settings) is not shown. */
const SHOWN = new Set([
  ...[
    'type',
    'message',
    'stack',
    'code',
    'status',
    'statusCode',
    'outcome',
    'retryable',
    'retryAfterSeconds',
  ],
  ...[
    'transactionId',
    'errno',
    'syscall',
    'address',
    'port',
    'hostname',
    'signal',
    'severity',
    'schema',
    'table',
  ],
  ...['column', 'constraint', 'routine', 'details', 'aggregateErrors'],
]);

function shownError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const told = Object.entries(pino.stdSerializers.err(error)).filter(([name]) => SHOWN.has(name));
  return Object.fromEntries(
    told.map(([name, value]) => [name, name === 'aggregateErrors' ? inner(error) : value]),
  );
}

function inner(error: Error): unknown[] {
  return error instanceof AggregateError ? error.errors.map(shownError) : [];
}
