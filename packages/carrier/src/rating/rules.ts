import { baseCharges, billedTogether, underContract } from './base-charges.ts';
import { fuelLines } from './fuel.ts';
import { currencyOf } from './lane.ts';
import type { ChargeLine } from './lines.ts';
import { sumOf } from './money.ts';
import { parcelSurcharges } from './parcel-surcharges.ts';
import type { Rated } from './priced.ts';
import { type RatedService, servicesOf } from './services.ts';
import type { Contract, RatedQuestion } from './shipment.ts';
import { shipmentSurcharges } from './shipment-surcharges.ts';
import type { LoadedRates } from './tariff.ts';
import { type TaxCharge, taxesOn } from './taxes.ts';
import {
  type BilledWeight,
  type Billing,
  billedUnitOf,
  billingOf,
  type PassedLimit,
  passedLimit,
} from './weights.ts';
import type { ZoneCharts } from './zone-charts.ts';
import { zoneOf } from './zones.ts';

/** Tables that a user loaded; where they are silent, the model answers. */
export interface RatingTables {
  readonly zoneCharts?: ZoneCharts;
  readonly rates?: readonly LoadedRates[];
}

/** What a shipment costs by one service. */
export interface Quote {
  readonly service: RatedService;
  /** Three digits. */
  readonly zone: string;
  /** ISO 4217, the origin's. */
  readonly currency: string;
  readonly billed: BilledWeight;
  readonly billings: readonly Billing[];
  readonly published: Price;
  /** Present where a contract was given. */
  readonly negotiated: Price | null;
}

/** A price with all its lines; `totalCents` is their sum, taxes come on top. */
export interface Price {
  readonly lines: readonly ChargeLine[];
  readonly totalCents: number;
  readonly taxes: readonly TaxCharge[];
}

/** Why there is no price. */
export type NoQuote =
  | { readonly reason: 'limit'; readonly parcel: number; readonly limit: PassedLimit }
  | { readonly reason: 'no-service' }
  | { readonly reason: 'no-rate' };

/**
 * What a shipment costs by a service: published, and under a contract where one is given. A model, never the carrier's
 * price, except where loaded tables answer. Money in whole cents; every line says which rule made it.
 */
export function quote(
  question: RatedQuestion,
  service: RatedService,
  contract: Contract | null = null,
  tables: RatingTables = {},
): Quote | NoQuote {
  const weighed = weigh(question);
  if ('reason' in weighed) return weighed;
  if (!servicesOf(question.lane).includes(service)) return { reason: 'no-service' };
  return quoteOffered(question, weighed, service, contract, tables);
}

/** What it costs by every service of the lane that has a rate for it, the quickest first. */
export function quotes(
  question: RatedQuestion,
  contract: Contract | null = null,
  tables: RatingTables = {},
): readonly Quote[] {
  const weighed = weigh(question);
  if ('reason' in weighed) return [];
  return servicesOf(question.lane)
    .map((service) => quoteOffered(question, weighed, service, contract, tables))
    .filter(isQuote);
}

export function isQuote(found: Quote | NoQuote): found is Quote {
  return 'published' in found;
}

function quoteOffered(
  question: RatedQuestion,
  billings: readonly Billing[],
  service: RatedService,
  contract: Contract | null,
  tables: RatingTables,
): Quote | NoQuote {
  const zone = zoneOf(question.lane, service, tables.zoneCharts);
  if (zone === null) return { reason: 'no-service' };
  const rated = { question, service, zone, currency: currencyOf(question.lane.from), billings };
  const base = baseCharges(rated, tables.rates ?? []);
  if (base === null) return { reason: 'no-rate' };
  const lines = [...base, ...surchargesOf(rated)];
  return {
    service,
    zone,
    currency: rated.currency,
    billed: billedTogether(rated),
    billings,
    published: priceOf(rated, lines, null),
    negotiated: contract === null ? null : priceOf(rated, lines, contract),
  };
}

/** What each parcel is billed for, the same by every service; or the limit that one of them passes. */
function weigh(question: RatedQuestion): readonly Billing[] | NoQuote {
  return passedLimits(question) ?? billingsOf(question);
}

function passedLimits({ lane, parcels, day, isFreight }: RatedQuestion): NoQuote | null {
  if (isFreight === true) return null;
  const unit = billedUnitOf(lane.from);
  for (const [parcel, measures] of parcels.entries()) {
    const limit = passedLimit(measures, unit, day);
    if (limit !== null) return { reason: 'limit', parcel, limit };
  }
  return null;
}

function billingsOf({ lane, parcels, day, chart }: RatedQuestion): readonly Billing[] {
  const unit = billedUnitOf(lane.from);
  const kind = chart === 'retail' ? 'retail' : 'daily';
  return parcels.map((parcel) => billingOf(parcel, unit, day, kind));
}

function surchargesOf(rated: Rated): ChargeLine[] {
  const lines = shipmentSurcharges(rated);
  for (const [index, parcel] of rated.question.parcels.entries())
    lines.push(...parcelSurcharges(rated, parcel, index));
  return lines;
}

/** Fuel is reckoned on what is left after discounts, and may be discounted itself. */
function priceOf(rated: Rated, published: readonly ChargeLine[], contract: Contract | null): Price {
  const agreed = (lines: readonly ChargeLine[]) => underContract(rated, lines, contract);
  const lines = agreed(published);
  const all = [...lines, ...agreed(fuelLines(rated, lines))];
  const totalCents = sumOf(all.map(({ cents }) => cents));
  const taxes = rated.question.wantsTaxes === true ? taxesOn(totalCents, rated.question.lane) : [];
  return { lines: all, totalCents, taxes };
}
