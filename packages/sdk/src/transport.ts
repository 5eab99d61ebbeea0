import { readCapped } from './body.ts';
import { Deadline } from './deadline.ts';
import { CarrierFault } from './errors.ts';
import { type Governor, type Leave, pauseFor } from './governor.ts';
import { type Hooks, type RequestSeen, redact, show } from './hooks.ts';
import { networkFault } from './network.ts';
import { type Answer, refusalOf, transactionIdOf } from './refusal.ts';
import { type Repeat, type RetryPolicy, waitBefore } from './retry.ts';

/** What a call needs from its surroundings; every part can be replaced in tests. */
export interface Surroundings {
  readonly fetch: typeof globalThis.fetch;
  readonly clock: { now(): number };
  /** From 0 up to but not including 1. */
  readonly random: () => number;
  /** Waits; ends early, by rejecting, when the signal aborts. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly hooks: Hooks;
  readonly retry: RetryPolicy;
  readonly governor: Governor;
  /** What shares a limit with this client. */
  readonly line: string;
}

/** What a call may take in time and in memory. */
export interface Limits {
  /** The whole call with its token, all its attempts and waits, in milliseconds. */
  readonly timeoutMs: number;
  /** From sending to the first line of the answer, connecting included, in milliseconds. */
  readonly answerTimeoutMs: number;
  /** The longest body that is taken, in bytes after decompression. */
  readonly maxBytes: number;
}

/** One request with its limits, and whether it may be sent twice. */
export interface Call extends Limits {
  readonly operation: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  readonly repeat: Repeat;
  readonly signal?: AbortSignal | undefined;
}

/** A call under way, with what it takes along through all its attempts. */
export interface Sending {
  readonly call: Call;
  readonly around: Surroundings;
  readonly deadline: Deadline;
  /** Of the bearer; `undefined` where the call brings what it needs among its headers. */
  readonly token: string | undefined;
}

/**
 * Sends a call whose headers say who asks and gives its successful answer, trying again where that is both promising
 * and harmless.
 *
 * @throws CarrierFault for everything else; its `outcome` says whether the request may have been acted on.
 */
export async function send(call: Call, around: Surroundings): Promise<Answer> {
  const deadline = new Deadline(call.timeoutMs, call.signal);
  try {
    return await sendBefore({ call, around, deadline, token: undefined });
  } finally {
    deadline.end();
  }
}

/** The same within the time of a call that has begun already. */
export async function sendBefore(sending: Sending): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await sendInTurn(sending, attempt);
    } catch (thrown) {
      if (!(thrown instanceof CarrierFault)) throw thrown;
      await waitForNext(thrown, sending, attempt);
    }
  }
}

/** Resolves when there shall be another attempt; otherwise throws the fault that ended the last one. */
async function waitForNext(fault: CarrierFault, sending: Sending, attempt: number): Promise<void> {
  const { call, around, deadline } = sending;
  const waitMs = waitBefore(fault, call.repeat, attempt, around.retry, around.random);
  if (waitMs === undefined || deadline.signal.aborted) throw fault;
  show(around.hooks.onRetry, () => ({ ...sight(sending, attempt), fault, waitMs }));
  try {
    await around.sleep(waitMs, deadline.signal);
  } catch {
    throw deadline.fault()?.withOutcome(fault.outcome) ?? fault;
  }
}

/** One attempt in its turn; who ends while waiting for it has sent nothing. */
async function sendInTurn(sending: Sending, attempt: number): Promise<Answer> {
  const leave = await turn(sending);
  try {
    const answer = await sendOnce(sending, attempt);
    leave();
    return answer;
  } catch (thrown) {
    leave(pauseFor(thrown));
    throw thrown;
  }
}

async function turn({ around, deadline }: Sending): Promise<Leave> {
  try {
    return await around.governor.enter(around.line, deadline.signal);
  } catch (reason) {
    throw deadline.fault()?.withOutcome('not-sent') ?? reason;
  }
}

async function sendOnce(sending: Sending, attempt: number): Promise<Answer> {
  const { around } = sending;
  show(around.hooks.onRequest, () => sight(sending, attempt));
  const startedMs = around.clock.now();
  const answer = await exchange(sending);
  const endedMs = around.clock.now();
  show(around.hooks.onResponse, () => ({
    ...sight(sending, attempt),
    status: answer.status,
    bytes: answer.body.byteLength,
    durationMs: endedMs - startedMs,
    transactionId: transactionIdOf(answer),
  }));
  if (answer.status >= 200 && answer.status < 300) return answer;
  throw refusalOf(answer, endedMs);
}

async function exchange(sending: Sending): Promise<Answer> {
  const { call, around, deadline } = sending;
  deadline.startAttempt(call.answerTimeoutMs);
  try {
    const response = await around.fetch(call.url, requestOf(sending));
    deadline.stopAttemptClock();
    return new WholeAnswer(response, await readCapped(response, call.maxBytes), call.headers.transid);
  } catch (thrown) {
    throw deadline.attemptFault() ?? (thrown instanceof CarrierFault ? thrown : networkFault(thrown));
  } finally {
    deadline.endAttempt();
  }
}

/** Headers are spread out where somebody looks at them: most answers are only read. */
class WholeAnswer implements Answer {
  readonly status: number;
  readonly body: Uint8Array;
  readonly sentTransactionId: string | undefined;
  readonly #headers: Headers;

  constructor({ status, headers }: Response, body: Uint8Array, sentTransactionId: string | undefined) {
    this.status = status;
    this.body = body;
    this.sentTransactionId = sentTransactionId;
    this.#headers = headers;
  }

  get headers(): Answer['headers'] {
    return Object.fromEntries(this.#headers);
  }
}

/** A redirect is not followed: it would carry the token to wherever it points. */
function requestOf(sending: Sending): RequestInit {
  const { call, deadline } = sending;
  const headers = headersOf(sending);
  const init: RequestInit = { method: call.method, headers, redirect: 'manual', signal: deadline.signal };
  if (call.body !== undefined) init.body = call.body;
  return init;
}

function headersOf({ call, token }: Sending): Record<string, string> {
  return token === undefined ? { ...call.headers } : { ...call.headers, authorization: `Bearer ${token}` };
}

function sight(sending: Sending, attempt: number): RequestSeen {
  const { operation, method, url } = sending.call;
  return { operation, method, url, attempt, headers: redact(headersOf(sending)) };
}

/** Waits, and lets go of timer and listener in either case. */
export function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const wake = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', wake);
      if (signal.aborted) reject(signal.reason);
      else resolve();
    };
    const timer = setTimeout(wake, milliseconds);
    signal.addEventListener('abort', wake, { once: true });
    if (signal.aborted) wake();
  });
}
