import { place } from '../network/facilities.ts';
import { currencyFactorsBps } from '../rating/data/revisions.ts';
import { deliveryAreaOf } from '../rating/delivery-area.ts';
import { currencyOf, type LaneEnd } from '../rating/lane.ts';
import { splitEvenly, sumOf, WHOLE_BPS } from '../rating/money.ts';
import { isQuote, type Price, type Quote, quote, type RatingTables } from '../rating/rules.ts';
import type { Contract, RatedParcel, RatedQuestion, ShipmentOption } from '../rating/shipment.ts';
import type { ParcelDraft } from '../traffic/lots.ts';
import type { ShipmentDraft } from '../traffic/rules.ts';

/** A shipment as it is billed: what decides its price and nothing else. */
export type BilledShipment = Pick<
  ShipmentDraft,
  'service' | 'shipper' | 'shipTo' | 'parcels' | 'isMetric' | 'isDocument' | 'wantsSaturday' | 'accessorials'
>;

const LETTER = '01';
const OWN_PACKAGING = '02';

/** The currency of an account's invoices, ISO 4217: those in which the model tariff is stated. */
export function currencyOfAccount(country: string): string {
  return currencyOf({ country, state: '', postalCode: '' });
}

/**
 * What the payer of a shipment is billed for each of its parcels, in cents of the currency: the rates of the account's
 * contract, published ones without, daily pickup, sales taxes included; what the shipment pays as a whole is shared
 * out. Null where there is no price. The computation is that of rating.
 */
export function chargesOf(
  shipment: BilledShipment,
  pickupDay: number,
  terms: { readonly contract: Contract | null; readonly currency: string; readonly tables: RatingTables },
): readonly number[] | null {
  const found = quote(billedQuestion(shipment, pickupDay), shipment.service, terms.contract, terms.tables);
  return isQuote(found) ? perParcel(found, shipment.parcels.length, terms.currency) : null;
}

/** The question that rating is asked for a shipment. */
export function billedQuestion(shipment: BilledShipment, pickupDay: number): RatedQuestion {
  const { shipper, shipTo, accessorials } = shipment;
  return {
    lane: { from: endOf(shipper), to: endOf(shipTo) },
    parcels: shipment.parcels.map((parcel) => billedParcel(parcel, shipment)),
    isHome: shipTo.isHome,
    deliveryArea: deliveryAreaOf(shipTo, place(shipTo.place)),
    day: pickupDay,
    chart: 'daily',
    options: new Set<ShipmentOption>([
      ...(shipment.wantsSaturday ? (['saturday-delivery'] as const) : []),
      ...(accessorials.includes('UPScarbonneutral') ? (['carbon-neutral'] as const) : []),
      ...(accessorials.includes('DeliverToAddresseeOnlyIndicator') ? (['addressee-only'] as const) : []),
    ]),
    wantsTaxes: true,
  };
}

function endOf({ country, state, postalCode }: LaneEnd): LaneEnd {
  return { country, state, postalCode };
}

function billedParcel(parcel: ParcelDraft, shipment: BilledShipment): RatedParcel {
  const [length, width, height] = parcel.dimensions;
  const hundredths = [length * 100, width * 100, height * 100] as const;
  return {
    packaging: shipment.isDocument ? LETTER : OWN_PACKAGING,
    weight: { hundredths: parcel.weightTenths * 10, unit: shipment.isMetric ? 'KGS' : 'LBS' },
    dimensions: length === 0 ? null : { hundredths, unit: shipment.isMetric ? 'CM' : 'IN' },
    ...(parcel.declaredValue === undefined ? {} : { declaredValueCents: parcel.declaredValue.amountMinor }),
    ...(parcel.cod === undefined ? {} : { codCents: parcel.cod.amountMinor }),
    ...(parcel.isHazardous === true ? { hasHazardousMaterials: true } : {}),
    ...(shipment.accessorials.includes('ProactiveResponseIndicator') ? { isProactive: true } : {}),
  };
}

function perParcel({ published, negotiated, currency }: Quote, count: number, wanted: string): number[] {
  const price = negotiated ?? published;
  const shared = splitEvenly(sharedCents(price), count);
  return shared.map((share, index) => {
    const own = price.lines.filter(({ parcel }) => parcel === index).map(({ cents }) => cents);
    return exchanged(share + sumOf(own), currency, wanted);
  });
}

/** What belongs to no single parcel, and the taxes on everything. */
function sharedCents({ lines, taxes }: Price): number {
  const whole = lines.filter(({ parcel }) => parcel === null);
  return sumOf([...whole, ...taxes].map(({ cents }) => cents));
}

/** At the fixed rate of the model tariff, to the nearest cent. */
function exchanged(cents: number, from: string, to: string): number {
  const factor = (currency: string) => currencyFactorsBps[currency] ?? WHOLE_BPS;
  return from === to ? cents : Math.round((cents * factor(to)) / factor(from));
}
