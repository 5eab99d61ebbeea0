import { copyFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '@lading/kit/db/engine';
import { migrate, readMigrations } from '@lading/kit/db/migrate';
import { fromEngine } from '@lading/kit/db/open';
import { testEngine } from '@lading/kit/testing/engine';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storeRaw } from './ingestion/store.ts';
import { dump, type FileContent, file, generic, manifest, newFeed, scan, tell } from './ingestion/testing.ts';
import { makeMonths } from './retention/service.ts';
import type { HubTables } from './tables.ts';
import {
  Browser,
  type HubDatabase,
  hubDatabase,
  migrations,
  newCompany,
  newPerson,
  testHub,
} from './testing.ts';

/** The last version whose parcels, events and answers stood whole in one table each. */
const OLD = '0011';

/** Every table that a company's feed has filled, in an order in which rows may be put. */
const FILLED = [
  'tenants',
  'integrations',
  'subscriptions',
  'raw_answers',
  'file_parts',
  'parcels',
  'events',
  'event_sources',
  'terms',
] as const;

const BEFORE: readonly FileContent[] = [
  {
    Manifest: [manifest(['1Z1', '1Z2'], '20260226')],
    Origin: [scan('1Z1', '20260226', '201500'), scan('1Z3', '20260227', '080000')],
  },
  {
    Exception: [{ ...scan('1Z2', '20260301', '090000'), RescheduledDeliveryDate: '20260303' }],
    Delivery: [scan('1Z1', '20260301', '143000', ['VANCOUVER', 'BC', 'CA'])],
  },
];
/** A scan that carries on, one of before, one told again, and a number not heard of yet. */
const AFTER: FileContent = {
  Manifest: [manifest(['1Z4'], '20260302')],
  Origin: [scan('1Z1', '20260226', '201500'), scan('1Z3', '20260226', '080000')],
  Generic: [generic('DS', '1Z2', '20260302', '060000')],
};

let newest: HubDatabase;
let upgraded: HubDatabase;
let engine: Engine;
let folder: string;
let feed: Awaited<ReturnType<typeof newFeed>>;

beforeAll(async () => {
  newest = await hubDatabase();
  const tenantId = await newCompany(newest, 'Maple');
  feed = await newFeed(newest.door, tenantId, { name: 'Outbound', direction: 'outbound' });
  for (const [at, content] of BEFORE.entries()) await tell(newest.door, feed, file(`2602${at}`, content));
  await storeRaw(newest.door, feed, {
    ...{ rawId: '0190a5d0-0000-7000-8000-000000000001', walk: 'unread', request: {} },
    ...{ receivedAt: new Date('2026-03-01T12:00:00Z'), body: Buffer.from('{}') },
  });
  folder = await oldMigrations();
  engine = await testEngine(folder);
  await fill(engine, await rowsOfOldShape());
}, 120_000);
afterAll(async () => {
  await engine.close();
  await newest.close();
  await rm(folder, { recursive: true });
});

async function oldMigrations(): Promise<string> {
  const old = await mkdtemp(join(tmpdir(), 'lading-migrations-'));
  for (const name of await readdir(migrations)) {
    if (name.slice(0, 4) <= OLD) await copyFile(join(migrations, name), join(old, name));
  }
  return old;
}

type Rows = ReadonlyMap<(typeof FILLED)[number], readonly string[]>;

/** What the newest program wrote, each row as the older one kept it: a parcel's state and progress within its row. */
async function rowsOfOldShape(): Promise<Rows> {
  const { tenantId } = feed;
  const rows = new Map<(typeof FILLED)[number], readonly string[]>();
  for (const table of FILLED) {
    const whole =
      table === 'parcels'
        ? sql`to_jsonb(t) || jsonb_build_object('progress', t.basis::jsonb || t.progress::jsonb, 'state', (
            select s.state from parcel_states s where s.tenant_id = t.tenant_id and s.parcel_id = t.parcel_id))`
        : sql`to_jsonb(t)`;
    const found = await newest.door.asTenant(tenantId, (tx) =>
      sql<{ row: string }>`select (${whole})::text as row from ${sql.table(table)} t
        where tenant_id = ${tenantId}`.execute(tx),
    );
    rows.set(
      table,
      found.rows.map(({ row }) => row),
    );
  }
  return rows;
}

