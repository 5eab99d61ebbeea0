import { drawHandover, handoverDetail } from '@lading/carrier/network/delivery-places';
import { type IncidentName, incident } from '@lading/carrier/network/incidents';
import { deliverNow, interrupt, voidNow } from '@lading/carrier/network/interrupt';
import { exceptionOf, type Plan, packPlan, type Scan } from '@lading/carrier/network/plan';
import type { Journey } from '@lading/carrier/network/rules';
import type { ParcelCredited } from '../accounts/facts.ts';
import type { World } from '../world/world.ts';
import { creditOf } from './charges.ts';
import type { ParcelReplanned } from './facts.ts';
import { problems } from './problems.ts';
import { journeyOf, scheduleBatch } from './ship.ts';
import { networkStore } from './store.ts';
import { findParcel, partyAt, placeOf, planAt, shipmentFact } from './views.ts';

const ENDS: readonly Scan['kind'][] = ['delivered', 'returned', 'void'];

/** Lets something happen to a parcel at this moment, wherever it is; the rest of its way follows from it. */
export function exceptNow(world: World, trackingNumber: string, name: IncidentName): void {
  const { parcel, journey, past, plan, at } = running(world, trackingNumber);
  if (!past.some((scan) => scan.kind === 'origin' || scan.kind === 'pickup'))
    throw problems.notPickedUp(trackingNumber);
  const random = world.random(`except/${trackingNumber}/${past.length}`);
  replan(world, parcel, interrupt(plan, journey, incident(name), at, random), name);
}

export interface HandoverWish {
  /** Place code; drawn when absent. */
  readonly place?: string | undefined;
  /** Nobody signs when absent and a place is given. */
  readonly signedBy?: string | undefined;
}

/** Hands a parcel over at this moment. */
export function deliverParcel(world: World, trackingNumber: string, wish: HandoverWish): void {
  const { parcel, journey, plan, at } = running(world, trackingNumber);
  const random = world.random(`deliver/${trackingNumber}`);
  replan(
    world,
    parcel,
    deliverNow(plan, journey, at, handoverOf(wish) ?? drawHandover(random, journey.isHome)),
    'delivered',
  );
}

/** Takes back a parcel that was not picked up yet. */
export function voidParcel(world: World, trackingNumber: string): void {
  const { parcel, past, plan, at } = running(world, trackingNumber);
  if (past.some((scan) => scan.kind === 'pickup' || scan.kind === 'origin'))
    throw problems.alreadyPickedUp(trackingNumber);
  replan(world, parcel, voidNow(plan, at), 'void', creditOf(world, parcel));
}

interface Running {
  readonly parcel: number;
  readonly journey: Journey;
  readonly plan: Plan;
  readonly past: Plan;
  /** This moment, to the second, after everything that was scanned. */
  readonly at: number;
}

function running(world: World, trackingNumber: string): Running {
  const network = world.state(networkStore);
  const parcel = findParcel(network, trackingNumber);
  if (parcel === undefined) throw problems.unknownParcel(trackingNumber);
  const made = shipmentFact(network, placeOf(network, parcel).shipment);
  const [shipper, shipTo] = [partyAt(network, made.shipper), partyAt(network, made.shipTo)];
  const journey = journeyOf({ ...made, shipper: { ...shipper, account: made.account }, shipTo });
  const plan = planAt(network, parcel);
  const now = Math.floor(world.now() / 1000) * 1000;
  const past = plan.filter((scan) => scan.at <= now);
  if (past.some((scan) => ENDS.includes(scan.kind))) throw problems.parcelEnded(trackingNumber);
  if (past.some(sendsBack)) throw problems.goingBack(trackingNumber);
  return { parcel, journey, plan, past, at: Math.max(now, (past.at(-1)?.at ?? 0) + 1000) };
}

function sendsBack(scan: Scan): boolean {
  return scan.kind === 'exception' && exceptionOf(scan).incident.effect === 'return';
}

function replan(
  world: World,
  parcel: number,
  plan: Plan,
  because: ParcelReplanned['because'],
  credits: readonly ParcelCredited[] = [],
): void {
  const fact: ParcelReplanned = { type: 'parcel-replanned', parcel, plan: packPlan(plan), because };
  world.record(fact, ...credits);
  scheduleBatch(world, parcel);
}

function handoverOf({ place, signedBy }: HandoverWish): number | null {
  return place === undefined && signedBy === undefined ? null : handoverDetail(place, signedBy);
}
