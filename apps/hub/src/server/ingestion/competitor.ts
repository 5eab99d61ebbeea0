import type { Door } from '@lading/kit/db/door';
import { sql } from 'kysely';
import type { HubTables } from '../tables.ts';
import type { Lease } from './lease.ts';

/** Somebody else reads the same subscription: files that were seen by date and never came as unread. */
export interface Competitor {
  readonly files: number;
  /** The last of them by name, which is the time at which it was cut. */
  readonly lastFile: string;
}

/**
 * Files that the ledger first saw after `since`, by date alone. To be asked after a complete reading by date that a
 * complete unread one has followed: then nothing but another reader explains them. A file is told by its name,
 * because a reading by date may cut it into other parts.
 */
export async function findCompetitor(
  door: Door<HubTables>,
  { tenantId, subscriptionId, environment, source }: Lease,
  since: Date,
): Promise<Competitor | null> {
  const { rows } = await door.asTenant(tenantId, (tx) =>
    sql<{ files: number; last_file: string | null }>`
      select count(distinct p.file_name)::int as files, max(p.file_name) as last_file
      from file_parts p
      where p.tenant_id = ${tenantId} and p.subscription_id = ${subscriptionId} and p.received_at > ${since}
        and p.unread_at is null and not exists (
          select from file_parts q
          where q.tenant_id = ${tenantId} and q.environment = ${environment} and q.source = ${source}
            and q.subscription_id = ${subscriptionId} and q.file_name = p.file_name
            and (q.unread_at is not null or q.received_at <= ${since})
        )`.execute(tx),
  );
  const [found] = rows;
  return found?.last_file ? { files: found.files, lastFile: found.last_file } : null;
}
