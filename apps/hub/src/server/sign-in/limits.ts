import type { Clock } from '@lading/kit/clock';
import { createRateLimit } from '@lading/kit/http/rate-limit';
import { tooManyAttempts } from '../problems.ts';

/**
 * Attempts in a window, per address and per e-mail: an attacker has many of one kind, never of both. A whole
 * office may come from one address.
 */
export const SIGN_IN_LIMITS = { perAddress: 100, perEmail: 10, windowMs: 10 * 60_000 } as const;

export interface SignInLimits {
  /** Counts one attempt; throws `TOO_MANY_ATTEMPTS` when there were too many. Known and unknown e-mails alike. */
  attempt(address: string, email: string): void;
  /** A right password: the e-mail's attempts start again. */
  forgive(email: string): void;
}

export function signInLimits(clock: Clock): SignInLimits {
  const { perAddress, perEmail, windowMs } = SIGN_IN_LIMITS;
  const byAddress = createRateLimit({ limit: perAddress, windowMs, clock });
  const byEmail = createRateLimit({ limit: perEmail, windowMs, clock });
  return {
    attempt: (address, email) => {
      for (const taken of [byAddress.take(address), byEmail.take(keyOf(email))]) {
        if (!taken.allowed) throw tooManyAttempts(Math.ceil(taken.retryAfterMs / 1000));
      }
    },
    forgive: (email) => byEmail.forget(keyOf(email)),
  };
}

function keyOf(email: string): string {
  return email.trim().toLowerCase();
}
