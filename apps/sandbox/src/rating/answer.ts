import type { ChargeLine } from '@lading/carrier/rating/lines';
import { sumOf } from '@lading/carrier/rating/money';
import type { Price, Quote } from '@lading/carrier/rating/rules';
import type { BilledWeight } from '@lading/carrier/rating/weights';
import type { Transit } from '@lading/carrier/time-in-transit/rules';
import type { JsonObject } from '../registry.ts';
import type { Profile } from '../world/settings.ts';
import { alertsOf } from './alerts.ts';
import { chartCodes } from './options.ts';
import type { AskedRate } from './request.ts';
import { guaranteeOf, timesOf } from './times.ts';

/** Members that came with a later version of the request. */
const SINCE = { items: 1601, packageItems: 1607, base: 1701, negotiatedBase: 2201, zone: 2409 } as const;
const unitWords = { LBS: 'Pounds', KGS: 'Kilograms' } as const;
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
  const { published, currency, billed } = quote;
  const isWhole = published.lines[0]?.parcel === null;
  const method = isWhole ? BY_SHIPMENT : BY_PACKAGE;
  return {
    Service: { Code: quote.service, ...(profile === 'published' ? {} : { Description: '' }) },
    RateChart: chartCodes[question.chart],
    ...(subVersion >= SINCE.zone ? { Zone: quote.zone } : {}),
    RatedShipmentAlert: alertsOf(quote),
    RatingMethod: method,
    BillableWeightCalculationMethod: method,
    BillingWeight: weightOf(billed),
    TransportationCharges: money(currency, sumOf(centsOf(published.lines, isTransportation))),
    ...(subVersion >= SINCE.base
      ? { BaseServiceCharge: money(currency, sumOf(centsOf(published.lines, isBase))) }
      : {}),
    ...itemized(published.lines.filter(isOfShipment), currency, subVersion >= SINCE.items),
    ServiceOptionsCharges: money(currency, sumOf(centsOf(published.lines, isOption))),
    ...taxesOf(published),
    TotalCharges: money(currency, published.totalCents),
    ...taxedTotal(published, currency),
    ...(quote.negotiated === null
      ? {}
      : { NegotiatedRateCharges: negotiated(quote.negotiated, currency, subVersion) }),
    RatedPackage: question.parcels.map((_parcel, index) => ratedPackage(asked, quote, index)),
    ...(transit === null || quote.service === STANDARD
      ? {}
      : { GuaranteedDelivery: guaranteeOf(asked, transit) }),
    ...(transit === null || !wantsTimes ? {} : { TimeInTransit: timesOf(asked, transit) }),
  };
}

function negotiated(price: Price, currency: string, subVersion: number): JsonObject {
  return {
    ...(subVersion >= SINCE.negotiatedBase
      ? { BaseServiceCharge: [money(currency, sumOf(centsOf(price.lines, isBase)))] }
      : {}),
    ...itemized(price.lines.filter(isOfShipment), currency, subVersion >= SINCE.items),
    ...taxesOf(price),
    TotalCharge: money(currency, price.totalCents),
    ...taxedTotal(price, currency),
  };
}

function ratedPackage({ subVersion, question }: AskedRate, quote: Quote, index: number): JsonObject {
  const { currency, published } = quote;
  const billing = quote.billings[index];
  const lines = published.lines.filter(({ parcel }) => parcel === index);
  const agreed = quote.negotiated?.lines.filter(({ parcel }) => parcel === index) ?? [];
  const simpleRate = question.parcels[index]?.simpleRate;
  return {
    ...(subVersion >= SINCE.base
      ? { BaseServiceCharge: money(currency, sumOf(centsOf(lines, isBase))) }
      : {}),
    TransportationCharges: money(currency, sumOf(centsOf(lines, isTransportation))),
    ServiceOptionsCharges: money(currency, sumOf(centsOf(lines, isOption))),
    TotalCharges: money(currency, sumOf(lines.map(({ cents }) => cents))),
    ...(billing === undefined
      ? {}
      : { Weight: tenthsText(billing.actual), BillingWeight: weightOf(billing.billed) }),
    ...itemized(lines, currency, subVersion >= SINCE.packageItems),
    ...(agreed.length === 0 || subVersion < SINCE.packageItems
      ? {}
      : { NegotiatedCharges: itemized(agreed, currency, true) }),
    ...(simpleRate === undefined ? {} : { SimpleRate: { Code: simpleRate } }),
  };
}

function itemized(lines: readonly ChargeLine[], currency: string, isWanted: boolean): JsonObject {
  const items = lines.filter(({ code }) => code !== '');
  if (!isWanted || items.length === 0) return {};
  return {
    ItemizedCharges: items.map(({ code, cents, subType }) => ({
      Code: code,
      ...money(currency, cents),
      ...(subType === undefined ? {} : { SubType: subType }),
    })),
  };
}

function taxesOf({ taxes }: Price): JsonObject {
  if (taxes.length === 0) return {};
  return { TaxCharges: taxes.map(({ type, cents }) => ({ Type: type, MonetaryValue: amount(cents) })) };
}

function taxedTotal({ taxes, totalCents }: Price, currency: string): JsonObject {
  if (taxes.length === 0) return {};
  return { TotalChargesWithTaxes: money(currency, totalCents + sumOf(taxes.map(({ cents }) => cents))) };
}

type Kind = (line: ChargeLine) => boolean;
const isBase: Kind = ({ code }) => code === '';
const isTransportation: Kind = (line) => line.isTransportation;
const isOption: Kind = (line) => !line.isTransportation;
const isOfShipment: Kind = ({ parcel }) => parcel === null;

function centsOf(lines: readonly ChargeLine[], kind: Kind): number[] {
  return lines.filter(kind).map(({ cents }) => cents);
}

function weightOf(weight: BilledWeight): JsonObject {
  const { unit } = weight;
  return { UnitOfMeasurement: { Code: unit, Description: unitWords[unit] }, Weight: tenthsText(weight) };
}

function tenthsText({ tenths }: BilledWeight): string {
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
}

function money(currency: string, cents: number): JsonObject {
  return { CurrencyCode: currency, MonetaryValue: amount(cents) };
}

/** Recorded answers say the service's words with an empty text, which the carrier's file does not allow. */
export function emptyWords({ profile }: Pick<AskedRate, 'profile'>): JsonObject {
  return profile === 'observed' ? { Description: '' } : {};
}

/** Cents as the carrier writes an amount: `15.33`. */
export function amount(cents: number): string {
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
}
