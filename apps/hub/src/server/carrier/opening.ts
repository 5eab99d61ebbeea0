import type { Client } from '@lading/sdk/client';
import type { EnvironmentName } from '../tables.ts';
import type { CarrierTrouble } from './faults.ts';
import type { GrantRow, TokenPair } from './grants.ts';
import type { RefreshLease } from './refresh-lease.ts';

export interface Key {
  readonly tenantId: string;
  readonly integrationId: string;
}

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
  /** Authorized with an environment that this hub is not configured for. */
  | { readonly kind: 'other-environment'; readonly environment: EnvironmentName }
  /** The carrier could not be asked for a new token now; later it may. */
  | { readonly kind: 'unavailable'; readonly fault: CarrierTrouble };

/** A grant as it was read, and the client of its environment. */
export interface Held {
  readonly key: Key;
  readonly grant: GrantRow;
  readonly tokens: TokenPair;
  readonly client: Client;
  readonly environment: EnvironmentName;
}

/** With the right to renew it. */
export interface Leased extends Held {
  readonly lease: RefreshLease;
}

export function ready({ client, environment }: Held, accessToken: string): Opening {
  return { kind: 'ready', accessToken, client, environment };
}
