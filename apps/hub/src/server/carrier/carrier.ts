import type { Clock } from '@lading/kit/clock';
import type { Sealer } from '@lading/kit/crypto';
import type { Door } from '@lading/kit/db/door';
import { assertOutsideTransaction } from '@lading/kit/db/network-guard';
import { Problem } from '@lading/kit/errors';
import type { Ids } from '@lading/kit/ids';
import type { Log } from '@lading/kit/log';
import type { Client } from '@lading/sdk/client';
import type { EnvironmentName, HubTables } from '../tables.ts';
import { type OwnApplication, openApplication, readApplication } from './applications.ts';
import type { CarrierClients } from './client.ts';
import { declareDead } from './death.ts';
import {
  type CarrierTrouble,
  isDeadGrant,
  isRefusedApplication,
  isUnspent,
  named,
  troubleOf,
} from './faults.ts';
import { type GrantRow, type IssuedTokens, readStanding, type Standing, storeRefreshed } from './grants.ts';
import { type Held, type Key, type Leased, type Opening, ready } from './opening.ts';
import {
  type Holder,
  keepLease,
  lapseLease,
  type RefreshLease,
  releaseLease,
  takeLease,
} from './refresh-lease.ts';
import { issuedFrom, issuedToApplication, openTokens, sealTokens } from './tokens.ts';

/** An access token is renewed this long before it ends. */
const NEAR_EXPIRY_MS = 60_000;
/** How others wait for a running refresh: often, and not for ever. */
const WAIT = { everyMs: 150, times: 400 } as const;
/** How often new tokens are tried to be stored while the database is away. */
const STORING = { everyMs: 500, times: 120 } as const;

export interface CarrierParts {
  readonly door: Door<HubTables>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly sealer: Sealer;
  readonly clients: CarrierClients;
  readonly wait?: (milliseconds: number) => Promise<void>;
  /** No other process works on this store; an embedded database has one at a time. */
  readonly isAlone?: boolean;
  /** A letter about a dead grant has been put into the outbox. */
  readonly onDeath?: () => void;
}

/** The carrier in every configured environment, with companies' tokens kept alive. */
export class Carrier {
  /** This process, as it takes the right to refresh. */
  readonly holder: Holder;
  readonly #parts: CarrierParts;

  constructor(parts: CarrierParts) {
    this.#parts = parts;
    const { isAlone = parts.door.engine === 'pglite' } = parts;
    this.holder = { owner: parts.ids.uuid(), isAlone };
  }

  /** In the order of the settings. */
  get environments(): readonly EnvironmentName[] {
    return this.#parts.clients.environments;
  }

  /** The hub's own application; null where the hub is not configured for the environment. */
  client(environment: EnvironmentName): Client | null {
    return this.#parts.clients.of(environment);
  }

  /**
   * A token for a company's own application; null where the hub is not configured for the environment.
   * Never inside a transaction. @throws CarrierFault
   */
  async signIn(environment: EnvironmentName, application: OwnApplication): Promise<IssuedTokens | null> {
    assertOutsideTransaction('signing in to the carrier');
    const client = this.#parts.clients.ofApplication(environment, application);
    if (!client) return null;
    const merchantId = application.accountNumber;
    return issuedToApplication(await client.oauth.clientCredentials({ merchantId }));
  }

  /**
   * A token that is good to call with, renewed when it is near its end, or when somebody began to renew it and is
   * gone. `rejected` is a token that the carrier just refused: it is not handed out again. Never inside a transaction.
   */
  async open(tenantId: string, integrationId: string, rejected?: string): Promise<Opening> {
    assertOutsideTransaction('opening the carrier');
    const key = { tenantId, integrationId };
    for (let turn = 0; turn < WAIT.times; turn += 1) {
      const standing = await this.#read(key);
      if (!standing?.grant) return this.#closed(standing);
      const client = this.client(standing.environment);
      if (!client || standing.status !== 'authorized') return this.#closed(standing);
      const { grant, environment } = standing;
      const tokens = openTokens(this.#parts.sealer, tenantId, grant);
      const held: Held = { key, grant, tokens, client, environment };
      const isGood = tokens.accessToken !== rejected && !this.#isNearEnd(grant) && !this.#isBroken(standing);
      if (isGood) return ready(held, tokens.accessToken);
      const lease = await this.#lease(held);
      if (lease) return this.#renew({ ...held, lease }, rejected);
      await this.#wait();
    }
    return { kind: 'unavailable', fault: named('REFRESH_BUSY') };
  }

  #read({ tenantId, integrationId }: Key): Promise<Standing | null> {
    return this.#parts.door.asTenant(tenantId, (tx) => readStanding(tx, tenantId, integrationId));
  }