function fill(into: Engine, rows: Rows): Promise<void> {
  return into.asOwner(async (owner) => {
    for (const [table, lines] of rows) {
      for (const line of lines)
        await owner.query(
          `insert into ${table} select (jsonb_populate_record(null::${table}, $1::jsonb)).*`,
          [line],
        );
    }
  });
}

/** The day of the first event is learnt when a parcel is next folded whole; when a row was written is of no matter. */
function comparable({ parcels = [], ...others }: Record<string, unknown[]>) {
  return { ...others, parcels: parcels.map((row) => ({ ...Object(row), first_on: null })) };
}

const stored = async ({ door }: HubDatabase) => comparable(await dump(door, feed.tenantId));

/** What a person of the company sees: each answer of the API by its address. */
async function shown(database: HubDatabase): Promise<Record<string, unknown>> {
  const { app } = await testHub(database);
  const person = await newPerson(database, { memberships: [{ tenantId: feed.tenantId, role: 'user' }] });
  const browser = new Browser(app);
  await browser.signIn(person.email);
  const read = async (path: string) => (await browser.send('GET', `/api/v1${path}`)).json();
  const list: { parcels: { parcelId: string }[] } = await read('/parcels');
  const paths = [
    ...['/home', '/parcels?status=open', '/parcels?direction=outbound', '/parcels?q=po-4711'],
    ...list.parcels.map(({ parcelId }) => `/parcels/${parcelId}`),
  ];
  const answers: [string, unknown][] = [['/parcels', list]];
  for (const path of paths) answers.push([path, await read(path)]);
  return Object.fromEntries(answers);
}

describe(`a filled store of version ${OLD}`, () => {
  it('is filled, and takes every newer migration', async () => {
    const { rows } = await engine.asOwner((owner) =>
      owner.query('select count(*)::int as parcels, count(state)::int as states from parcels'),
    );
    expect(rows).toEqual([{ parcels: 3, states: 3 }]);
    const files = await readMigrations(migrations);
    const applied = await engine.asOwner((owner) => migrate(owner, files));
    expect(applied).toEqual(files.map(({ name }) => name).filter((name) => name.slice(0, 4) > OLD));
    upgraded = { ...fromEngine<HubTables>(engine), engine: engine.kind };
  });

  it('holds and shows what a store of the newest version does', async () => {
    expect(await stored(upgraded)).toEqual(await stored(newest));
    const there = await shown(upgraded);
    expect(Object.keys(there)).toHaveLength(8);
    expect(there).toEqual(await shown(newest));
  });

  it('reads on: the same files make the same of both', async () => {
    const element = file('260302', AFTER);
    for (const { door } of [upgraded, newest]) expect(await tell(door, feed, element)).toBe(true);
    expect(await stored(upgraded)).toEqual(await stored(newest));
    expect(await tell(upgraded.door, feed, element)).toBe(false);
  });

  it('takes its months, and nothing is lost on the way', async () => {
    const { hub } = await testHub(upgraded);
    const before = await stored(upgraded);
    await makeMonths({ ...hub, keepMonths: upgraded.keepMonths });
    const { rows } = await engine.asOwner((owner) =>
      owner.query(`select (select count(*)::int from events_2026_02) as events,
        (select count(*)::int from raw_answers_2026_03) as answers`),
    );
    expect(rows).toEqual([{ events: 5, answers: 1 }]);
    expect(await stored(upgraded)).toEqual(before);
    expect(await shown(upgraded)).toEqual(await shown(newest));
  });
});
