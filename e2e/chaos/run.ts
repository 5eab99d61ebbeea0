import { parseArgs } from 'node:util';
import { visitAsOwner } from '@lading/kit/db/postgres/engine';
import { withDatabase } from '@lading/kit/testing/server-copy';
import { withPostgres } from '../../tools/postgres.ts';
import { PARTS, type Part, SIZES } from './parts.ts';
import { printVerdicts, type Verdict } from './report.ts';
import type { Store } from './world.ts';

type SizeName = keyof typeof SIZES;

/** Longer than any run took; whatever hangs is given up with what was found until then. */
const LONGEST_MINUTES = { short: 15, usual: 60, long: 240 } as const satisfies Record<SizeName, number>;

interface Run {
  readonly parts: readonly Part[];
  readonly sizeName: SizeName;
  readonly seed: number;
  readonly verdicts: Verdict[];
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      short: { type: 'boolean', default: false },
      long: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true },
      store: { type: 'string' },
      seed: { type: 'string', default: '20260808' },
    },
  });
  const sizeName = values.short ? 'short' : values.long ? 'long' : 'usual';
  const run: Run = {
    ...{ sizeName, parts: partsOf(values.only, sizeName), seed: Number(values.seed), verdicts: [] },
  };
  console.log(`seed ${run.seed}, ${sizeName}: ${JSON.stringify(SIZES[sizeName])}`);
  leaveWithPrograms();
  endInTime(run);
  if (values.store !== 'postgres') await runOn('pglite', run, async () => ({ kind: 'pglite' }));
  if (values.store !== 'pglite') {
    await withPostgres((url) => runOn('postgres', run, () => newDatabase(url)));
  }
  end(run.verdicts);
}

/** Those asked for by name, all of them; else those of this size. */
function partsOf(only: readonly string[] | undefined, sizeName: SizeName): readonly Part[] {
  const known: Readonly<Record<string, readonly Part[]>> = PARTS;
  if (!only) return Object.values(known).flatMap((parts) => parts.filter((part) => isOf(part, sizeName)));
  return only.flatMap((name) => {
    const parts = known[name];
    if (!parts) throw new Error(`No part is called "${name}"; there are ${Object.keys(known).join(', ')}.`);
    return parts;
  });
}

function isOf({ isLong = false }: Part, sizeName: SizeName): boolean {
  return !isLong || sizeName !== 'short';
}

async function runOn(
  kind: Store['kind'],
  { parts, sizeName, seed, verdicts }: Run,
  newStore: () => Promise<Store>,
): Promise<void> {
  for (const part of parts) {
    if (part.on !== undefined && part.on !== kind) continue;
    const name = `${part.name} on ${kind}`;
    const verdict = await guarded(name, async () =>
      part.run({ store: await newStore(), size: SIZES[sizeName], seed }),
    );
    console.log(`${verdict.isPassed ? 'ok  ' : 'FAIL'} ${verdict.name}`);
    verdicts.push(verdict);
  }
}

let databases = 0;

/** Each part has a database of its own on the server. */
async function newDatabase(url: string): Promise<Store> {
  databases += 1;
  const name = `lading_chaos_${Date.now()}_${databases}`;
  await visitAsOwner(url, (owner) => owner.query(`create database ${name}`));
  return { kind: 'postgres', url: withDatabase(url, name) };
}

async function guarded(name: string, test: () => Promise<Verdict>): Promise<Verdict> {
  try {
    return await test();
  } catch (error) {
    return { name, isPassed: false, what: error instanceof Error ? error.message : String(error) };
  }
}

/** Gives up what hangs. SIGTERM to ourselves, so that the throw-away server is stopped as well. */
function endInTime({ sizeName, verdicts }: Run): void {
  const minutes = LONGEST_MINUTES[sizeName];
  const giveUp = () => {
    const what = `not at its end after ${minutes} minutes`;
    printVerdicts([...verdicts, { name: 'the run', isPassed: false, what }]);
    process.kill(process.pid, 'SIGTERM');
  };
  setTimeout(giveUp, minutes * 60_000).unref();
}

function end(verdicts: readonly Verdict[]): void {
  printVerdicts(verdicts);
  if (verdicts.length === 0 || verdicts.some(({ isPassed }) => !isPassed)) process.exitCode = 1;
}

/** So that the programs of the run end with it; later, because a throw-away server is stopped first. */
function leaveWithPrograms(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => setImmediate(() => process.exit(130)));
  }
}

await main();
