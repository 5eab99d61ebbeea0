import { setTimeout as wait } from 'node:timers/promises';
import PgBoss from 'pg-boss';
import { assertOutsideTransaction } from '../db/network-guard.ts';
import type { JobSql } from '../db/open.ts';
import type { Log } from '../log.ts';
import { coalesced } from './coalesced.ts';
import { JOB_SCHEMA } from './schema.ts';

export interface TickOptions {
  readonly jobs: JobSql;
  /** Its name; made here by the owner when it does not stand yet. */
  readonly queue: string;
  /** About how often one of all processes on this database is woken. */
  readonly everySeconds: number;
  /** Looks for what is due, in rows of its own. A failure is logged; the next tick comes all the same. */
  readonly run: () => Promise<void>;
  readonly log: Log;
}

export interface Tick {
  /** Runs now (or right after the present run) and resolves when that run is over. */
  wake(): Promise<void>;
  /** No further run; waits for the present one, at most 10 s. Safe to repeat. */
  stop(): Promise<void>;
}

const POLL_MS = 1_000;
const STOP_WAIT_MS = 10_000;
const BATCH = 100;
/** One job per slot of time among all processes; pg-boss allows no longer slot than its archive. */
const LONGEST_SLOT_SECONDS = 3_600;

/**
 * Wakes `run` at once, then again and again. The queue only wakes: what is due and who may do it stands in rows
 * of the caller's. So a job that a killed process left active stops nobody, and waiting jobs count as one.
 */
export async function startTick(options: TickOptions): Promise<Tick> {
  const { jobs, queue, everySeconds, run, log } = options;
  await jobs.makeQueue(queue);
  const boss = await startBoss(jobs, log);
  const ending = new AbortController();
  const runs = coalesced(async () => {
    if (ending.signal.aborted) return;
    await run().catch((err: unknown) => log.error({ err, queue }, 'a tick failed'));
  });

  const send = (slotSeconds?: number) =>
    boss
      .send(queue, {}, slotSeconds ? { singletonSeconds: slotSeconds } : {})
      .catch((err: unknown) => log.warn({ err, queue }, 'a tick could not be queued'));
  await send();
  const slotSeconds = Math.min(everySeconds, LONGEST_SLOT_SECONDS);
  // Twice a slot: one of the two always falls into a slot of its own, however the timer drifts.
  const timer = setInterval(() => void send(slotSeconds), (everySeconds * 1000) / 2);
  const polling = poll({ boss, queue, log, signal: ending.signal, run: runs.run });

  const stop = async () => {
    clearInterval(timer);
    ending.abort();
    const isOver = await settledWithin(Promise.all([polling, runs.settled()]), STOP_WAIT_MS);
    if (!isOver) log.warn({ queue }, 'the running tick was left behind');
    await boss.stop({ graceful: false });
  };
  let stopping: Promise<void> | undefined;
  return {
    wake: async () => {
      assertOutsideTransaction(`tick ${queue}`);
      await runs.run();
    },
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

async function startBoss(jobs: JobSql, log: Log): Promise<PgBoss> {
  const boss = new PgBoss({
    db: { executeSql: (sql, values) => jobs.execute(sql, values) },
    schema: JOB_SCHEMA,
    migrate: false,
    schedule: false,
    deleteAfterDays: 1,
  });
  boss.on('error', (err) => log.warn({ err }, 'the job queue reported a fault'));
  return boss.start();
}

interface Polling {
  readonly boss: PgBoss;
  readonly queue: string;
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly run: () => Promise<void>;
}

/** A loop of ours: pg-boss's own worker completes jobs unawaited, and a lost connection then ends the process. */
async function poll({ boss, queue, log, signal, run }: Polling): Promise<void> {
  while (!signal.aborted) {
    try {
      const found = await boss.fetch(queue, { batchSize: BATCH });
      if (found.length > 0) {
        await run();
        await boss.complete(
          queue,
          found.map(({ id }) => id),
        );
      }
    } catch (err) {
      log.warn({ err, queue }, 'the job queue could not be read');
    }
    await wait(POLL_MS, undefined, { signal }).catch(() => undefined);
  }
}

async function settledWithin(work: Promise<unknown>, milliseconds: number): Promise<boolean> {
  const cap = new AbortController();
  const late = wait(milliseconds, false, { signal: cap.signal }).catch(() => false);
  const isOver = await Promise.race([work.then(() => true), late]);
  cap.abort();
  return isOver;
}
