import { standingClock } from '@lading/kit/clock';
import { withPostgres } from '../../tools/postgres.ts';
import { freshDatabase } from '../ingestion/database.ts';
import { openHubSide } from '../ingestion/hub-side.ts';
import type { BenchResult } from '../measure.ts';
import { companiesOf } from './companies.ts';
import { NOW_MS } from './company.ts';
import { growthOf } from './growth.ts';
import { QUESTIONS } from './questions.ts';

const SIZES = [10_000, 100_000, 1_000_000] as const;

/**
 * Searches and lists of companies of 10,000, 100,000 and a million parcels in one PostgreSQL database, through the
 * hub's own service and row-level security. Held is the growth of p95 between the two largest.
 */
export function run({ isShort }: { isShort: boolean }): Promise<BenchResult[]> {
  const sizes = isShort ? SIZES.slice(0, 2) : SIZES;
  const rounds = isShort ? { rounds: 3, calls: 20 } : { rounds: 9, calls: 40 };
  return withPostgres((server) =>
    freshDatabase(server, async (url) => {
      const side = await openHubSide({ kind: 'server', url });
      try {
        const companies = await companiesOf(side, sizes, url);
        const config = { carrier: { environment: 'sandbox' } } as const;
        const hub = { door: side.database.door, clock: standingClock(NOW_MS), config };
        return await growthOf(hub, QUESTIONS, companies, rounds);
      } finally {
        await side.close();
      }
    }),
  );
}
