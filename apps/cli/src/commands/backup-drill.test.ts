import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { visitAsOwner } from '@lading/kit/db/postgres/engine';
import { testServerUrl } from '@lading/kit/testing/engine';
import { withDatabase } from '@lading/kit/testing/server-copy';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Company } from '../../../../e2e/chaos/company.ts';
import { compare, type Difference, isEqual } from '../../../../e2e/chaos/compare.ts';
import { readTruth } from '../../../../e2e/chaos/truth.ts';
import { Rig } from '../../../../e2e/chaos/world.ts';
import { freePort, launch, type Program, pause, startProgram } from '../../../../e2e/programs.ts';
import { type Cluster, startCluster } from '../../../../tools/postgres/cluster.ts';
import { findServer } from '../../../../tools/postgres/server-programs.ts';
import { column, hashTables, type ReadTable, readDumpTables } from './testing/dump-tables.ts';

const PASSPHRASE = 'correct horse battery staple';
const MINUTES = 60_000;
/** Where the hub lives, one place after the other. Both directions of the move where there is a server. */
const PLACES = testServerUrl ? (['folder', 'server', 'folder'] as const) : (['folder', 'folder'] as const);
/** What a restoration changes on purpose. */
const REVIVED = {
  'public.subscriptions': ['reread_from', 'lease_until'],
  'public.carrier_grants': ['lease_until'],
};

let folder = '';
let rig: Rig;
let hub: Program;
let fromMs = 0;
let numbers: string[] = [];
/** A server of its own: the serving logins belong to a whole server, and their passwords follow from the hub's key. */
let cluster: Cluster | undefined;
let home: Record<string, string> = {};
const running: Program[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lading-drill-'));
  rig = await Rig.start({ kind: 'pglite' });
  fromMs = (await rig.worldNow()) - 86_400_000;
  await rig.ship(150, 8);
  hub = await rig.startHub();
  const company = await signedIn();
  await company.connect();
  numbers = await company.openNumbers();
}, 3 * MINUTES);

