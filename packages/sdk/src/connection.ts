import { type Carrier, createCarrier } from './carrier.ts';
import { baseUrlOf, type Environment } from './environment.ts';
import { createGovernor, type Governor, type GovernorCounters } from './governor.ts';
import type { Hooks } from './hooks.ts';
import { createOAuthClient, type OAuthClient } from './oauth/client.ts';
import { type RetryOptions, retryPolicy } from './retry.ts';
import { memoryTokens, type TokenStore } from './token-store.ts';
import { type Access, createTokens } from './tokens.ts';
import { type Limits, type Surroundings, sleep } from './transport.ts';

/** How a client is made; only the environment and the application’s credentials are needed. */
export interface ConnectionOptions extends Partial<Limits> {
  readonly environment: Environment;
  readonly clientId: string;
  readonly clientSecret: string;
  /** On whose behalf calls are made unless they say otherwise; absent means the application's own. */
  readonly access?: Access;
  /** Where tokens live between calls, shared by several processes or not; absent means in memory. */
  readonly tokens?: TokenStore;
  readonly retry?: RetryOptions;
  readonly hooks?: Hooks;
  /** Keeps calls below a limit; absent means one for all clients of the program, 50 calls at the same time. */
  readonly governor?: Governor;
  /** Your program's name in the carrier's log, sent as `transactionsrc`: at most 512 characters. */
  readonly transactionSource?: string;
  /** Another `fetch`, for example one that goes through a proxy. */
  readonly fetch?: typeof globalThis.fetch;
  /** Milliseconds since 1970; for tests and for worlds with a time of their own. */
  readonly clock?: { now(): number };
  /** From 0 up to but not including 1; for tests. */
  readonly random?: () => number;
  /** For tests; must reject when the signal aborts. */
  readonly sleep?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** What every API goes through, and the ways to a token. */
export interface Connection {
  /** For `createRatingClient` and its like, and for operations that have no method yet. */
  readonly carrier: Carrier;
  readonly oauth: OAuthClient;
  /** What went to this address for this client id, whichever client under the same governor made it. */
  counters(): GovernorCounters;
}

const limits: Limits = Object.freeze({ timeoutMs: 60_000, answerTimeoutMs: 30_000, maxBytes: 8_000_000 });

/**
 * The connection without any API: what is not imported is not shipped.
 *
 * @example
 * const { carrier } = connect({ environment: 'test', clientId, clientSecret });
 * const rating = createRatingClient(carrier);
 * @throws TypeError for a base address that is none, and for credentials that are missing.
 */
export function connect(options: ConnectionOptions): Connection {
  const { clientId, clientSecret } = options;
  for (const [name, value] of Object.entries({ clientId, clientSecret })) {
    if (!value) throw new TypeError(`${name} is missing`);
  }
  const baseUrl = baseUrlOf(options.environment);
  const around = surroundingsOf(options, `${baseUrl} ${clientId}`);
  const parts = { ...around, baseUrl, limits: limitsOf(options) };
  const oauth = createOAuthClient({ ...parts, clientId, clientSecret });
  const store = options.tokens ?? memoryTokens();
  const tokens = createTokens({ ...around, oauth, store });
  const access = options.access ?? { kind: 'client' };
  const transactionSource = options.transactionSource ?? 'lading';
  return {
    oauth,
    carrier: createCarrier({ ...parts, tokens, access, transactionSource, newTransactionId }),
    counters: () => around.governor.counters(around.line),
  };
}

let shared: Governor | undefined;

/** Made when it is first wanted: importing the SDK does nothing. */
function programGovernor(): Governor {
  shared ??= createGovernor();
  return shared;
}

/** 32 characters, the longest that the carrier takes. */
function newTransactionId(): string {
  return crypto.randomUUID().replaceAll('-', '');
}

/** The global functions are looked up at each call, so replacing them later still works. */
function surroundingsOf(options: ConnectionOptions, line: string): Surroundings {
  return {
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    clock: options.clock ?? { now: () => Date.now() },
    random: options.random ?? (() => Math.random()),
    sleep: options.sleep ?? sleep,
    hooks: options.hooks ?? {},
    retry: retryPolicy(options.retry),
    governor: options.governor ?? programGovernor(),
    line,
  };
}

function limitsOf(options: ConnectionOptions): Limits {
  return {
    timeoutMs: options.timeoutMs ?? limits.timeoutMs,
    answerTimeoutMs: options.answerTimeoutMs ?? limits.answerTimeoutMs,
    maxBytes: options.maxBytes ?? limits.maxBytes,
  };
}
