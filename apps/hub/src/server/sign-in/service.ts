import type { Clock } from '@lading/kit/clock';
import { hashPassword, sha256, verifyPassword } from '@lading/kit/crypto';
import { Problem } from '@lading/kit/errors';
import type { Ids } from '@lading/kit/ids';
import type { SessionLife } from '../config.ts';
import type { Seat } from '../http/seat.ts';
import type { SessionStore } from './store.ts';

/** How often a used session writes down that it was used. */
const TOUCH_EVERY_MS = 60_000;

export interface OpenedSession {
  /** Goes into the cookie and nowhere else: the store keeps its hash. */
  readonly token: string;
  readonly seat: Seat;
}

export interface SignInParts {
  readonly store: SessionStore;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly life: SessionLife;
}

export const wrongCredentials = (): Problem =>
  new Problem({
    code: 'WRONG_CREDENTIALS',
    status: 401,
    text: {
      en: 'The e-mail address or the password is wrong.',
      fr: 'L’adresse courriel ou le mot de passe est incorrect.',
    },
  });

export class Sessions {
  readonly #parts: SignInParts;
  /** Checked for unknown addresses, so that they take as long as known ones. */
  #decoy: Promise<string> | null = null;

  constructor(parts: SignInParts) {
    this.#parts = parts;
  }

  /** Throws `WRONG_CREDENTIALS` alike for an unknown address and a wrong password, and what the second question does. */
  async open(
    { email, password }: { readonly email: string; readonly password: string },
    askFurther: (userId: string) => Promise<void>,
    replacedToken: string | undefined,
  ): Promise<OpenedSession> {
    const { store, ids, clock, life } = this.#parts;
    const known = await store.credentials(email.trim().toLowerCase());
    const matches = await verifyPassword(known?.passwordHash ?? (await this.#decoyHash()), password);
    if (!known || !matches) throw wrongCredentials();
    await askFurther(known.userId);
    const companies = await store.memberships(known.userId);
    const [only] = companies;
    const token = ids.token(32);
    const now = clock.now();
    await store.open(
      {
        sessionHash: sha256(token),
        userId: known.userId,
        tenantId: companies.length === 1 && only ? only.tenantId : null,
        csrfToken: ids.token(24),
        at: new Date(now),
        expiresAt: new Date(now + life.absoluteMs),
      },
      replacedToken ? sha256(replacedToken) : null,
    );
    const seat = await this.read(token);
    if (!seat) throw wrongCredentials();
    return { token, seat };
  }

  /** The seat behind a cookie, or null when there is none (any more). */
  async read(token: string | undefined): Promise<Seat | null> {
    if (!token || token.length > 100) return null;
    const { store, clock, life } = this.#parts;
    const now = clock.now();
    const hash = sha256(token);
    const seat = await store.seat(hash, new Date(now), new Date(now - life.idleMs));
    if (seat && now - seat.lastSeenAt.getTime() >= TOUCH_EVERY_MS) await store.touch(hash, new Date(now));
    return seat;
  }

  #decoyHash(): Promise<string> {
    const decoy = this.#decoy ?? hashPassword(this.#parts.ids.token(24));
    this.#decoy = decoy;
    return decoy;
  }
}
