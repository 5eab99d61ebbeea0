import { sumOf } from '@lading/carrier/rating/money';
import type { Price, Quote } from '@lading/carrier/rating/rules';
import type { Transit } from '@lading/carrier/time-in-transit/rules';
import type { JsonObject } from '../registry.ts';
import type { Profile } from '../world/settings.ts';
import { alertsOf } from './alerts.ts';
import {
  amount,
  byParcel,
  itemized,
  type LinesByParcel,
  money,
  sumsOf,
  tenthsText,
  weightOf,
} from './amounts.ts';
import { chartCodes } from './options.ts';
import type { AskedRate } from './request.ts';
import { guaranteeOf, timesOf } from './times.ts';

/** Members that came with a later version of the request. */
const SINCE = { items: 1601, packageItems: 1607, base: 1701, negotiatedBase: 2201, zone: 2409 } as const;
/** Ground and Standard for which rating promises no date of its own. */
const STANDARD = '11';
const BY_SHIPMENT = '01';
const BY_PACKAGE = '02';

/** One rated shipment in the strict form. Recorded answers leave the service's words empty; the file allows none. */
export function ratedShipment(
  asked: AskedRate,
  quote: Quote,
  transit: Transit | null,
  profile: Profile,
): JsonObject {
  const { subVersion, question, wantsTimes } = asked;
  const { published, negotiated, currency } = quote;
  const method = published.lines[0]?.parcel === null ? BY_SHIPMENT : BY_PACKAGE;
  const sums = sumsOf(published.lines);
  const lines = byParcel(published, question.parcels);
  const agreed = negotiated && byParcel(negotiated, question.parcels);
  const hasDate = transit !== null && quote.service !== STANDARD;
  return {
    Service: { Code: quote.service, Description: profile === 'published' ? undefined : '' },
    RateChart: chartCodes[question.chart],
    Zone: subVersion >= SINCE.zone ? quote.zone : undefined,
    RatedShipmentAlert: alertsOf(quote),
    RatingMethod: method,
    BillableWeightCalculationMethod: method,
    BillingWeight: weightOf(quote.billed),
    TransportationCharges: money(currency, sums.transportation),
    BaseServiceCharge: subVersion >= SINCE.base ? money(currency, sums.base) : undefined,
    ItemizedCharges: subVersion >= SINCE.items ? itemized(lines.shipment, currency) : undefined,
    ServiceOptionsCharges: money(currency, sums.options),
    TaxCharges: taxesOf(published),
    TotalCharges: money(currency, published.totalCents),
    TotalChargesWithTaxes: taxedTotal(published, currency),
    NegotiatedRateCharges:
      negotiated && agreed ? negotiatedCharges(asked, quote, negotiated, agreed) : undefined,
    RatedPackage: ratedPackages(asked, quote, lines, agreed),
    GuaranteedDelivery: hasDate ? guaranteeOf(asked, transit) : undefined,
    TimeInTransit: transit !== null && wantsTimes ? timesOf(asked, transit) : undefined,
  };
}

function negotiatedCharges(
  { subVersion }: AskedRate,
  { currency }: Quote,
  price: Price,
  lines: LinesByParcel,
): JsonObject {
  return {
    BaseServiceCharge:
      subVersion >= SINCE.negotiatedBase ? [money(currency, sumsOf(price.lines).base)] : undefined,
    ItemizedCharges: subVersion >= SINCE.items ? itemized(lines.shipment, currency) : undefined,
    TaxCharges: taxesOf(price),
    TotalCharge: money(currency, price.totalCents),
    TotalChargesWithTaxes: taxedTotal(price, currency),
  };
}

function ratedPackages(
  { subVersion, question }: AskedRate,
  { currency, billings }: Quote,
  published: LinesByParcel,
  negotiated: LinesByParcel | null,
): readonly JsonObject[] {
  const isItemized = subVersion >= SINCE.packageItems;
  return question.parcels.map(({ simpleRate }, index) => {
    const billing = billings[index];
    const lines = published.parcels[index] ?? [];
    const agreed = negotiated?.parcels[index] ?? [];
    const sums = sumsOf(lines);
    return {
      BaseServiceCharge: subVersion >= SINCE.base ? money(currency, sums.base) : undefined,
      TransportationCharges: money(currency, sums.transportation),
      ServiceOptionsCharges: money(currency, sums.options),
      TotalCharges: money(currency, sums.total),
      Weight: billing && tenthsText(billing.actual),
      BillingWeight: billing && weightOf(billing.billed),
      ItemizedCharges: isItemized ? itemized(lines, currency) : undefined,
      NegotiatedCharges:
        isItemized && agreed.length > 0 ? { ItemizedCharges: itemized(agreed, currency) } : undefined,
      SimpleRate: simpleRate === undefined ? undefined : { Code: simpleRate },
    };
  });
}

function taxesOf({ taxes }: Price): readonly JsonObject[] | undefined {
  if (taxes.length === 0) return undefined;
  return taxes.map(({ type, cents }) => ({ Type: type, MonetaryValue: amount(cents) }));
}

function taxedTotal({ taxes, totalCents }: Price, currency: string): JsonObject | undefined {
  if (taxes.length === 0) return undefined;
  return money(currency, totalCents + sumOf(taxes.map(({ cents }) => cents)));
}
