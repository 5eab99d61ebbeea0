import { setImmediate as nextTurn } from 'node:timers/promises';
import { weekday } from '@lading/carrier/network/zones';
import { seededRandom } from '@lading/carrier/random';
import type { RatingTables } from '@lading/carrier/rating/rules';
import {
  createTraffic,
  type TrafficOrder as Order,
  type TrafficAccount,
} from '@lading/carrier/traffic/rules';
import type { TrafficOrder } from '../module.ts';
import type { Frozen } from '../world/store.ts';
import type { World } from '../world/world.ts';
import { scheduleInvoices } from './charges.ts';
import type { DailyTrafficSet } from './facts.ts';
import { problems } from './problems.ts';
import { batchesOf, makeShipment, scheduleBatches } from './ship.ts';
import type { DailyTraffic, NetworkState } from './state.ts';
import { dayMoment, networkStore } from './store.ts';

const DAY_MS = 86_400_000;
const SLICE_MS = 50;
/** How busy the days of daily traffic are, Sunday first. */
const DAY_SHARE = [0.1, 1.2, 1.25, 1.15, 1.1, 1, 0.2] as const;

type Accounts = Frozen<Pick<NetworkState, 'accounts'>>;

export interface TrafficMade {
  readonly shipments: number;
  readonly parcels: number;
}

/**
 * Makes shipments between two instants. What lies in the past has happened then: its scans are old and its files are
 * cut as if the world had run; what lies ahead happens when the clock gets there.
 */
export async function makeTraffic(
  world: World,
  order: TrafficOrder,
  tables: RatingTables,
): Promise<TrafficMade> {
  return shipAll(world, [{ ...order, accounts: trafficAccounts(world.state(networkStore)) }], tables);
}

/** Works in slices; batches are scheduled when all is made, so that no batch of the past is cut half full. */
async function shipAll(world: World, orders: Iterable<Order>, tables: RatingTables): Promise<TrafficMade> {
  const batches = new Set<number>();
  let [shipments, parcels] = [0, 0];
  let sliceEnd = performance.now() + SLICE_MS;
  for (const order of orders) {
    if (order.accounts.length === 0) throw problems.noTrafficAccounts();
    const random = seededRandom(`${order.seed}/plans`);
    for (const draft of createTraffic(order)) {
      for (const batch of batchesOf(world, makeShipment(world, draft, { random, tables })))
        batches.add(batch);
      shipments += 1;
      parcels += draft.parcels.length;
      if (performance.now() < sliceEnd) continue;
      await nextTurn();
      sliceEnd = performance.now() + SLICE_MS;
    }
  }
  scheduleBatches(world, batches);
  scheduleInvoices(world);
  return { shipments, parcels };
}

/** From the next day on, so many shipments come by themselves every working day, fewer at weekends. */
export function setDailyTraffic(world: World, order: Omit<DailyTraffic, 'nextDay'>): void {
  setDaily(world, { ...order, nextDay: dayAt(world.now()) + 1 });
}

/**
 * Lets a world look as if it had been busy for some days: the days before and today are made as daily traffic would
 * have made them, and from tomorrow on it goes on by itself.
 */
export async function startDailyTraffic(
  world: World,
  { pastDays, ...order }: Omit<DailyTraffic, 'nextDay'> & { readonly pastDays: number },
  tables: RatingTables,
): Promise<void> {
  const today = dayAt(world.now());
  const days = Array.from({ length: pastDays + 1 }, (_, index) => today - pastDays + index);
  const accounts = trafficAccounts(world.state(networkStore));
  await shipAll(
    world,
    days.map((day) => orderOf({ ...order, nextDay: day }, accounts)),
    tables,
  );
  setDaily(world, { ...order, nextDay: today + 1 });
}

/** Decides the shipments of one day when it begins; what the day brings is not known before. */
export function decideDay(world: World, key: string, tables: RatingTables): void {
  const { daily } = world.state(networkStore);
  if (daily === null || String(daily.nextDay) !== key) return;
  const order = orderOf(daily, trafficAccounts(world.state(networkStore)));
  const random = seededRandom(`${order.seed}/plans`);
  const batches = new Set<number>();
  for (const draft of createTraffic(order)) {
    for (const batch of batchesOf(world, makeShipment(world, draft, { random, tables }))) batches.add(batch);
  }
  scheduleBatches(world, batches);
  scheduleInvoices(world);
  setDaily(world, { ...daily, nextDay: daily.nextDay + 1 });
}

function orderOf(
  { nextDay, seed, shipmentsPerDay }: DailyTraffic,
  accounts: readonly TrafficAccount[],
): Order {
  return {
    seed: `${seed}/${nextDay}`,
    crowd: { seed, shipments: shipmentsPerDay * 20 },
    shipments: Math.round(shipmentsPerDay * (DAY_SHARE[weekday(nextDay)] ?? 1)),
    from: nextDay * DAY_MS,
    to: (nextDay + 1) * DAY_MS,
    accounts,
  };
}

function dayAt(at: number): number {
  return Math.floor(at / DAY_MS);
}

function setDaily(world: World, daily: DailyTraffic): void {
  const fact: DailyTrafficSet = { type: 'daily-traffic-set', ...daily };
  world.record(fact);
  if (daily.shipmentsPerDay > 0) world.schedule(dayMoment(daily));
}

function trafficAccounts({ accounts }: Accounts): TrafficAccount[] {
  return [...accounts.values()].flatMap(({ number, company, owner, role, weight }) =>
    role === null ? [] : [{ role, owner, weight, party: { ...company, account: number } }],
  );
}
