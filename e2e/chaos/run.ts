import { parseArgs } from 'node:util';
import { visitAsOwner } from '@lading/kit/db/postgres/engine';
import { withDatabase } from '@lading/kit/testing/server-copy';
import { withPostgres } from '../../tools/postgres.ts';
import { cutTest } from './cut.ts';
import { killTest } from './kill.ts';
import { printVerdicts, type Verdict } from './report.ts';
import { twoHubsTest } from './two-hubs.ts';
import type { Store } from './world.ts';

/** How hard it is tried. */
interface Size {
  readonly kills: number;
  readonly places: number;
}

const SHORT: Size = { kills: 5, places: 8 };
const USUAL: Size = { kills: 20, places: 50 };

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      short: { type: 'boolean', default: false },
      store: { type: 'string' },
      seed: { type: 'string', default: '20260808' },
    },
  });
  const size = values.short ? SHORT : USUAL;
  const seed = Number(values.seed);
  console.log(`seed ${seed}: ${size.kills} kills and ${size.places} cuts per store`);
  const verdicts: Verdict[] = [];
  if (values.store !== 'postgres') {
    verdicts.push(await guarded('two hubs on one directory', twoHubsTest));
    verdicts.push(...(await onEmbedded(size, seed)));
  }
  if (values.store !== 'pglite') {
    await withPostgres(async (url) => {
      verdicts.push(...(await onServer(url, size, seed)));
    });
  }
  printVerdicts(verdicts);
  if (verdicts.some((verdict) => !verdict.isPassed)) process.exitCode = 1;
}

async function onEmbedded(size: Size, seed: number): Promise<Verdict[]> {
  const store: Store = { kind: 'pglite' };
  return [
    await guarded('kill -9 on pglite', () => killTest({ store, kills: size.kills, seed })),
    await guarded('cut-after-mark on pglite', () => cutTest({ store, places: size.places, seed })),
  ];
}

/** Each test has a database of its own on the server. */
async function onServer(url: string, size: Size, seed: number): Promise<Verdict[]> {
  const store = async (name: string): Promise<Store> => {
    await visitAsOwner(url, (owner) => owner.query(`create database ${name}`));
    return { kind: 'postgres', url: withDatabase(url, name) };
  };
  const stamp = Date.now();
  return [
    await guarded('kill -9 on postgres', async () =>
      killTest({ store: await store(`lading_kill_${stamp}`), kills: size.kills, seed }),
    ),
    await guarded('cut-after-mark on postgres', async () =>
      cutTest({ store: await store(`lading_cut_${stamp}`), places: size.places, seed }),
    ),
  ];
}

async function guarded(name: string, test: () => Promise<Verdict>): Promise<Verdict> {
  try {
    return await test();
  } catch (error) {
    return { name, isPassed: false, what: error instanceof Error ? error.message : String(error) };
  }
}

await main();
