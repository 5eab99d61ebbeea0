import type { WireOperation } from '@lading/contract/operation';
import { gatewayErrors } from '@lading/contract/response/codes';
import { type CarrierError, sources } from '@lading/contract/stated';
import { isProblem } from '@lading/kit/errors';
import type { Log } from '@lading/kit/log';
import type { Text } from '@lading/kit/text';
import { authenticate, isCaller } from '../oauth/authenticate.ts';
import { type Context, isRefusal, type NormalisedRequest, type Outcome, refuse } from '../registry.ts';
import type { HostedWorld } from '../worlds.ts';
import { encode, encodeRefusal } from './encode.ts';
import {
  answerInstead,
  type FaultOrder,
  readFaultHeader,
  twistAnswer,
  twistBody,
  twistVersion,
} from './faults.ts';
import type { HttpAnswer, HttpRequest } from './http.ts';
import type { Trace } from './inspector.ts';
import { isReadBody, readBody } from './lenient.ts';
import type { Match } from './routes.ts';
import { laxities } from './strict.ts';

export interface EdgeOptions {
  /** Refuses what had to be mended while reading, and names it. */
  readonly strict: boolean;
  readonly log: Log;
}

/** The one way from a request to an operation and back, the same for all APIs. */
export type Edge = (hosted: HostedWorld, match: Match, request: HttpRequest) => Promise<HttpAnswer>;

const unexpected: CarrierError = {
  code: '10500',
  status: 500,
  text: 'Internal Server Error',
  en: 'The sandbox failed: its log says why',
  fr: 'Le bac à sable a échoué : son journal dit pourquoi',
  ...sources.ours('a fault of the sandbox, never of the carrier'),
};

export function createEdge(options: EdgeOptions): Edge {
  return async (hosted, match, request) => {
    const trace: Trace = {
      request,
      operation: match.operation.wire.id,
      at: hosted.world.now(),
      startedAt: performance.now(),
      rules: [],
    };
    const answer = await work(hosted, match, request, trace, options).catch((error: unknown) => {
      if (isProblem(error) && error.status < 500) throw error;
      options.log.error({ err: error, operation: trace.operation }, 'an operation failed');
      return encodeRefusal(refuse(unexpected));
    });
    trace.answer = answer;
    trace.durationMs = Math.round(performance.now() - trace.startedAt);
    const id = hosted.inspector.keep(trace);
    return { ...answer, headers: { 'x-lading-request': id, ...answer.headers } };
  };
}

async function work(
  hosted: HostedWorld,
  match: Match,
  request: HttpRequest,
  trace: Trace,
  options: EdgeOptions,
): Promise<HttpAnswer> {
  const { world, faults } = hosted;
  const { wire } = match.operation;
  await settle(hosted, options.log);
  const caller =
    wire.auth === 'bearer' ? authenticate(world, request.headers['authorization'], wire.slug) : undefined;
  if (caller && !isCaller(caller)) return refused(trace, caller);
  if (caller) trace.caller = caller;
  const ordered = request.headers['x-lading-fault'];
  const fault =
    ordered === undefined
      ? faults.strike({ api: wire.slug, path: request.path, accounts: caller?.accounts ?? [] })
      : readFaultHeader(ordered);
  if (fault) trace.fault = fault;
  const instead = fault && answerInstead(fault);
  if (instead) return instead;
  const normalised = normalise(match, request, trace);
  if (isRefusal(normalised)) return refused(trace, normalised.refused);
  const lax = options.strict ? await laxitiesOf(wire, request, trace) : undefined;
  if (lax) return refused(trace, lax);
  const context: Context = {
    world,
    operation: wire,
    version: match.version,
    caller,
    remoteAddress: request.remoteAddress,
    publicUrl: request.publicUrl,
    note: (rule, evidence) => void trace.rules.push({ rule, evidence }),
  };
  const outcome = await match.operation.handle(context, normalised);
  try {
    await world.durable();
    return send(hosted, match, outcome, fault, trace);
  } catch (error) {
    if (!isRefusal(outcome)) outcome.onDropped?.();
    throw error;
  }
}

/** A fault in the world's own work is told in the log; the request itself can still be answered. */
async function settle({ world }: HostedWorld, log: Log): Promise<void> {
  await world.settle().catch((error: unknown) => log.error({ err: error }, 'due work failed'));
}

function normalise(match: Match, request: HttpRequest, trace: Trace) {
  const { wire } = match.operation;
  if (match.version !== null && !wire.versions.includes(match.version)) {
    return refuse(gatewayErrors.versionUnknown);
  }
  const missing = wire.headers.find(({ name, required }) => required && !request.headers[name]);
  if (missing) return refuse(lacking(`header ${missing.name}`));
  const read = readBody(wire, request.body);
  if (!isReadBody(read)) return refuse(read);
  for (const what of read.mended) trace.rules.push({ rule: joined(leniently, what), evidence: 'observed' });
  const normalised: NormalisedRequest = {
    body: read.body,
    query: request.query,
    params: match.params,
    headers: request.headers,
    raw: request.body,
  };
  return normalised;
}

/** The refusal of a strict world, each reason with its place; undefined where there is none. */
async function laxitiesOf(
  wire: WireOperation,
  { body }: HttpRequest,
  { rules }: Trace,
): Promise<CarrierError | undefined> {
  const found =
    wire.requestFormat === 'json' ? await laxities(wire, JSON.parse(Buffer.from(body).toString('utf8'))) : [];
  for (const rule of found) rules.push({ rule, evidence: 'invented' });
  return found.length === 0 ? undefined : lacking(found.map(({ en }) => en).join('; '));
}

function lacking(what: string): CarrierError {
  const { text, ...error } = gatewayErrors.documentInvalid;
  return { ...error, text: `${text}: ${what}` };
}

const leniently: Text = { en: 'read leniently:', fr: 'lu avec indulgence :' };

function noteRefusal({ rules }: Trace, error: CarrierError): void {
  rules.push({ rule: joined(error.code, error), evidence: error.evidence });
}

function joined(before: string | Text, after: Text): Text {
  const told = (language: keyof Text) =>
    `${typeof before === 'string' ? before : before[language]} ${after[language]}`;
  return { en: told('en'), fr: told('fr') };
}

function refused(trace: Trace, error: CarrierError): HttpAnswer {
  noteRefusal(trace, error);
  return encodeRefusal(refuse(error));
}

function send(
  { world }: HostedWorld,
  { operation, version }: Match,
  outcome: Outcome,
  fault: FaultOrder | undefined,
  trace: Trace,
): HttpAnswer {
  if (isRefusal(outcome)) {
    noteRefusal(trace, outcome.refused);
    return twistAnswer(fault, encodeRefusal(outcome));
  }
  const { onHandedOver, onDropped } = outcome;
  const body = twistBody(fault, outcome.body);
  const twisted = body === undefined ? outcome : { ...outcome, body };
  const shape = twistVersion(fault, operation.wire, version);
  const answer = twistAnswer(fault, encode(twisted, operation.wire, shape));
  if (!onHandedOver) return answer;
  const handOver = async (): Promise<void> => {
    onHandedOver();
    await world.durable();
  };
  return { ...answer, handOver, ...(onDropped === undefined ? {} : { drop: onDropped }) };
}