afterAll(async () => {
  for (const program of running) await program.kill();
  await rig.close();
  await cluster?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function signedIn(): Promise<Company> {
  const company = new Company(hub.url);
  await company.signIn();
  return company;
}

async function lading(...args: string[]) {
  const env = { ...rig.hubOrder().env, ...home, LC_ALL: 'C', LADING_BACKUP_PASSPHRASE: PASSPHRASE };
  const program = launch({ args, port: 0, env });
  running.push(program);
  return { code: await program.gone, said: program.output() };
}

/** New scans, and the clock so far on that files with them are cut. */
async function moveParcels(count: number, duration: string): Promise<void> {
  await rig.deliver(numbers, count);
  await rig.control('POST', 'clock', { advance: duration });
}

/**
 * A minute before files are cut, with a token that has just been renewed: it lives for an hour, and whatever the hub
 * renews after its backup is spent for the one that is restored.
 */
async function startFresh(): Promise<void> {
  const hour = 3_600_000;
  const at = Math.ceil(((await rig.worldNow()) + 2 * hour) / hour) * hour - MINUTES * 31;
  await rig.control('POST', 'clock', { set: new Date(at).toISOString() });
  await expect.poll(lastWalkMs, { timeout: 2 * MINUTES, interval: 500 }).toBeGreaterThanOrEqual(at);
}

/** When the subscription that was read longest ago was last read to its end. */
async function lastWalkMs(): Promise<number> {
  const { integrations } = await (await signedIn()).integrations();
  const walks = integrations.flatMap(({ subscriptions }) => subscriptions.map((one) => one.lastWalkAt));
  return Math.min(...walks.map((at) => Date.parse(at ?? '1970-01-01')));
}

async function newDatabase(): Promise<string> {
  const password = randomBytes(12).toString('hex');
  cluster ??= await startCluster({ programs: await findServer(), password, isDurable: false });
  const { url } = cluster;
  const name = `lading_test_${randomBytes(6).toString('hex')}`;
  await visitAsOwner(url, (owner) => owner.query(`create database ${name}`));
  return withDatabase(url, name);
}

/** What the carrier holds against what the hub shows, when it has come to rest. */
async function settled(): Promise<Difference> {
  const company = await signedIn();
  const until = Date.now() + 2 * MINUTES;
  for (;;) {
    await rig.control('POST', 'clock', { advance: 'PT31M' });
    await pause(2_500);
    const truth = await readTruth(rig.sandbox.url, fromMs, await rig.worldNow());
    expect(truth.facts.size).toBeGreaterThan(200);
    const difference = compare(truth, await company.parcels());
    if (isEqual(difference) || Date.now() > until) return difference;
  }
}

/** What was written in one transaction is in one backup. */
function expectOneMoment(tables: ReadonlyMap<string, ReadTable>): void {
  const parcels = new Set(column(tables, 'public.parcels', 'parcel_id'));
  const events = new Set(column(tables, 'public.events', 'event_id'));
  const parts = new Set(column(tables, 'public.file_parts', 'part_id'));
  const told = new Set(column(tables, 'public.event_sources', 'event_id'));
  expect(parcels.size).toBeGreaterThan(50);
  expect(events).toEqual(told);
  expect(column(tables, 'public.events', 'parcel_id').filter((id) => !parcels.has(id))).toEqual([]);
  expect(column(tables, 'public.event_sources', 'part_id').filter((id) => !parts.has(id))).toEqual([]);
}

describe.each(PLACES.slice(1).map((to, at) => [PLACES[at], to, at] as const))(
  'from a %s to a %s (%i)',
  (_from, to, at) => {
    const [file, again] = [() => join(folder, `${at}.backup`), () => join(folder, `${at}-again.backup`)];
    let backed: ReadonlyMap<string, ReadTable>;

    test('the running hub is backed up while it reads', { timeout: 3 * MINUTES }, async () => {
      await startFresh();
      await moveParcels(20, 'PT2M');
      const backup = lading('backup', file());
      const { code, said } = await backup;
      expect([code, said]).toEqual([0, expect.stringMatching(/rows, [\d.]+ MB, [\d.]+ s/)]);
      expect((await stat(file())).mode & 0o777).toBe(0o600);
      backed = await readDumpTables(file(), PASSPHRASE);
      expectOneMoment(backed);
      expect(backed.has('public.sessions')).toBe(false);
      const bytes = await readFile(file());
      const key = await readFile(join(rig.directory, 'hub', 'hub.key'), 'utf8');
      for (const secret of [key.trim(), 'sandbox-secret', 'alice@maple.example']) {
        expect(bytes.includes(secret)).toBe(false);
      }
      expect(said).not.toContain(PASSPHRASE);
    });

    test('the hub goes on and consumes files that no backup holds', { timeout: 2 * MINUTES }, async () => {
      const before = (await (await signedIn()).parcels()).flatMap(({ events }) => events).length;
      await moveParcels(5, 'PT31M');
      await expect
        .poll(async () => (await (await signedIn()).parcels()).flatMap(({ events }) => events).length, {
          timeout: MINUTES,
          interval: 2_000,
        })
        .toBeGreaterThan(before);
      expect(await hub.stop()).toBe(0);
    });

    test('the backup is whole, and every table of the restored hub equals it', {
      timeout: 3 * MINUTES,
    }, async () => {
      const verified = await lading('restore', file(), '--verify');
      expect([verified.code, verified.said]).toEqual([0, expect.stringContaining('Whole and readable')]);
      const data = join(folder, `place-${at}`);
      home = { LADING_HUB_DATA: data, DATABASE_URL: to === 'server' ? await newDatabase() : '' };
      const restored = await lading('restore', file());
      expect([restored.code, restored.said]).toEqual([0, expect.stringContaining('Restored')]);
      expect((await stat(join(data, 'hub.key'))).mode & 0o777).toBe(0o600);
      expect((await lading('backup', again())).code).toBe(0);
      const tables = await readDumpTables(again(), PASSPHRASE);
      expect(hashTables(tables, REVIVED)).toEqual(hashTables(backed, REVIVED));
      expect(tables.size).toBeGreaterThan(20);
      for (const from of column(tables, 'public.subscriptions', 'reread_from')) expect(from).not.toBeNull();
      const twice = await lading('restore', file());
      expect([twice.code, twice.said]).toEqual([1, expect.stringContaining('is not empty')]);
    });

    test('the restored hub opens, signs people in, and loses and doubles nothing', {
      timeout: 4 * MINUTES,
    }, async () => {
      const port = await freePort();
      const order = rig.hubOrder(port);
      hub = await startProgram({ ...order, env: { ...order.env, ...home } });
      running.push(hub);
      await moveParcels(5, 'PT31M');
      expect(await settled()).toEqual({ lost: [], doubled: [], lostFiles: [] });
      const { integrations } = await (await signedIn()).integrations();
      expect(integrations.map(({ status, mode }) => [status, mode])).toEqual([['authorized', 'unread']]);
    });
  },
);

describe('a backup is refused with one sentence', () => {
  const refused = async (...args: string[]) => {
    const { code, said } = await lading(...args);
    expect(said.trim().split('\n')).toHaveLength(1);
    return [code, said.trim()];
  };

  test('where the passphrase is too short or none is given', { timeout: MINUTES }, async () => {
    const short = join(folder, 'short');
    await writeFile(short, 'eleven char\n');
    const file = join(folder, 'never.backup');
    expect(await refused('backup', file, '--passphrase-file', short)).toEqual([
      1,
      expect.stringContaining('at least 12 characters'),
    ]);
    await expect(stat(file)).rejects.toThrow('ENOENT');
  });

  test('where the file is there already, or is none', { timeout: MINUTES }, async () => {
    const file = join(folder, '0.backup');
    expect(await refused('backup', file)).toEqual([1, expect.stringContaining('is there already')]);
    expect(await refused('restore', join(folder, 'nowhere'))).toEqual([
      1,
      expect.stringContaining('There is no file'),
    ]);
  });

  test('where another key is in force at the place', { timeout: MINUTES }, async () => {
    const file = join(folder, '0.backup');
    home = {
      LADING_HUB_DATA: join(folder, 'other'),
      LADING_HUB_KEY: randomBytes(32).toString('base64'),
      DATABASE_URL: '',
    };
    expect(await refused('restore', file)).toEqual([1, expect.stringContaining('not that of the backup')]);
    await expect(stat(join(folder, 'other', 'database'))).rejects.toThrow('ENOENT');
  });

  test('where it is cut, altered, or no backup', { timeout: 2 * MINUTES }, async () => {
    home = { LADING_HUB_DATA: join(folder, 'none'), DATABASE_URL: '' };
    const whole = await readFile(join(folder, '0.backup'));
    const altered = Buffer.from(whole);
    altered[whole.length >> 1] = (altered[whole.length >> 1] ?? 0) ^ 1;
    for (const [name, bytes, sentence] of [
      ['cut', whole.subarray(0, -1), 'its end is missing'],
      ['altered', altered, 'altered or damaged'],
      ['text', Buffer.from('not a backup'), 'is not a backup'],
    ] as const) {
      const file = join(folder, `${name}.backup`);
      await writeFile(file, bytes);
      expect(await refused('restore', file)).toEqual([1, expect.stringContaining(sentence)]);
      await expect(stat(join(folder, 'none'))).rejects.toThrow('ENOENT');
    }
  });
});
