import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { recordAudit } from './audit.ts';
import { standingClock } from './clock.ts';
import { type DueMessage, delayBefore, deliverDue, enqueue } from './outbox.ts';
import { type TestDatabase, testDatabase } from './testing/database.ts';
import { hubMigrations } from './testing/hub-migrations.ts';

const START = Date.parse('2026-02-02T12:00:00Z');
let database: TestDatabase<unknown>;
let tenant: string;

beforeAll(async () => {
  database = await testDatabase({ migrations: hubMigrations });
});
afterAll(() => database.close());
beforeEach(async () => {
  tenant = randomUUID();
  await database.door.asDesk(async (tx) => {
    // Every test looks at all due messages: those of the test before are none of its business.
    await sql`update outbox set sent_at = now() where sent_at is null`.execute(tx);
    await sql`insert into tenants (tenant_id, name, created_at) values (${tenant}, 'T', now())`.execute(tx);
  });
});

const put = (dedupeKey: string, at = START) =>
  database.door.asTenant(tenant, (tx) =>
    enqueue(tx, {
      tenantId: tenant,
      messageId: randomUUID(),
      kind: 'reauthorization-required',
      dedupeKey,
      payload: { integration: dedupeKey, list: [1, 2] },
      at: new Date(at),
    }),
  );

const rows = async () =>
  (
    await database.door.asTenant(tenant, (tx) =>
      sql<{ dedupe_key: string; attempts: number; sent_at: Date | null; last_fault: string | null }>`
        select dedupe_key, attempts, sent_at, last_fault from outbox order by dedupe_key`.execute(tx),
    )
  ).rows;

describe('the outbox', () => {
  it('sends each message once, with what was put in', async () => {
    await put('a');
    await put('a');
    await put('b');
    const seen: DueMessage[] = [];
    const send = async (message: DueMessage) => {
      seen.push(message);
    };
    const clock = standingClock(START);
    expect(await deliverDue(database.door, send, clock)).toEqual({ sent: 2, failed: 0 });
    expect(await deliverDue(database.door, send, clock)).toEqual({ sent: 0, failed: 0 });
    expect(seen.map(({ payload }) => payload.integration).sort()).toEqual(['a', 'b']);
    expect(seen[0]).toMatchObject({
      tenantId: tenant,
      kind: 'reauthorization-required',
      attempt: 1,
      payload: { list: [1, 2] },
    });
    expect((await rows()).map(({ sent_at }) => sent_at)).toEqual([new Date(START), new Date(START)]);
  });

  it('keeps nothing of a change that was rolled back', async () => {
    const failing = database.door.asTenant(tenant, async (tx) => {
      await enqueue(tx, {
        tenantId: tenant,
        messageId: randomUUID(),
        kind: 'x',
        dedupeKey: 'x',
        payload: {},
        at: new Date(START),
      });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await rows()).toEqual([]);
  });

  it('waits for a message’s time', async () => {
    await put('later', START + 60_000);
    const clock = standingClock(START);
    const send = async () => undefined;
    expect((await deliverDue(database.door, send, clock)).sent).toBe(0);
    clock.advance(60_000);
    expect((await deliverDue(database.door, send, clock)).sent).toBe(1);
  });

  it('tries again after a fault, later each time, and notes why', async () => {
    await put('a');
    const clock = standingClock(START);
    let isDown = true;
    const send = async () => {
      if (isDown) throw new Error('mail server away');
    };
    expect(await deliverDue(database.door, send, clock)).toEqual({ sent: 0, failed: 1 });
    expect(await rows()).toMatchObject([{ attempts: 1, sent_at: null, last_fault: 'mail server away' }]);
    clock.advance(delayBefore(1) - 1);
    expect((await deliverDue(database.door, send, clock)).failed).toBe(0);
    clock.advance(1);
    expect((await deliverDue(database.door, send, clock)).failed).toBe(1);
    isDown = false;
    clock.advance(delayBefore(2));
    expect((await deliverDue(database.door, send, clock)).sent).toBe(1);
    expect(await rows()).toMatchObject([{ attempts: 3, last_fault: null }]);
  });

  it('gives each message to one of several deliverers at once, outside any transaction', async () => {
    const keys = Array.from({ length: 45 }, (_, at) => `key-${String(at).padStart(2, '0')}`);
    for (const key of keys) await put(key);
    const seen: string[] = [];
    const send = async ({ payload }: DueMessage) => {
      await database.door.asDesk(async () => undefined);
      seen.push(String(payload.integration));
    };
    const clock = standingClock(START);
    await Promise.all([1, 2, 3].map(() => deliverDue(database.door, send, clock)));
    expect(seen.sort()).toEqual(keys);
  });

  it('is not delivered from inside a transaction', async () => {
    const inside = database.door.asDesk(() =>
      deliverDue(database.door, async () => undefined, standingClock(START)),
    );
    await expect(inside).rejects.toMatchObject({ code: 'NETWORK_INSIDE_TRANSACTION' });
  });

  it.each([
    [1, 30_000],
    [2, 60_000],
    [8, 3_600_000],
    [30, 3_600_000],
  ])('waits after attempt %i for %i ms', (attempt, delay) => {
    expect(delayBefore(attempt)).toBe(delay);
  });
});

describe('the audit log', () => {
  it('keeps who did what, before and after, in the change’s own transaction', async () => {
    const entry = {
      tenantId: tenant,
      entryId: randomUUID(),
      at: new Date(START),
      userId: randomUUID(),
      userName: 'Alice',
      requestId: 'request-1',
      action: 'company.rename',
      subject: tenant,
      before: { name: 'Old' },
      after: { name: 'New' },
    };
    await database.door.asTenant(tenant, (tx) => recordAudit(tx, entry));
    await database.door.asDesk((tx) =>
      recordAudit(tx, {
        ...entry,
        entryId: randomUUID(),
        userId: null,
        userName: null,
        requestId: null,
        before: undefined,
        after: null,
      }),
    );
    const { rows: kept } = await database.door.asTenant(tenant, (tx) =>
      sql`select user_name, action, before, after, request_id from audit_entries order by user_name nulls last`.execute(
        tx,
      ),
    );
    expect(kept).toEqual([
      {
        user_name: 'Alice',
        action: 'company.rename',
        before: { name: 'Old' },
        after: { name: 'New' },
        request_id: 'request-1',
      },
      { user_name: null, action: 'company.rename', before: null, after: null, request_id: null },
    ]);
  });
});
