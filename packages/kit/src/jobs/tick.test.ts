import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type DatabaseLocation, openDatabase } from '../db/open.ts';
import { visitAsOwner } from '../db/postgres/engine.ts';
import { createLog } from '../log.ts';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { testServerUrl } from '../testing/engine.ts';
import { hubMigrations } from '../testing/hub-migrations.ts';
import { startProgram } from '../testing/program.ts';
import { withDatabase } from '../testing/server-copy.ts';
import { startTick, type Tick } from './tick.ts';

// Several starts of the embedded database in one test, perhaps beside other work.
vi.setConfig({ testTimeout: 120_000 });

let database: TestDatabase<unknown>;
const ticks: Tick[] = [];
let logged = '';
const log = createLog({
  name: 'test',
  destination: {
    write: (line) => {
      logged += line;
    },
  },
});

beforeAll(async () => {
  database = await testDatabase({ migrations: hubMigrations });
});
afterEach(async () => {
  for (const tick of ticks.splice(0)) await tick.stop();
});
afterAll(() => database.close());

async function start(run: () => Promise<void>, everySeconds = 3_600): Promise<Tick> {
  const queue = `tick-${randomBytes(4).toString('hex')}`;
  const tick = await startTick({ jobs: database.jobs, queue, everySeconds, run, log });
  ticks.push(tick);
  return tick;
}

const SOON = { timeout: 5_000, interval: 20 };

describe('a tick', () => {
  it('comes at once after the start, and again after its time', async () => {
    let runs = 0;
    await start(async () => {
      runs += 1;
    }, 1);
    await expect.poll(() => runs, SOON).toBeGreaterThanOrEqual(3);
  });

  it('comes without waiting when woken, and is over when the waking is answered', async () => {
    let runs = 0;
    const tick = await start(async () => {
      runs += 1;
    });
    await expect.poll(() => runs, SOON).toBe(1);
    await tick.wake();
    expect(runs).toBe(2);
  });

  it('that fails is logged, and the next comes all the same', async () => {
    let runs = 0;
    const tick = await start(async () => {
      runs += 1;
      throw new Error('the carrier is away');
    });
    await expect.poll(() => runs, SOON).toBe(1);
    await tick.wake();
    expect(runs).toBe(2);
    expect(logged).toContain('the carrier is away');
  });

  it('never runs twice at once in one process', async () => {
    let atOnce = 0;
    let most = 0;
    let runs = 0;
    const tick = await start(async () => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      await database.door.asDesk(async () => undefined);
      atOnce -= 1;
      runs += 1;
    }, 1);
    await Promise.all(Array.from({ length: 20 }, () => tick.wake()));
    await expect.poll(() => runs, SOON).toBeGreaterThanOrEqual(3);
    expect(most).toBe(1);
    expect(runs).toBeLessThan(10);
  });

  it('may use the database while the queue waits, and is refused inside a transaction', async () => {
    const tick = await start(async () => {
      await database.door.asDesk(async () => undefined);
    });
    await tick.wake();
    await expect(database.door.asDesk(() => tick.wake())).rejects.toMatchObject({
      code: 'NETWORK_INSIDE_TRANSACTION',
    });
  });

  it('is waited for by stop, and comes no more after it', async () => {
    let finish: () => void = () => undefined;
    const finishing = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let isOver = false;
    let runs = 0;
    const tick = await start(async () => {
      runs += 1;
      await finishing;
      isOver = true;
    });
    await expect.poll(() => runs, SOON).toBe(1);
    const stopping = tick.stop();
    const waking = tick.wake();
    finish();
    await stopping;
    await waking;
    expect(isOver).toBe(true);
    await tick.wake();
    expect(runs).toBe(1);
  });

  it('among several processes is queued once for each slot of time', async () => {
    let runs = 0;
    const count = async () => {
      runs += 1;
    };
    const queue = 'tick-shared';
    const options = { jobs: database.jobs, queue, everySeconds: 1, run: count, log };
    ticks.push(await startTick(options), await startTick(options));
    await expect.poll(() => runs, { timeout: 10_000, interval: 50 }).toBeGreaterThanOrEqual(5);
    const { rows } = await database.jobs.execute(
      'select count(*) as all, count(distinct singleton_on) as slots from pgboss.job where name = $1 and singleton_on is not null',
      [queue],
    );
    expect(rows[0]?.all).toBe(rows[0]?.slots);
  });
});

describe('after a kill', () => {
  const closers: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close();
  });

  /** A place that a second process can open too. */
  async function newPlace(): Promise<DatabaseLocation> {
    if (testServerUrl) {
      const name = `lading_test_${randomBytes(8).toString('hex')}`;
      await visitAsOwner(testServerUrl, (owner) => owner.query(`create database ${name}`));
      const drop = `drop database ${name} with (force)`;
      closers.push(() => visitAsOwner(testServerUrl ?? '', (owner) => owner.query(drop)));
      return { kind: 'server', url: withDatabase(testServerUrl, name) };
    }
    const path = await mkdtemp(join(tmpdir(), 'lading-tick-'));
    closers.push(() => rm(path, { recursive: true, force: true }));
    return { kind: 'directory', path };
  }

  it('the first tick comes within two seconds although the dead left an active job', async () => {
    const place = await newPlace();
    const env =
      place.kind === 'server'
        ? { SERVER_URL: place.url }
        : { DATA_DIRECTORY: 'path' in place ? place.path : '' };
    const dead = await startProgram(new URL('../testing/ticker.ts', import.meta.url), env);
    await dead.kill();
    const opened = await openDatabase({ location: place, migrations: hubMigrations, roleSecret: 'tests' });
    closers.push(() => opened.close());
    const { rows } = await opened.jobs.execute("select state from pgboss.job where name = 'tick'");
    expect(rows).toEqual([{ state: 'active' }]);
    const startedAt = performance.now();
    let waited = 0;
    const tick = await startTick({
      jobs: opened.jobs,
      queue: 'tick',
      everySeconds: 3_600,
      log,
      run: async () => {
        waited ||= performance.now() - startedAt;
      },
    });
    closers.push(() => tick.stop());
    await expect.poll(() => waited, SOON).toBeGreaterThan(0);
    expect(waited).toBeLessThan(2_000);
  });
});
