import { randomUUID } from 'node:crypto';
import { Secret } from '@lading/kit/config';
import { createClient } from '@lading/sdk/client';
import { putGrant } from '../carrier/grants.ts';
import { sealTokens } from '../carrier/tokens.ts';
import { type HubDatabase, newCompany, testHub } from '../testing.ts';
import type { Due } from './lease.ts';
import { readSubscription } from './read.ts';
import { newFeed } from './testing.ts';

const HOUR_MS = 3_600_000;
const secret = new Secret('sandbox-secret');

/** Where the hub of a test calls: a sandbox, or answers made up one by one. */
export interface CarrierSide {
  readonly baseUrl?: string;
  readonly fetch?: typeof fetch;
  readonly now: number;
  readonly mode?: 'shadow' | 'unread';
}

/** A hub with one authorized integration, and a way to make subscriptions of it. */
export async function connectedHub(database: HubDatabase, side: CarrierSide) {
  const { baseUrl = 'http://carrier.test', now, mode = 'unread' } = side;
  const config = {
    carrier: { environment: 'sandbox' as const, baseUrl, clientId: 'sandbox-client', clientSecret: secret },
  };
  const { hub, clock } = await testHub(database, { fetch: side.fetch ?? globalThis.fetch, config });
  clock.set(now);
  const tenantId = await newCompany(database);
  const integrationId = randomUUID();
  const subscribe = async (name: string, carrierUser?: string | null): Promise<Due> => {
    const { subscriptionId } = await newFeed(database.door, tenantId, {
      name,
      integrationId,
      mode,
      carrierUser,
      nextReadAt: new Date(clock.now()),
    });
    return { tenantId, integrationId, subscriptionId };
  };
  const grant = async (accessToken: string): Promise<void> => {
    const tokens = sealTokens(hub.sealer, tenantId, { accessToken, refreshToken: 'refresh' });
    const lifetimes = {
      accessExpiresAt: new Date(clock.now() + 1000 * HOUR_MS),
      refreshExpiresAt: new Date(clock.now() + 2000 * HOUR_MS),
      refreshCount: 0,
    };
    await database.door.asTenant(tenantId, (tx) =>
      putGrant(tx, { tenantId, integrationId, at: new Date(clock.now()) }, lifetimes, tokens),
    );
  };
  return { hub, clock, tenantId, integrationId, subscribe, grant };
}

export const NOW = Date.parse('2026-11-20T12:00:00Z');

export type Script = (request: {
  readonly body: string;
  readonly number: number;
}) => Response | Promise<Response>;

/** A hub at `NOW` whose carrier answers by the script, with one subscription that is due. */
export async function scriptedHub(database: HubDatabase, script: Script, carrierUser?: string | null) {
  const asked: string[] = [];
  const fetch: typeof globalThis.fetch = async (_input, init) => {
    asked.push(String(init?.body));
    return script({ body: String(init?.body), number: asked.length });
  };
  const connected = await connectedHub(database, { fetch, now: NOW });
  const due = await connected.subscribe('Outbound', carrierUser);
  await connected.grant('token');
  const { signal } = new AbortController();
  const read = () => readSubscription(connected.hub, due, 'reader', signal, () => 0);
  return { ...connected, due, asked, read, row: () => rowOf(database, due) };
}

/** A token of the sandbox's own application, which reaches every account of its owner. */
export async function sandboxToken(baseUrl: string, clock: { now(): number }): Promise<string> {
  const client = createClient({
    environment: { baseUrl },
    clientId: 'sandbox-client',
    clientSecret: 'sandbox-secret',
    clock,
  });
  return (await client.oauth.clientCredentials()).accessToken;
}

/** The subscription's row as people are shown it. */
export function rowOf({ door }: Pick<HubDatabase, 'door'>, due: Due) {
  return door.asTenant(due.tenantId, (tx) =>
    tx
      .selectFrom('subscriptions')
      .selectAll()
      .where('tenant_id', '=', due.tenantId)
      .where('subscription_id', '=', due.subscriptionId)
      .executeTakeFirstOrThrow(),
  );
}
