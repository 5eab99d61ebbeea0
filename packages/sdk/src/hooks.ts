import type { DriftSeen } from './drift.ts';
import type { CarrierFault } from './errors.ts';

/** One attempt on its way out. Headers are shown without what they keep secret; bodies are never shown. */
export interface RequestSeen {
  /** `oauth.token`, `quantum-view.events`. */
  readonly operation: string;
  readonly method: string;
  readonly url: string;
  /** From 1. */
  readonly attempt: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** One answer, complete and within its cap. */
export interface ResponseSeen extends RequestSeen {
  readonly status: number;
  readonly bytes: number;
  readonly durationMs: number;
  readonly transactionId: string | undefined;
}

/** An attempt failed and there will be another. */
export interface RetrySeen extends RequestSeen {
  readonly fault: CarrierFault;
  readonly waitMs: number;
}

/**
 * For logs and metrics. A hook runs beside the call and cannot change it: one that throws shows up as an
 * unhandled rejection, never as the outcome of a read that cannot be repeated.
 */
export interface Hooks {
  readonly onRequest?: (seen: RequestSeen) => void;
  readonly onResponse?: (seen: ResponseSeen) => void;
  readonly onRetry?: (seen: RetrySeen) => void;
  /** An answer named members that the contract does not know: the carrier has changed something. */
  readonly onDrift?: (seen: DriftSeen) => void;
}

const SECRET = new Set(['authorization', 'proxy-authorization', 'cookie']);

/** Headers with their secrets blotted out. */
export function redact(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, SECRET.has(name.toLowerCase()) ? '***' : value]),
  );
}

/** Runs a hook off the call's own path; what it sees is put together only where there is one. */
export function show<Seen>(hook: ((seen: Seen) => void) | undefined, look: () => Seen): void {
  if (hook !== undefined) void Promise.resolve(look()).then(hook);
}
