import { randomBytes } from 'node:crypto';
import { startCluster } from './postgres/cluster.ts';
import { findServer } from './postgres/server-programs.ts';

export interface PostgresOptions {
  /** Keeps fsync on, for what measures or survives; off by default, because throw-away clusters need none. */
  readonly isDurable?: boolean;
}

/**
 * Runs `work` with the address of an owner's login on a PostgreSQL server: `DATABASE_URL` where it is set, else a
 * throw-away cluster on a free port, stopped by its pid and deleted afterwards, also on Ctrl-C.
 */
export async function withPostgres<Result>(
  work: (url: string) => Promise<Result>,
  { isDurable = false }: PostgresOptions = {},
): Promise<Result> {
  const given = process.env.DATABASE_URL;
  if (given) return work(given);
  const password = randomBytes(12).toString('hex');
  const cluster = await startCluster({ programs: await findServer(), password, isDurable });
  const leave = () => {
    cluster.stopAtOnce();
    process.exit(130);
  };
  process.once('SIGINT', leave);
  process.once('SIGTERM', leave);
  try {
    return await work(cluster.url);
  } finally {
    process.off('SIGINT', leave);
    process.off('SIGTERM', leave);
    await cluster.stop();
  }
}
