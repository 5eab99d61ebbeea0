import { sql } from 'kysely';
import type { Hub } from '../hub.ts';
import type { LetterFacts, LetterKind } from '../mail/letters.ts';
import { enqueue } from '../outbox/store.ts';

const HOUR_MS = 3_600_000;

/** After so many hours without a complete walk the administrators are written to. A walk without data is complete. */
export const ALARM_HOURS = [1, 24, 72] as const;

/** The highest alarm that a silence has reached; 0 below the first. */
export function alarmOf(silentMs: number): number {
  return ALARM_HOURS.findLast((hours) => silentMs >= hours * HOUR_MS) ?? 0;
}

/**
 * Writes to the administrators of every subscription whose silence has reached another alarm, that holds back what
 * could not be read, or that somebody else reads too. What is written follows from rows alone, and each message has
 * a key: a process that dies half-way is followed by another that writes the rest.
 */
export async function raiseAlarms(hub: Hub): Promise<void> {
  await tellHeldBack(hub);
  await tellCompetitors(hub);
  if (await tellSilence(hub)) hub.wakeMail();
}

interface Concerned {
  readonly tenant_id: string;
  readonly integration_id: string;
  readonly subscription_id: string;
  readonly name: string;
}

async function tellSilence(hub: Hub): Promise<boolean> {
  const nowMs = hub.clock.now();
  const { rows } = await hub.door.asDesk((tx) =>
    sql<Concerned & { since: Date; alarm_hours: number }>`
      select s.tenant_id, s.integration_id, s.subscription_id, s.name, s.alarm_hours,
        coalesce(s.last_walk_at, i.authorized_at) as since
      from subscriptions s
      join integrations i on i.tenant_id = s.tenant_id and i.integration_id = s.integration_id
      where s.removed_at is null and i.removed_at is null and i.status <> 'pending'
        and coalesce(s.last_walk_at, i.authorized_at) <= ${new Date(nowMs - ALARM_HOURS[0] * HOUR_MS)}`.execute(
      tx,
    ),
  );
  const due = rows
    .map((row) => ({ row, hours: alarmOf(nowMs - row.since.getTime()) }))
    .filter(({ row, hours }) => hours > row.alarm_hours);
  for (const { row, hours } of due) {
    const since = row.since.toISOString();
    await tell(hub, row, 'feed-silent', `feed-silent ${row.subscription_id} ${since} ${hours}`, {
      ...placeOf(row),
      ...{ hours, since },
    });
    await noteAlarm(hub, row, hours);
  }
  return due.length > 0;
}

/** Only so that it is not asked for again: the message's key is what keeps it from being sent twice. */
function noteAlarm(hub: Hub, { tenant_id, subscription_id }: Concerned, hours: number): Promise<unknown> {
  return hub.door.asTenant(tenant_id, (tx) =>
    tx
      .updateTable('subscriptions')
      .set({ alarm_hours: hours })
      .where('tenant_id', '=', tenant_id)
      .where('subscription_id', '=', subscription_id)
      .execute(),
  );
}

/** Once for each number of things held back, and once more every month while they are. */
async function tellHeldBack(hub: Hub): Promise<void> {
  const { rows } = await hub.door.asDesk((tx) =>
    sql<Concerned & { answers: number; parts: number }>`
      select s.tenant_id, s.integration_id, s.subscription_id, s.name,
        coalesce(r.count, 0)::int as answers, coalesce(p.count, 0)::int as parts
      from subscriptions s
      left join (select tenant_id, subscription_id, count(*) from raw_answers where quarantined_at is not null
        group by 1, 2) r on r.tenant_id = s.tenant_id and r.subscription_id = s.subscription_id
      left join (select tenant_id, subscription_id, count(*) from file_parts where fault is not null
        group by 1, 2) p on p.tenant_id = s.tenant_id and p.subscription_id = s.subscription_id
      where s.removed_at is null and (r.count > 0 or p.count > 0)`.execute(tx),
  );
  const month = new Date(hub.clock.now()).toISOString().slice(0, 7);
  for (const row of rows) {
    const { answers, parts } = row;
    const key = `held-back ${row.subscription_id} ${answers} ${parts} ${month}`;
    await tell(hub, row, 'held-back', key, { ...placeOf(row), answers, parts });
  }
}

async function tellCompetitors(hub: Hub): Promise<void> {
  const { rows } = await hub.door.asDesk((tx) =>
    sql<Concerned & { seen: Date; files: number }>`
      select tenant_id, integration_id, subscription_id, name, competitor_seen_at as seen, competitor_files as files
      from subscriptions where removed_at is null and competitor_seen_at is not null`.execute(tx),
  );
  for (const row of rows) {
    const seen = row.seen.toISOString();
    const key = `competing-reader ${row.subscription_id} ${seen}`;
    await tell(hub, row, 'competing-reader', key, { ...placeOf(row), seen, files: row.files });
  }
}

function placeOf({ integration_id, name }: Concerned) {
  return { integrationId: integration_id, subscription: name };
}

function tell<Kind extends LetterKind>(
  hub: Hub,
  { tenant_id: tenantId }: Concerned,
  kind: Kind,
  dedupeKey: string,
  facts: LetterFacts[Kind],
): Promise<void> {
  const message = { tenantId, messageId: hub.ids.uuid(), kind, dedupeKey, facts };
  return hub.door.asTenant(tenantId, (tx) =>
    enqueue(tx, hub.sealer, { ...message, to: 'administrators', at: new Date(hub.clock.now()) }),
  );
}
