import type { ChargeLine } from '@lading/carrier/rating/lines';
import type { Price } from '@lading/carrier/rating/rules';
import type { BilledWeight } from '@lading/carrier/rating/weights';
import type { JsonObject } from '../registry.ts';

const unitWords = { LBS: 'Pounds', KGS: 'Kilograms' } as const;

/** What lines come to in cents, by the members that say it. */
export interface Sums {
  readonly base: number;
  readonly transportation: number;
  readonly options: number;
  readonly total: number;
}

/** The base rate is the line without a code; transportation holds it too. */
export function sumsOf(lines: readonly ChargeLine[]): Sums {
  let [base, transportation, options] = [0, 0, 0];
  for (const { code, cents, isTransportation } of lines) {
    if (code === '') base += cents;
    if (isTransportation) transportation += cents;
    else options += cents;
  }
  return { base, transportation, options, total: transportation + options };
}

/** Lines by what they are charged for. */
export interface LinesByParcel {
  readonly shipment: readonly ChargeLine[];
  readonly parcels: readonly (readonly ChargeLine[])[];
}

/** The lines of the shipment as a whole and those of each of its parcels, each in the order of the price. */
export function byParcel({ lines }: Price, rated: readonly unknown[]): LinesByParcel {
  const shipment: ChargeLine[] = [];
  const parcels = rated.map((): ChargeLine[] => []);
  for (const line of lines) (line.parcel === null ? shipment : parcels[line.parcel])?.push(line);
  return { shipment, parcels };
}

/** The lines with a code of their own; undefined where there are none. */
export function itemized(lines: readonly ChargeLine[], currency: string): readonly JsonObject[] | undefined {
  const items = lines.filter(({ code }) => code !== '');
  if (items.length === 0) return undefined;
  return items.map(({ code, cents, subType }) => ({
    Code: code,
    CurrencyCode: currency,
    MonetaryValue: amount(cents),
    SubType: subType,
  }));
}

export function weightOf(weight: BilledWeight): JsonObject {
  const { unit } = weight;
  return { UnitOfMeasurement: { Code: unit, Description: unitWords[unit] }, Weight: tenthsText(weight) };
}

export function tenthsText({ tenths }: BilledWeight): string {
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
}

export function money(currency: string, cents: number): JsonObject {
  return { CurrencyCode: currency, MonetaryValue: amount(cents) };
}

/** Cents as the carrier writes an amount: `15.33`. */
export function amount(cents: number): string {
  const part = cents % 100;
  return `${Math.floor(cents / 100)}.${part < 10 ? '0' : ''}${part}`;
}
