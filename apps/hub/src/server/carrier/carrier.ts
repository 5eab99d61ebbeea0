import type { Clock } from '@lading/kit/clock';
import type { Sealer } from '@lading/kit/crypto';
import type { Door } from '@lading/kit/db/door';
import { assertOutsideTransaction } from '@lading/kit/db/network-guard';
import type { Ids } from '@lading/kit/ids';
import type { Log } from '@lading/kit/log';
import type { Client } from '@lading/sdk/client';
import type { EnvironmentName, HubTables } from '../tables.ts';
import { declareDead } from './death.ts';
import { type CarrierTrouble, isDeadGrant, troubleOf } from './faults.ts';
import {
  type GrantRow,
  type IssuedTokens,
  readStanding,
  releaseLease,
  type Standing,
  storeRefreshed,
  takeLease,
} from './grants.ts';
import { issuedFrom, openTokens, sealTokens } from './tokens.ts';

/** An access token is renewed this long before it ends. */
const NEAR_EXPIRY_MS = 60_000;
/** How long one refresh may take before others may try; longer than the client's own timeout. */
const LEASE_SECONDS = 60;
/** How others wait for a running refresh: often, and not for ever. */
const WAIT = { everyMs: 150, times: 400 } as const;

/** What a caller finds when it opens the carrier for one integration. Only `ready` may call. */
export type Opening =
  | {
      readonly kind: 'ready';
      readonly accessToken: string;
      readonly client: Client;
      readonly environment: EnvironmentName;
    }
  /** Pending, or removed. */
  | { readonly kind: 'not-authorized' }
  /** The grant is dead (password change, expiry, revocation): a person must authorize again. */
  | { readonly kind: 'reauthorization-required' }
  /** Authorized with another environment than this hub is configured for. */
  | { readonly kind: 'other-environment'; readonly environment: EnvironmentName }
  /** The carrier could not be asked for a new token now; later it may. */
  | { readonly kind: 'unavailable'; readonly fault: CarrierTrouble };

export interface CarrierParts {
  readonly door: Door<HubTables>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly sealer: Sealer;
  readonly environment: EnvironmentName;
  readonly client: Client;
  readonly wait?: (milliseconds: number) => Promise<void>;
}

interface Key {
  readonly tenantId: string;
  readonly integrationId: string;
}

/** The carrier as one configured environment, with a company's tokens kept alive. */
export class Carrier {
  readonly client: Client;
  readonly environment: EnvironmentName;
  readonly #parts: CarrierParts;
  readonly #owner: string;

  constructor(parts: CarrierParts) {
    this.#parts = parts;
    this.client = parts.client;
    this.environment = parts.environment;
    this.#owner = parts.ids.uuid();
  }

  /**
   * A token that is good to call with, refreshed when it is near its end. `rejected` is a token that the carrier
   * just refused: it is not handed out again. Never inside a transaction.
   */
  async open(tenantId: string, integrationId: string, rejected?: string): Promise<Opening> {
    assertOutsideTransaction('opening the carrier');
    const key = { tenantId, integrationId };
    for (let turn = 0; turn < WAIT.times; turn += 1) {
      const standing = await this.#read(key);
      const refused = this.#refusal(standing);
      if (refused) return refused;
      const grant = standing?.grant;
      if (!grant) return { kind: 'not-authorized' };
      const { accessToken, refreshToken } = openTokens(this.#parts.sealer, tenantId, grant);
      if (accessToken !== rejected && !this.#isNearEnd(grant)) return this.#ready(accessToken);
      if (await this.#lease(key, grant)) return this.#refresh(key, grant, refreshToken, rejected);
      await this.#wait();
    }
    return { kind: 'unavailable', fault: { code: 'REFRESH_BUSY', message: 'Another refresh did not end.' } };
  }

  #read({ tenantId, integrationId }: Key): Promise<Standing | null> {
    return this.#parts.door.asTenant(tenantId, (tx) => readStanding(tx, tenantId, integrationId));
  }

  #refusal(standing: Standing | null): Opening | null {
    if (!standing || standing.status === 'pending') return { kind: 'not-authorized' };
    if (standing.status === 'reauthorization-required') return { kind: 'reauthorization-required' };
    if (standing.environment === this.environment) return null;
    return { kind: 'other-environment', environment: standing.environment };
  }

  #isNearEnd(grant: GrantRow): boolean {
    return grant.access_expires_at.getTime() - this.#parts.clock.now() <= NEAR_EXPIRY_MS;
  }

  #ready(accessToken: string): Opening {
    return { kind: 'ready', accessToken, client: this.client, environment: this.environment };
  }

  #lease(key: Key, { version }: GrantRow): Promise<boolean> {
    const { door } = this.#parts;
    return door.asTenant(key.tenantId, (tx) =>
      takeLease(tx, { ...key, version }, this.#owner, LEASE_SECONDS),
    );
  }

  async #refresh(key: Key, grant: GrantRow, refreshToken: string, rejected?: string): Promise<Opening> {
    let issued: IssuedTokens;
    try {
      issued = issuedFrom(await this.client.oauth.refresh({ refreshToken }));
    } catch (error) {
      return this.#refreshFailed(key, grant, error, rejected);
    }
    const sealed = sealTokens(this.#parts.sealer, key.tenantId, issued);
    const at = new Date(this.#parts.clock.now());
    const stored = await this.#parts.door.asTenant(key.tenantId, (tx) =>
      storeRefreshed(tx, { ...key, version: grant.version }, issued, sealed, at),
    );
    // A new authorization came in between: its tokens stand, ours die with the family they came from.
    return stored ? this.#ready(issued.accessToken) : this.open(key.tenantId, key.integrationId, rejected);
  }

  /** A dead grant is declared dead only where the version is still the one that was refused. */
  async #refreshFailed(key: Key, grant: GrantRow, error: unknown, rejected?: string): Promise<Opening> {
    const fault = troubleOf(error);
    const { version } = grant;
    if (isDeadGrant(error)) {
      const died = await this.#declareDead(key, version, fault);
      return died
        ? { kind: 'reauthorization-required' }
        : this.open(key.tenantId, key.integrationId, rejected);
    }
    await this.#parts.door.asTenant(key.tenantId, (tx) => releaseLease(tx, { ...key, version }, this.#owner));
    this.#parts.log.warn({ ...key, err: error }, 'the carrier could not be asked for a new token');
    const { accessToken } = openTokens(this.#parts.sealer, key.tenantId, grant);
    const isStillGood =
      accessToken !== rejected && grant.access_expires_at.getTime() > this.#parts.clock.now();
    return isStillGood ? this.#ready(accessToken) : { kind: 'unavailable', fault };
  }

  #declareDead(key: Key, version: number, fault: CarrierTrouble): Promise<boolean> {
    const { door, ids, clock, sealer } = this.#parts;
    return door.asTenant(key.tenantId, (tx) =>
      declareDead(tx, { ...key, version, fault, at: new Date(clock.now()), ids, sealer }),
    );
  }

  #wait(): Promise<void> {
    const { wait } = this.#parts;
    return wait ? wait(WAIT.everyMs) : new Promise((resolve) => setTimeout(resolve, WAIT.everyMs));
  }
}
