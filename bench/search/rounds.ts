import { listParcels } from '@lading/hub/server/parcels/service';
import type { HubTables } from '@lading/hub/server/tables';
import type { Clock } from '@lading/kit/clock';
import type { Door } from '@lading/kit/db/door';
import type { Company } from './company.ts';
import type { Known } from './model.ts';
import type { Question } from './questions.ts';

/** A company and parcels of it to ask for. */
export interface Asked extends Company {
  readonly sample: readonly Known[];
}

export interface Rounds {
  readonly rounds: number;
  /** Calls of a round, for each company; each asks for something else. */
  readonly calls: number;
}

/** What listing needs of the hub. */
export interface ListingHub {
  readonly door: Door<HubTables>;
  readonly clock: Clock;
  readonly config: { readonly carrier: { readonly environment: 'sandbox' } };
}

/** Milliseconds of every call: one list a round, for each company. The same calls in every round. */
export type Timings = readonly (readonly number[])[];

/**
 * Asks one question of every company in turn, call by call, so that a slow moment of the machine hits all of them.
 * A first round goes unmeasured.
 * @throws when an answer is empty that should not be, or the other way round.
 */
export async function ask(
  hub: ListingHub,
  question: Question,
  companies: readonly Asked[],
  { rounds, calls }: Rounds,
): Promise<Map<Asked, Timings>> {
  const timings = new Map(companies.map((company) => [company, [] as number[][]]));
  for (let round = 0; round <= rounds; round += 1) {
    const measured = await askRound(hub, question, companies, calls);
    if (round > 0) for (const [company, ms] of measured) timings.get(company)?.push(ms);
  }
  return timings;
}

async function askRound(
  hub: ListingHub,
  question: Question,
  companies: readonly Asked[],
  calls: number,
): Promise<Map<Asked, number[]>> {
  const measured = new Map(companies.map((company) => [company, [] as number[]]));
  for (let call = 0; call < calls; call += 1) {
    for (const [company, ms] of measured) ms.push(await time(hub, question, company, call));
  }
  return measured;
}

async function time(
  hub: ListingHub,
  question: Question,
  { tenantId, parcels, sample }: Asked,
  at: number,
): Promise<number> {
  const known = sample[(at * STRIDE) % sample.length];
  if (!known) throw new RangeError('A sample is empty.');
  const query = question.ask(known, at);
  const start = process.hrtime.bigint();
  const { parcels: found, next } = await listParcels(hub, { tenantId, zone: 'UTC' }, query);
  const ms = Number(process.hrtime.bigint() - start) / 1e6;
  if ((found.length > 0 || next !== null) !== (question.finds === 'something'))
    throw new Error(
      `"${question.name}" ${JSON.stringify(query)} finds ${found.length} of ${parcels} parcels.`,
    );
  return ms;
}

/** Prime to the size of a sample: one call after the other asks for a parcel of quite another time. */
const STRIDE = 37;
