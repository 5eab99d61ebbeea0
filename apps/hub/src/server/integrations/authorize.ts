import { sha256 } from '@lading/kit/crypto';
import type { Client } from '@lading/sdk/client';
import type { FastifyRequest } from 'fastify';
import type { AuthorizationStart, AuthorizationState } from '../../api/integrations.ts';
import type { Actor } from '../audit/store.ts';
import { troubleOf } from '../carrier/faults.ts';
import { putGrant } from '../carrier/grants.ts';
import { issuedFrom, sealTokens } from '../carrier/tokens.ts';
import { keepable } from '../carrier/words.ts';
import type { Seat } from '../http/seat.ts';
import type { Hub } from '../hub.ts';
import { notFound } from '../problems.ts';
import type { EnvironmentName } from '../tables.ts';
import {
  type AuthorizationRow,
  findAuthorization,
  moveAuthorization,
  openAuthorization,
} from './authorizations.ts';
import { selfTest } from './self-test.ts';
import { type Administrator, audit, found, otherEnvironment, otherType } from './service.ts';
import { toIntegration } from './shapes.ts';
import { makeDue, markAuthorized } from './store.ts';

/** How long a person may take between Authorize and the carrier's answer. */
export const AUTHORIZATION_LIFE_MS = 10 * 60_000;

export const CALLBACK_PATH = '/integrations/callback';

/**
 * Where the carrier sends the browser back, which must be where its session cookie lives. Without a public address
 * of its own, a hub on this machine is reached by two names.
 */
export function redirectUri(hub: Hub, request: Pick<FastifyRequest, 'host' | 'hostname'>): string {
  const isLocal = hub.config.publicUrl === null && LOOPBACK_NAMES.has(request.hostname);
  return `${isLocal ? `http://${request.host}` : hub.publicUrl()}${CALLBACK_PATH}`;
}

const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1']);

/** One press of Authorize: a state that only this session can bring back, and where the popup goes. */
export async function startAuthorization(
  hub: Hub,
  by: Administrator,
  seat: Seat,
  integrationId: string,
  redirectTo: string,
): Promise<AuthorizationStart> {
  const state = hub.ids.token(32);
  const authorizationId = hub.ids.uuid();
  const at = new Date(hub.clock.now());
  const expiresAt = new Date(at.getTime() + AUTHORIZATION_LIFE_MS);
  const client = await hub.door.asTenant(by.tenantId, async (tx) => {
    const { integration } = await found(tx, by.tenantId, integrationId);
    if (integration.type !== 'ups-quantum-view-data') throw otherType();
    const place = clientOf(hub, integration.environment);
    await openAuthorization(tx, {
      tenantId: by.tenantId,
      authorizationId,
      stateHash: sha256(state),
      integrationId,
      userId: by.userId,
      sessionHash: seat.sessionHash,
      at,
      expiresAt,
    });
    await audit(hub, tx, by, 'integration.start-authorization', integrationId, {});
    return place;
  });
  const popupUrl = client.oauth.authorizeUrl({ redirectUri: redirectTo, state });
  return { authorizationId, popupUrl, expiresAt: expiresAt.toISOString() };
}

function clientOf(hub: Hub, environment: EnvironmentName): Client {
  const client = hub.carrier.client(environment);
  if (!client) throw otherEnvironment(environment);
  return client;
}

/** What the wizard asks again and again while the popup is open. */
export function authorizationState(
  hub: Hub,
  tenantId: string,
  integrationId: string,
  authorizationId: string,
): Promise<AuthorizationState> {
  const now = hub.clock.now();
  return hub.door.asTenant(tenantId, async (tx) => {
    const row = await findAuthorization(tx, tenantId, { authorizationId });
    if (row?.integration_id !== integrationId) throw notFound('authorization');
    return {
      outcome: hasRunOut(row, now) ? 'expired' : row.outcome,
      fault: faultOfRow(row),
      integration: toIntegration(await found(tx, tenantId, integrationId)),
    };
  });
}

/** Exchange and self-test, which begin before the end and may go on behind it. */
const LONGEST_EXCHANGE_MS = 120_000;

function hasRunOut({ outcome, expires_at }: AuthorizationRow, nowMs: number): boolean {
  const leftMs = expires_at.getTime() - nowMs;
  if (outcome === 'waiting') return leftMs <= 0;
  return outcome === 'exchanging' && leftMs <= -LONGEST_EXCHANGE_MS;
}

function faultOfRow(row: AuthorizationRow): AuthorizationState['fault'] {
  if (row.fault_code === null) return null;
  return { code: row.fault_code, message: row.fault_message ?? '', at: row.created_at.toISOString() };
}

