import { readCapped } from './body.ts';
import { type Deadline, startDeadline } from './deadline.ts';
import { CarrierFault } from './errors.ts';
import { type Governor, pauseFor } from './governor.ts';
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
  /** The whole call with all its attempts and waits, in milliseconds. */
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
  readonly body?: string;
  readonly repeat: Repeat;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Sends a call and gives its successful answer, trying again where that is both promising and harmless.
 *
 * @throws CarrierFault for everything else; its `outcome` says whether the request may have been acted on.
 */
export async function send(call: Call, around: Surroundings): Promise<Answer> {
  const deadline = startDeadline(call.timeoutMs, call.signal);
  try {
    return await sendUntil(call, around, deadline);
  } finally {
    deadline.end();
  }
}

async function sendUntil(call: Call, around: Surroundings, deadline: Deadline): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await sendInTurn(call, around, deadline, attempt);
    } catch (thrown) {
      if (!(thrown instanceof CarrierFault)) throw thrown;
      await waitForNext(thrown, call, around, deadline, attempt);
    }
  }
}

/** Resolves when there shall be another attempt; otherwise throws the fault that ended the last one. */
async function waitForNext(
  fault: CarrierFault,
  call: Call,
  around: Surroundings,
  deadline: Deadline,
  attempt: number,
): Promise<void> {
  const waitMs = waitBefore(fault, call.repeat, attempt, around.retry, around.random);
  if (waitMs === undefined || deadline.signal.aborted) throw fault;
  show(around.hooks.onRetry, () => ({ ...sight(call, attempt), fault, waitMs }));
  try {
    await around.sleep(waitMs, deadline.signal);
  } catch {
    throw deadline.fault()?.withOutcome(fault.outcome) ?? fault;
  }
}

/** One attempt in its turn; who ends while waiting for it has sent nothing. */
async function sendInTurn(
  call: Call,
  around: Surroundings,
  deadline: Deadline,
  attempt: number,
): Promise<Answer> {
  const leave = await around.governor.enter(around.line, deadline.signal).catch((reason: unknown) => {
    throw deadline.fault()?.withOutcome('not-sent') ?? reason;
  });
  try {
    const answer = await sendOnce(call, around, deadline, attempt);
    leave();
    return answer;
  } catch (thrown) {
    leave(pauseFor(thrown));
    throw thrown;
  }
}

async function sendOnce(
  call: Call,
  around: Surroundings,
  deadline: Deadline,
  attempt: number,
): Promise<Answer> {
  show(around.hooks.onRequest, () => sight(call, attempt));
  const startedMs = around.clock.now();
  const answer = await exchange(call, around, deadline);
  const endedMs = around.clock.now();
  show(around.hooks.onResponse, () => ({
    ...sight(call, attempt),
    status: answer.status,
    bytes: answer.body.byteLength,
    durationMs: endedMs - startedMs,
    transactionId: transactionIdOf(answer.headers),
  }));
  if (answer.status >= 200 && answer.status < 300) return answer;
  throw refusalOf(answer, endedMs);
}

async function exchange(call: Call, around: Surroundings, deadline: Deadline): Promise<Answer> {
  deadline.startAttempt(call.answerTimeoutMs);
  try {
    const response = await around.fetch(call.url, requestOf(call, deadline.signal));
    deadline.stopAttemptClock();
    const body = await readCapped(response, call.maxBytes);
    return answerOf(response, body);
  } catch (thrown) {
    throw deadline.attemptFault() ?? (thrown instanceof CarrierFault ? thrown : networkFault(thrown));
  } finally {
    deadline.endAttempt();
  }
}

/** Headers are spread out where somebody looks at them: most answers are only read. */
function answerOf({ status, headers }: Response, body: Uint8Array): Answer {
  let spread: Answer['headers'] | undefined;
  return {
    status,
    body,
    get headers() {
      spread ??= Object.fromEntries(headers);
      return spread;
    },
  };
}

/** A redirect is not followed: it would carry the token to wherever it points. */
function requestOf({ method, headers, body }: Call, signal: AbortSignal): RequestInit {
  return {
    method,
    headers: { ...headers },
    redirect: 'manual',
    signal,
    ...(body === undefined ? {} : { body }),
  };
}

function sight({ operation, method, url, headers }: Call, attempt: number): RequestSeen {
  return { operation, method, url, attempt, headers: redact(headers) };
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
