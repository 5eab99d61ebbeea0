import type { Owner } from '@lading/kit/db/engine';

/**
 * Makes the rows of a backup those of a hub that starts anew.
 *
 * Whoever held a lease is gone: every lease has run out, and its holder's name stays, as it does after a process was
 * killed. What the carrier gave as unread after the backup is marked as read there and stands nowhere here: the time
 * from the last complete walk on is read again by date, as after any fault.
 */
export async function revive(owner: Owner): Promise<void> {
  const { rows } = await owner.query(
    `select format('update %s set lease_until = now() where lease_until > now()', attrelid::regclass) as sql
       from pg_attribute join pg_class c on c.oid = attrelid
      where attname = 'lease_until' and not attisdropped and relkind in ('r', 'p') and not relispartition
        and relnamespace = 'public'::regnamespace`,
  );
  for (const { sql } of rows) await owner.query(String(sql));
  await owner.query(
    `update subscriptions s
        set reread_from = coalesce(reread_from, last_walk_at, last_attempt_at, to_timestamp(0))
       from integrations i
      where i.tenant_id = s.tenant_id and i.integration_id = s.integration_id
        and i.mode = 'unread' and i.removed_at is null and s.removed_at is null and s.reread_from is null`,
  );
}
