import { expandArrays } from '@lading/contract/arrays/wire';
import type { WireOperation } from '@lading/contract/operation';
import { type AuthorizedCall, sendAuthorized } from './authorized.ts';
import { unknownMembers } from './drift.ts';
import { CarrierFault, type Hint, type Hints } from './errors.ts';
import { show } from './hooks.ts';
import { type JsonObject, readObject } from './json.ts';
import type { Answer } from './refusal.ts';
import { type Ask, fill } from './request.ts';
import type { Repeat } from './retry.ts';
import type { Access, Tokens } from './tokens.ts';
import type { Limits, Surroundings } from './transport.ts';

/** What one call does otherwise than its client. */
export interface CallOptions<Version extends string = string> extends Partial<Limits> {
  /** On whose behalf; absent means as the client was made. */
  readonly access?: Access;
  /** Ends the call. Where it changes or consumes something, the fault's outcome says `unknown`. */
  readonly signal?: AbortSignal;
  /** Absent means the current one. Versions differ in what is an array, which the SDK evens out. */
  readonly version?: Version;
  /** Sent as `transid`, to find the call again in the carrier's log; absent means a fresh random one. */
  readonly transactionId?: string;
}

/** What an API knows about its calls beyond the operation. */
export interface Advice {
  readonly repeat?: Repeat;
  /** About the carrier's codes that only this API gives. */
  readonly hints?: Hints;
  /** How to find out whether a change whose answer was lost was made. */
  readonly howToLook?: Hint | undefined;
}

/** What every API's client calls through: tokens, limits, retries, hooks and the array rule in one place. */
export interface Carrier {
  /**
   * Asks an operation and gives its document: every node that can repeat is an array, unknown members are kept and
   * counted.
   *
   * @throws CarrierFault for every failure.
   * @throws TypeError for what no request can be made of.
   */
  call<Document>(
    operation: WireOperation,
    ask: Ask,
    options?: CallOptions,
    advice?: Advice,
  ): Promise<Document>;
  /** The same, unread: the answer's bytes as they came. */
  raw(operation: WireOperation, ask: Ask, options?: CallOptions, advice?: Advice): Promise<Answer>;
  /** An answer's bytes as the operation's document; what `call` does after `raw`. */
  read(operation: WireOperation, answer: Answer, advice?: Advice): JsonObject;
}

/** What a carrier is made of. */
export interface CarrierParts extends Surroundings {
  readonly baseUrl: string;
  readonly limits: Limits;
  readonly tokens: Tokens;
  readonly access: Access;
  readonly transactionSource: string;
  readonly newTransactionId: () => string;
}

/** The generic client over the contract's operations. */
export function createCarrier(parts: CarrierParts): Carrier {
  const answered: Carrier['raw'] = async (operation, ask, options = {}, advice = {}) => {
    const call = callOf(operation, ask, options, advice, parts);
    try {
      return await sendAuthorized(call, parts.tokens, parts);
    } catch (thrown) {
      throw advised(thrown, advice, call.headers.transid);
    }
  };
  const read: Carrier['read'] = (operation, answer, advice = {}) => {
    try {
      return readAnswer(operation, answer, parts);
    } catch (thrown) {
      throw advised(thrown, advice, answer.sentTransactionId);
    }
  };
  return {
    raw: async (operation, ask, options, advice) => {
      const { status, headers, body, sentTransactionId } = await answered(operation, ask, options, advice);
      return { status, headers, body, sentTransactionId };
    },
    read,
    call: async <Document>(operation: WireOperation, ask: Ask, options?: CallOptions, advice?: Advice) =>
      read(operation, await answered(operation, ask, options, advice), advice) as unknown as Document,
  };
}

function callOf(
  operation: WireOperation,
  ask: Ask,
  options: CallOptions,
  { repeat }: Advice,
  { baseUrl, limits, access, transactionSource, newTransactionId }: CarrierParts,
): AuthorizedCall {
  const transactionId = options.transactionId ?? newTransactionId();
  const sender = { baseUrl, version: options.version, transactionId, transactionSource };
  const { method, url, headers, body } = fill(operation, ask, sender);
  return {
    operation: operation.id,
    method,
    url,
    headers,
    body,
    repeat: repeat ?? (operation.effect === 'reads' ? 'freely' : 'once'),
    access: options.access ?? access,
    signal: options.signal,
    timeoutMs: options.timeoutMs ?? limits.timeoutMs,
    answerTimeoutMs: options.answerTimeoutMs ?? limits.answerTimeoutMs,
    maxBytes: options.maxBytes ?? limits.maxBytes,
  };
}

/** What cannot be read came after the carrier had acted, so its outcome is unknown. */
function readAnswer(operation: WireOperation, answer: Answer, { hooks }: CarrierParts): JsonObject {
  const document = readObject(answer.body, answer.status, 'unknown');
  if (hooks.onDrift) {
    const members = unknownMembers(operation, document);
    if (members.size > 0) show(hooks.onDrift, () => ({ operation: operation.id, members }));
  }
  return expandArrays(document, operation.responseArrays) as JsonObject;
}

function advised(thrown: unknown, { hints, howToLook }: Advice, sent: string | undefined): unknown {
  if (!(thrown instanceof CarrierFault) || (hints ?? howToLook ?? sent) === undefined) return thrown;
  return thrown.withAdvice(hints, howToLook, sent);
}