  /** Why there is nothing to call with. */
  #closed(standing: Standing | null): Opening {
    if (!standing || standing.status === 'pending') return { kind: 'not-authorized' };
    if (standing.status === 'reauthorization-required') return { kind: 'reauthorization-required' };
    const { environment } = standing;
    return this.client(environment) ? { kind: 'not-authorized' } : { kind: 'other-environment', environment };
  }

  #isNearEnd(grant: GrantRow): boolean {
    return grant.access_expires_at.getTime() - this.#parts.clock.now() <= NEAR_EXPIRY_MS;
  }

  /** Another process began to renew and is gone: the refresh token may be spent. */
  #isBroken({ grant, isLeaseOver }: Standing): boolean {
    const { owner, isAlone } = this.holder;
    if (!grant || grant.lease_owner === null) return false;
    return isLeaseOver || (isAlone && grant.lease_owner !== owner);
  }

  #lease({ key, grant: { version } }: Held): Promise<RefreshLease | null> {
    return this.#parts.door.asTenant(key.tenantId, (tx) => takeLease(tx, { ...key, version }, this.holder));
  }

  async #renew(held: Leased, rejected?: string): Promise<Opening> {
    const { key, grant } = held;
    const { door, log } = this.#parts;
    const stop = keepLease(door, { ...key, version: grant.version }, this.holder.owner, (err) =>
      log.warn({ ...key, err }, 'the right to refresh could not be kept'),
    );
    try {
      return await this.#renewHeld(held, rejected);
    } finally {
      stop();
    }
  }

  async #renewHeld(held: Leased, rejected?: string): Promise<Opening> {
    const { key, grant } = held;
    let issued: IssuedTokens;
    try {
      issued = await this.#ask(held);
    } catch (error) {
      return this.#renewFailed(held, error, rejected);
    }
    const stored = await this.#store(key, grant.version, issued);
    // A new authorization came in between: its tokens stand, ours die with the family they came from.
    return stored ? ready(held, issued.accessToken) : this.open(key.tenantId, key.integrationId, rejected);
  }

  /** The old tokens are spent and the new ones stand nowhere else: a database that is away is waited for. */
  async #store(key: Key, version: number, issued: IssuedTokens): Promise<boolean> {
    const { door, sealer, clock, log } = this.#parts;
    const sealed = sealTokens(sealer, key.tenantId, issued);
    const at = new Date(clock.now());
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await door.asTenant(key.tenantId, (tx) =>
          storeRefreshed(tx, { ...key, version }, issued, sealed, at),
        );
      } catch (error) {
        if (!isDatabaseAway(error) || attempt >= STORING.times) throw error;
        log.warn({ ...key, err: error, attempt }, 'new tokens could not be stored yet');
        await this.#wait(STORING.everyMs);
      }
    }
  }

  /** A person's grant is refreshed; an application that signs in for itself does so again. */
  async #ask({ key, tokens, client, environment }: Held): Promise<IssuedTokens> {
    if (tokens.refreshToken !== null) {
      return issuedFrom(await client.oauth.refresh({ refreshToken: tokens.refreshToken }));
    }
    const row = await this.#parts.door.asTenant(key.tenantId, (tx) => readApplication(tx, key));
    const issued = row && (await this.signIn(environment, openApplication(this.#parts.sealer, row)));
    if (!issued) throw new Error('An application’s own token stands without the application.');
    return issued;
  }

  /** A dead grant is declared dead only where the version is still the one that was refused. */
  async #renewFailed(held: Leased, error: unknown, rejected?: string): Promise<Opening> {
    const { key, grant, tokens } = held;
    const fault = troubleOf(error);
    const { version } = grant;
    const isOwn = tokens.refreshToken === null;
    if (isOwn ? isRefusedApplication(error) : isDeadGrant(error)) {
      const died = await this.#declareDead(key, version, fault, isOwn);
      return died
        ? { kind: 'reauthorization-required' }
        : this.open(key.tenantId, key.integrationId, rejected);
    }
    await this.#endLease(held, isOwn || isUnspent(error));
    this.#parts.log.warn({ ...key, err: error }, 'the carrier could not be asked for a new token');
    const isStillGood =
      tokens.accessToken !== rejected && grant.access_expires_at.getTime() > this.#parts.clock.now();
    return isStillGood ? ready(held, tokens.accessToken) : { kind: 'unavailable', fault };
  }

  /** Once a refresh token may be spent, the mark of it stays until the carrier has said whether it is. */
  async #endLease({ key, grant, lease }: Leased, isUnspentByUs: boolean): Promise<void> {
    const end = isUnspentByUs && !lease.isTakenOver ? releaseLease : lapseLease;
    const version = { ...key, version: grant.version };
    await this.#parts.door.asTenant(key.tenantId, (tx) => end(tx, version, this.holder.owner));
  }

  async #declareDead(key: Key, version: number, fault: CarrierTrouble, isOwn: boolean): Promise<boolean> {
    const { door, ids, clock, sealer, onDeath } = this.#parts;
    const died = await door.asTenant(key.tenantId, (tx) =>
      declareDead(tx, { ...key, version, fault, isOwn, at: new Date(clock.now()), ids, sealer }),
    );
    if (died) onDeath?.();
    return died;
  }

  #wait(milliseconds: number = WAIT.everyMs): Promise<void> {
    const { wait } = this.#parts;
    return wait ? wait(milliseconds) : new Promise((resolve) => setTimeout(resolve, milliseconds));
  }
}

function isDatabaseAway(error: unknown): boolean {
  return (
    error instanceof Problem && (error.code === 'DATABASE_UNAVAILABLE' || error.code === 'DATABASE_BUSY')
  );
}
