import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withPostgres } from '../../tools/postgres.ts';
import { type BenchResult, median, type Sample, sample } from '../measure.ts';
import { freshDatabase } from './database.ts';
import { answerBytes, eventsIn, fileNameOf, WARM_UP_FILES } from './feed.ts';
import { growth } from './growth.ts';
import { type HubSide, openHubSide } from './hub-side.ts';
import { copyRows, embeddedTwin, serverTwin, type Twin } from './twin.ts';

/** Files of a round hold about 10,000 events; ten rounds are the 100,000 of the floor. */
const FILES_PER_ROUND = 20;
const ROUNDS = 10;
const FLOOR = { postgres: 0.12, pglite: 0.15 } as const;
const AIM = 0.25;

/**
 * The whole ingestion (raw answer, ledger, events, provenance, parcels, terms, row-level security) of 100,000 events
 * against COPY of the very event rows, in rounds that take turns; and how much the hub grows over a million.
 */
export async function run({ isShort }: { isShort: boolean }): Promise<BenchResult[]> {
  return [...(await onServer(isShort)), ...(await embedded(isShort))];
}

function onServer(isShort: boolean): Promise<BenchResult[]> {
  return withPostgres(
    async (url) => {
      const compared = await freshDatabase(url, async (database) => {
        const side = await openHubSide({ kind: 'server', url: database });
        return compare('postgres', side, await serverTwin(database), isShort);
      });
      const grown = await freshDatabase(url, (database) =>
        growth({ kind: 'server', url: database }, isShort),
      );
      return [compared, grown];
    },
    { isDurable: true },
  );
}

async function embedded(isShort: boolean): Promise<BenchResult[]> {
  const directory = await mkdtemp(join(tmpdir(), 'lading-bench-'));
  try {
    const side = await openHubSide({ kind: 'directory', path: join(directory, 'hub') });
    const compared = await compare('pglite', side, await embeddedTwin(join(directory, 'twin')), isShort);
    const grown = await growth({ kind: 'directory', path: join(directory, 'grown') }, isShort);
    return [compared, grown];
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function compare(
  store: 'postgres' | 'pglite',
  side: HubSide,
  twin: Twin,
  isShort: boolean,
): Promise<BenchResult> {
  const rounds: { readonly events: number; readonly ingested: Sample; readonly copied: Sample }[] = [];
  try {
    await side.ingest(range(0, WARM_UP_FILES).map((index) => answerBytes(index)));
    await side.database.upkeep();
    for (let round = 0; round < (isShort ? 2 : ROUNDS); round += 1) {
      const first = WARM_UP_FILES + round * FILES_PER_ROUND;
      const answers = range(first, FILES_PER_ROUND).map((index) => answerBytes(index));
      const ingested = await sample(() => side.ingest(answers));
      const names = range(first, FILES_PER_ROUND).map(fileNameOf);
      const rows = await copyRows(side.database.door, side.lease.tenantId, names);
      const copied = await sample(() => twin.copy(rows));
      rounds.push({ events: eventsInRange(first), ingested, copied });
      console.log(`  ${store}, round ${round + 1}: ${figures(ingested)}, ${figures(copied)} by COPY`);
    }
  } finally {
    await twin.close();
    await side.close();
  }
  const perSecond = (of: 'ingested' | 'copied') =>
    median(rounds.map((round) => (round.events / round[of].wallMs) * 1000));
  return {
    name: `ingestion on ${store}`,
    unit: 'events/s',
    value: perSecond('ingested'),
    baseline: perSecond('copied'),
    ratio: median(rounds.map((round) => round.copied.wallMs / round.ingested.wallMs)),
    floor: FLOOR[store],
    aim: AIM,
    cpuMs: median(rounds.map((round) => round.ingested.cpuMs)),
    details: {
      events: rounds.reduce((sum, round) => sum + round.events, 0),
      // Both sides run in this process on the embedded store: there their CPU can be compared whatever else is running.
      ...(store === 'pglite' && {
        cpuRatio: median(rounds.map((round) => round.copied.cpuMs / round.ingested.cpuMs)),
      }),
      rounds: rounds.map(({ ingested, copied }) => [Math.round(ingested.wallMs), Math.round(copied.wallMs)]),
    },
  };
}

function figures({ wallMs, cpuMs }: Sample): string {
  return `${Math.round(wallMs)} ms (${Math.round(cpuMs)} ms of this process's CPU)`;
}

function eventsInRange(first: number): number {
  return range(first, FILES_PER_ROUND).reduce((sum, index) => sum + eventsIn(index), 0);
}

function range(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, at) => first + at);
}
