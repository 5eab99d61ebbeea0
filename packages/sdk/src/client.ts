import { baseUrlOf, type Environment } from './environment.ts';
import type { Hooks } from './hooks.ts';
import { createOAuthClient, type OAuthClient } from './oauth/client.ts';
import { createQuantumViewClient, type QuantumViewClient } from './quantum-view/client.ts';
import { type RetryOptions, retryPolicy } from './retry.ts';
import { type Access, createTokens, memoryTokens, type TokenStore } from './tokens.ts';
import { type Limits, type Surroundings, sleep } from './transport.ts';

/** How a client is made; only the environment and the application’s credentials are needed. */
export interface ClientOptions extends Partial<Limits> {
  readonly environment: Environment;
  readonly clientId: string;
  readonly clientSecret: string;
  /** On whose behalf calls are made unless they say otherwise; absent means the application's own. */
  readonly access?: Access;
  /** Where tokens live between calls; absent means in memory. */
  readonly tokens?: TokenStore;
  readonly retry?: RetryOptions;
  readonly hooks?: Hooks;
  /** Another `fetch`, for example one that goes through a proxy. */
  readonly fetch?: typeof globalThis.fetch;
  /** Milliseconds since 1970; for tests and for worlds with a time of their own. */
  readonly clock?: { now(): number };
  /** From 0 up to but not including 1; for tests. */
  readonly random?: () => number;
  /** For tests; must reject when the signal aborts. */
  readonly sleep?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** The carrier’s APIs, one member each. */
export interface Client {
  readonly oauth: OAuthClient;
  readonly quantumView: QuantumViewClient;
}

const limits: Limits = Object.freeze({ timeoutMs: 60_000, answerTimeoutMs: 30_000, maxBytes: 8_000_000 });

/**
 * A client of the carrier's APIs, of its test side, or of anything that speaks like it. It holds no connection
 * and needs no closing. Unless told otherwise a call ends after 60 s (30 s without an answer), takes at most
 * 8,000,000 bytes, and is tried three times in all where trying again does no harm.
 *
 * @example
 * const client = createClient({
 *   environment: { baseUrl: 'http://127.0.0.1:3100' },
 *   clientId: 'sandbox-client',
 *   clientSecret: 'sandbox-secret',
 * });
 * @throws TypeError for a base address that is none.
 */
export function createClient(options: ClientOptions): Client {
  const { clientId, clientSecret } = options;
  const around = surroundingsOf(options);
  const parts = { ...around, baseUrl: baseUrlOf(options.environment), limits: limitsOf(options) };
  const oauth = createOAuthClient({ ...parts, clientId, clientSecret });
  const store = options.tokens ?? memoryTokens();
  const tokens = createTokens({ oauth, store, clock: around.clock, clientId });
  const access = options.access ?? { kind: 'client' };
  return { oauth, quantumView: createQuantumViewClient({ ...parts, tokens, access }) };
}

/** The global functions are looked up at each call, so replacing them later still works. */
function surroundingsOf(options: ClientOptions): Surroundings {
  return {
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    clock: options.clock ?? { now: () => Date.now() },
    random: options.random ?? (() => Math.random()),
    sleep: options.sleep ?? sleep,
    hooks: options.hooks ?? {},
    retry: retryPolicy(options.retry),
  };
}

function limitsOf(options: ClientOptions): Limits {
  return {
    timeoutMs: options.timeoutMs ?? limits.timeoutMs,
    answerTimeoutMs: options.answerTimeoutMs ?? limits.answerTimeoutMs,
    maxBytes: options.maxBytes ?? limits.maxBytes,
  };
}
