import { chargesOf, currencyOfAccount } from '@lading/carrier/accounts/charges';
import { billingWeek } from '@lading/carrier/accounts/invoices';
import { visitPlan } from '@lading/carrier/network/plan';
import type { RatingTables } from '@lading/carrier/rating/rules';
import type { ShipmentDraft } from '@lading/carrier/traffic/rules';
import type { ParcelCredited } from '../accounts/facts.ts';
import { accountsStore, invoiceMoment, openWeeks, weekAndAccount } from '../accounts/store.ts';
import type { World } from '../world/world.ts';
import type { MadeParcel, ShipmentMade } from './facts.ts';
import { networkStore } from './store.ts';
import { partyAt, placeOf } from './views.ts';

type Planned = Pick<ShipmentMade, 'pickupDay' | 'parcels'>;

/**
 * What the payer of a shipment will find on its invoice. Nothing where the world does not know the payer's account, or
 * where rating has no price; a parcel that is never handed over is not charged.
 */
export function billOf(
  world: World,
  draft: ShipmentDraft,
  planned: Planned,
  tables: RatingTables,
): Pick<ShipmentMade, 'bill' | 'parcels'> {
  const { parcels } = planned;
  const payer = world.state(networkStore).accounts.get(draft.billing.account);
  if (payer === undefined) return { parcels };
  const contract = world.state(accountsStore).contracts.get(payer.number) ?? null;
  const currency = currencyOfAccount(payer.company.country);
  const charges = chargesOf(draft, planned.pickupDay, { contract, currency, tables });
  if (charges === null) return { parcels };
  return {
    bill: { currency, isInternational: draft.shipper.country !== draft.shipTo.country },
    parcels: parcels.map((parcel, place): MadeParcel => {
      const chargeCents = charges[place] ?? 0;
      return isHandedOver(parcel.plan) ? { ...parcel, chargeCents } : parcel;
    }),
  };
}

/** The charge of a parcel that is taken back; none where nobody was charged. */
export function creditOf(world: World, parcel: number): ParcelCredited[] {
  const network = world.state(networkStore);
  const cents = network.parcels.get('chargeCents', parcel);
  if (cents === 0) return [];
  const { shipment } = placeOf(network, parcel);
  const get = (name: Parameters<typeof network.shipments.get>[0]) => network.shipments.get(name, shipment);
  const [from, to] = [partyAt(network, get('shipper')), partyAt(network, get('shipTo'))];
  const account = network.texts.text(get('billAccount'));
  const week = billingWeek(get('pickupDay'));
  return [{ type: 'parcel-credited', account, week, cents, isInternational: from.country !== to.country }];
}

/** Asks for the invoices of every week for which somebody owes something. */
export function scheduleInvoices(world: World): void {
  for (const week of openWeeks(world.state(accountsStore).open)) world.schedule(invoiceMoment(week));
}

/** The same for one shipment alone, where it is the first of its week on the paying account. */
export function scheduleInvoiceOf(world: World, shipment: number): void {
  const { shipments, texts } = world.state(networkStore);
  const week = billingWeek(shipments.get('pickupDay', shipment));
  const account = texts.text(shipments.get('billAccount', shipment));
  const open = world.state(accountsStore).open.get(weekAndAccount(week, account));
  const parcels = (open?.domestic ?? 0) + (open?.international ?? 0);
  if (parcels > 0 && parcels <= shipments.get('parcelCount', shipment)) world.schedule(invoiceMoment(week));
}

function isHandedOver(plan: string): boolean {
  let isFound = false;
  visitPlan(plan, (kind) => {
    isFound = kind === 'pickup';
    return !isFound;
  });
  return isFound;
}