/** What came back through the browser: nothing in it is trusted but the state, and that only as a key. */
export interface Callback {
  readonly state: string | undefined;
  readonly code: string | undefined;
  /** The carrier's refusal, where it sent one instead of a code. */
  readonly error: string | undefined;
  /** The address at which it came back; the carrier compares it with the one that was asked for. */
  readonly redirectedTo: string;
}

export type Landing = 'authorized' | 'refused' | 'failed' | 'expired' | 'unknown';

/** Ends an authorization, once. The code is exchanged outside any transaction; the result is stored in one. */
export async function finishAuthorization(
  hub: Hub,
  seat: Seat | null,
  companies: readonly string[],
  actor: Actor,
  callback: Callback,
): Promise<Landing> {
  const mine = await claim(hub, seat, companies, callback.state);
  if (mine === null) return 'unknown';
  const { row, tenantId } = mine;
  const key = { tenantId, authorizationId: row.authorization_id };
  if (row.expires_at.getTime() <= hub.clock.now()) return settle(hub, key, 'expired', null);
  if (!callback.code) {
    const code = keepable(callback.error ?? 'NO_CODE', 100);
    return settle(hub, key, 'refused', { code, message: 'The carrier sent no code.' });
  }
  const by: Administrator = { tenantId, userId: row.user_id, actor };
  return exchange(hub, by, row, { code: callback.code, redirectUri: callback.redirectedTo });
}

/** Finds the state among the person's companies and takes it: a second arrival finds nothing. */
async function claim(
  hub: Hub,
  seat: Seat | null,
  companies: readonly string[],
  state: string | undefined,
): Promise<{ row: AuthorizationRow; tenantId: string } | null> {
  if (!seat || !state || state.length > 200) return null;
  const stateHash = sha256(state);
  for (const tenantId of companies) {
    const row = await hub.door.asTenant(tenantId, async (tx) => {
      const each = await findAuthorization(tx, tenantId, { stateHash });
      if (!each || !belongsTo(each, seat)) return null;
      const key = { tenantId, authorizationId: each.authorization_id };
      return (await moveAuthorization(tx, key, 'waiting', 'exchanging')) ? each : null;
    });
    if (row) return { row, tenantId };
  }
  return null;
}

function belongsTo(row: AuthorizationRow, seat: Seat): boolean {
  return row.user_id === seat.user.userId && Buffer.from(row.session_hash).equals(seat.sessionHash);
}

async function settle(
  hub: Hub,
  key: { readonly tenantId: string; readonly authorizationId: string },
  outcome: 'refused' | 'failed' | 'expired',
  fault: { readonly code: string; readonly message: string } | null,
): Promise<Landing> {
  await hub.door.asTenant(key.tenantId, (tx) => moveAuthorization(tx, key, 'exchanging', outcome, fault));
  return outcome;
}

async function exchange(
  hub: Hub,
  by: Administrator,
  row: AuthorizationRow,
  grant: { readonly code: string; readonly redirectUri: string },
): Promise<Landing> {
  const { integration_id: integrationId, authorization_id: authorizationId } = row;
  const key = { tenantId: by.tenantId, authorizationId };
  try {
    const { integration } = await hub.door.asTenant(by.tenantId, (tx) =>
      found(tx, by.tenantId, integrationId),
    );
    const answer = await clientOf(hub, integration.environment).oauth.exchangeCode(grant);
    const issued = issuedFrom(answer);
    await storeAuthorized(hub, by, integrationId, issued);
  } catch (error) {
    const fault = troubleOf(error);
    hub.log.warn({ integrationId, err: error }, 'the code exchange failed');
    return settle(hub, key, 'failed', fault);
  }
  // The wizard hears "authorized" when there is something to show: the self-test stands by then, unless it broke.
  await selfTest(hub, by, integrationId).catch((err: unknown) =>
    hub.log.error({ integrationId, err }, 'the self-test could not be made'),
  );
  await hub.door.asTenant(by.tenantId, (tx) => moveAuthorization(tx, key, 'exchanging', 'authorized'));
  hub.wake();
  return 'authorized';
}

async function storeAuthorized(
  hub: Hub,
  by: Administrator,
  integrationId: string,
  issued: ReturnType<typeof issuedFrom>,
): Promise<void> {
  const at = new Date(hub.clock.now());
  const sealed = sealTokens(hub.sealer, by.tenantId, issued);
  await hub.door.asTenant(by.tenantId, async (tx) => {
    const { integration } = await found(tx, by.tenantId, integrationId);
    await putGrant(tx, { tenantId: by.tenantId, integrationId, at }, issued, sealed);
    await markAuthorized(tx, by.tenantId, integrationId, { userId: by.userId, at });
    await makeDue(tx, by.tenantId, integrationId, at);
    await audit(hub, tx, by, 'integration.authorize', integrationId, {
      before: { status: integration.status },
      after: { status: 'authorized' },
    });
  });
}
