import { place } from '@lading/carrier/network/facilities';
import { drawIncident } from '@lading/carrier/network/incidents';
import { meet } from '@lading/carrier/network/interrupt';
import { packPlan } from '@lading/carrier/network/plan';
import { type Journey, pickupDay, planParcel } from '@lading/carrier/network/rules';
import { forceOutcome, testAccount, testOutcomeOf } from '@lading/carrier/network/test-numbers';
import { instantOf } from '@lading/carrier/network/zones';
import type { Random } from '@lading/carrier/random';
import type { RatingTables } from '@lading/carrier/rating/rules';
import type { PlacedParty } from '@lading/carrier/traffic/parties';
import type { ShipmentDraft } from '@lading/carrier/traffic/rules';
import type { World } from '../world/world.ts';
import { BATCH_DUE, batchEnd, opensBatch } from './agenda.ts';
import { billOf } from './charges.ts';
import type { MadeParcel, PartyListed, ShipmentMade } from './facts.ts';
import { networkStore } from './store.ts';
import type { Network } from './views.ts';

const PACKAGE_NUMBERS = 10_000_000;
const EARLIEST_CLOSE_SECOND = 16.75 * 3600;

/** Whether a parcel may meet with something on its way, or is asked to arrive as planned. */
export type Luck = 'drawn' | 'good';

/** How a shipment is decided: by which draws, with what luck, and billed by which tables. */
export interface ShipTerms {
  readonly random: Random;
  readonly luck?: Luck;
  readonly tables: RatingTables;
}

/**
 * Decides a shipment: numbers, end of day, and every scan of every parcel, and what it costs its payer. Everything is recorded together. Its
 * batches are still to be scheduled, see `batchesOf`.
 * @returns The row of the shipment.
 */
export function makeShipment(
  world: World,
  draft: ShipmentDraft,
  { random, luck = 'drawn', tables }: ShipTerms,
): number {
  const network = world.state(networkStore);
  const listed: PartyListed[] = [];
  const shipper = numberOf(network, draft.shipper, listed);
  const shipTo = numberOf(network, draft.shipTo, listed);
  const { labelAt, shipper: _, shipTo: __, parcels: ___, ...terms } = draft;
  const planned = planParcels(network, draft, random, luck);
  const fact: ShipmentMade = {
    type: 'shipment-made',
    ...terms,
    shipper,
    shipTo,
    account: draft.shipper.account,
    ...planned,
    ...billOf(world, draft, planned, tables),
  };
  const shipment = network.shipments.length;
  world.record(...listed, fact);
  return shipment;
}

/** The batches that tell the next events of a shipment's parcels. */
export function batchesOf(world: World, shipment: number): number[] {
  const { shipments, parcels } = world.state(networkStore);
  const first = shipments.get('firstParcel', shipment);
  const rows = Array.from({ length: shipments.get('parcelCount', shipment) }, (_, place) => first + place);
  return rows.map((parcel) => parcels.get('batch', parcel)).filter((batch) => batch > 0);
}

/** Asks for a batch to be told when it ends. */
export function scheduleBatches(world: World, batches: Iterable<number>): void {
  for (const batch of batches) world.schedule({ at: batchEnd(batch), kind: BATCH_DUE, key: String(batch) });
}

/** Asks for the batch of a parcel's next event, where the parcel is the first in it. */
export function scheduleBatch(world: World, parcel: number): void {
  const network = world.state(networkStore);
  if (!opensBatch(network, parcel)) return;
  const batch = network.parcels.get('batch', parcel);
  scheduleBatches(world, [batch]);
}

/** The journey that the plan of a draft's parcels rests on. */
export function journeyOf(
  draft: Pick<ShipmentDraft, 'service' | 'shipper' | 'shipTo' | 'wantsSaturday'>,
): Journey {
  return {
    service: draft.service,
    from: draft.shipper.place,
    to: draft.shipTo.place,
    isHome: draft.shipTo.isHome,
    wantsSaturday: draft.wantsSaturday,
  };
}

function planParcels(
  network: Network,
  draft: ShipmentDraft,
  random: Random,
  luck: Luck,
): Pick<ShipmentMade, 'pickupDay' | 'scheduledDay' | 'parcels'> {
  const journey = journeyOf(draft);
  const second = closeSecond(draft.shipper.account);
  const day = pickupDay(journey.from, draft.labelAt, second);
  const closeAt = instantOf(place(journey.from).zone, day, second);
  const odds = { isHome: journey.isHome, crossesBorder: draft.shipper.country !== draft.shipTo.country };
  const first = nextNumber(network, draft.shipper.account);
  let scheduledDay = day;
  const parcels = draft.parcels.map((parcel, piece): MadeParcel => {
    const departure = { labelAt: draft.labelAt, closeAt, carriesManifest: piece === 0 };
    const planned = planParcel(journey, departure, random);
    const number = (first + piece) % PACKAGE_NUMBERS;
    if (piece === 0) scheduledDay = planned.scheduledDay;
    if (draft.shipper.account === testAccount) {
      const forced = forceOutcome(planned.plan, journey, testOutcomeOf(number), random);
      return { ...parcel, number, plan: packPlan(forced) };
    }
    const incident = luck === 'drawn' ? drawIncident(random, odds) : null;
    const plan = incident === null ? planned.plan : meet(planned.plan, journey, incident, random);
    return { ...parcel, number, plan: packPlan(plan) };
  });
  return { pickupDay: day, scheduledDay, parcels };
}

/** The local second at which a shipper ends its day: one of sixty minutes from 16:45 on, by its account. */
export function closeSecond(account: string): number {
  return EARLIEST_CLOSE_SECOND + (sumOf(account) % 60) * 60;
}

/** Package numbers of an account follow one another from a start of its own. */
function nextNumber(network: Network, account: string): number {
  const issued = network.issued.get(account);
  return issued === undefined ? 100_000 + sumOf(account) * 1009 : issued.first + issued.parcels.length;
}

function sumOf(account: string): number {
  return [...account].reduce((sum, letter, place) => sum + letter.charCodeAt(0) * (place + 1), 0);
}

const directories = new WeakMap<Network['parties'], Map<string, number>>();

/** The number of a party; one that is not known yet is put on the list to be recorded. */
function numberOf(network: Network, party: PlacedParty, listed: PartyListed[]): number {
  const directory = directoryOf(network);
  const key = keyOf(party);
  const known = directory.get(key);
  if (known !== undefined) return known;
  const number = network.parties.length + listed.length;
  directory.set(key, number);
  listed.push({ type: 'party-listed', party });
  return number;
}

function directoryOf({ parties }: Network): Map<string, number> {
  const known = directories.get(parties);
  if (known !== undefined) return known;
  const directory = new Map(parties.map((party, number) => [keyOf(party), number]));
  directories.set(parties, directory);
  return directory;
}

function keyOf({ name, line1, line2, attention, phone, postalCode, account }: PlacedParty): string {
  return [name, attention, line1, line2, postalCode, phone, account].join('|');
}
