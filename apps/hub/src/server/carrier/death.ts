import type { Sealer } from '@lading/kit/crypto';
import type { Ids } from '@lading/kit/ids';
import type { Transaction } from 'kysely';
import { theHub, writeAudit } from '../audit/store.ts';
import { enqueue } from '../outbox/store.ts';
import type { HubTables } from '../tables.ts';
import type { CarrierTrouble } from './faults.ts';
import { readStanding } from './grants.ts';

export interface Death {
  readonly tenantId: string;
  readonly integrationId: string;
  /** The version of the grant that the carrier refused. */
  readonly version: number;
  readonly fault: CarrierTrouble;
  /** An application of the company's own was refused, not a person's grant. */
  readonly isOwn: boolean;
  readonly at: Date;
  readonly ids: Ids;
  readonly sealer: Sealer;
}

/**
 * Writes down that a grant is dead: the status, an audit entry, and one message to the administrators. False
 * when the grant has moved on since the carrier refused it, or was declared dead already.
 */
export async function declareDead(tx: Transaction<HubTables>, death: Death): Promise<boolean> {
  const { tenantId, integrationId, version, fault, isOwn, at, ids, sealer } = death;
  const standing = await readStanding(tx, tenantId, integrationId);
  if (standing?.grant?.version !== version || standing.status !== 'authorized') return false;
  await tx
    .updateTable('integrations')
    .set({ status: 'reauthorization-required' })
    .set({ last_fault_code: fault.code, last_fault_message: fault.message, last_fault_at: at })
    .where('tenant_id', '=', tenantId)
    .where('integration_id', '=', integrationId)
    .execute();
  await writeAudit(tx, {
    tenantId,
    entryId: ids.uuid(),
    at,
    actor: theHub,
    action: 'integration.lose-authorization',
    subject: integrationId,
    after: { status: 'reauthorization-required', fault },
  });
  await enqueue(tx, sealer, {
    tenantId,
    messageId: ids.uuid(),
    kind: isOwn ? 'application-refused' : 'reauthorization-required',
    dedupeKey: `reauthorization-required ${integrationId} ${version}`,
    to: 'administrators',
    facts: { integrationId, name: standing.name, fault },
    at,
  });
  return true;
}
