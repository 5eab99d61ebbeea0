import { equalBytes, sha256 } from '@lading/kit/crypto';
import { Problem } from '@lading/kit/errors';
import type { Transaction } from 'kysely';
import type { HubTables } from '../tables.ts';

type Tx = Transaction<HubTables>;

export interface IdempotentRequest {
  readonly tenantId: string;
  readonly userId: string;
  /** The `Idempotency-Key` header; undefined runs the work plainly. */
  readonly key: string | undefined;
  readonly body: unknown;
  readonly at: Date;
}

export interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
}

const KEPT_MS = 24 * 3_600_000;

/**
 * Runs the creating work once per key, in the caller's transaction: a repeat gets the first answer, the same key
 * with another body throws `IDEMPOTENCY_KEY_REUSED`. Keys are kept for a day.
 */
export async function idempotently<Body>(
  tx: Tx,
  request: IdempotentRequest,
  work: () => Promise<Answer<Body>>,
): Promise<Answer<Body>> {
  const { key } = request;
  if (key === undefined) return work();
  if (key.length === 0 || key.length > 200) throw invalidKey();
  await forgetOld(tx, request);
  const hash = sha256(JSON.stringify(request.body));
  if (!(await claim(tx, request, key, hash))) return stored<Body>(tx, request, key, hash);
  const answer = await work();
  await ofKey(tx, request, key)
    .set({ status: answer.status, body: JSON.stringify(answer.body) })
    .execute();
  return answer;
}

/** A second request with the same key waits here until the first one's transaction has ended. */
async function claim(tx: Tx, request: IdempotentRequest, key: string, hash: Uint8Array): Promise<boolean> {
  const claimed = await tx
    .insertInto('idempotency_keys')
    .values({
      tenant_id: request.tenantId,
      user_id: request.userId,
      key,
      request_hash: hash,
      created_at: request.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return claimed.numInsertedOrUpdatedRows === 1n;
}

async function stored<Body>(
  tx: Tx,
  request: IdempotentRequest,
  key: string,
  hash: Uint8Array,
): Promise<Answer<Body>> {
  const row = await tx
    .selectFrom('idempotency_keys')
    .select(['request_hash', 'status', 'body'])
    .where('tenant_id', '=', request.tenantId)
    .where('user_id', '=', request.userId)
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  if (row.status === null || !equalBytes(row.request_hash, hash)) throw reusedKey();
  // Written by `idempotently` from the same work's answer; the hash says that it was the same request.
  return { status: row.status, body: row.body as Body };
}

async function forgetOld(tx: Tx, request: IdempotentRequest): Promise<void> {
  await tx
    .deleteFrom('idempotency_keys')
    .where('tenant_id', '=', request.tenantId)
    .where('created_at', '<', new Date(request.at.getTime() - KEPT_MS))
    .execute();
}

function ofKey(tx: Tx, request: IdempotentRequest, key: string) {
  return tx
    .updateTable('idempotency_keys')
    .where('tenant_id', '=', request.tenantId)
    .where('user_id', '=', request.userId)
    .where('key', '=', key);
}

const invalidKey = () =>
  new Problem({
    code: 'INVALID_IDEMPOTENCY_KEY',
    status: 400,
    text: {
      en: 'The Idempotency-Key header takes 1 to 200 characters.',
      fr: 'L’en-tête Idempotency-Key prend de 1 à 200 caractères.',
    },
  });

const reusedKey = () =>
  new Problem({
    code: 'IDEMPOTENCY_KEY_REUSED',
    status: 422,
    text: {
      en: 'This Idempotency-Key was used before with another request.',
      fr: 'Cette clé Idempotency-Key a déjà servi à une autre demande.',
    },
  });
