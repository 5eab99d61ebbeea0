import { currencyFactorsBps } from './data/revisions.ts';
import { type SurchargeName, surchargeAmounts } from './data/surcharge-amounts.ts';
import { inForce } from './dated.ts';
import type { ChargeLine } from './lines.ts';
import { shareOf, WHOLE_BPS } from './money.ts';
import type { RatedService } from './services.ts';
import type { RatedQuestion } from './shipment.ts';
import type { Billing } from './weights.ts';

/** A shipment on its way to a price by one service: what every surcharge may look at. */
export interface Rated {
  readonly question: RatedQuestion;
  readonly service: RatedService;
  readonly zone: string;
  readonly currency: string;
  readonly billings: readonly Billing[];
}

/** How a line differs from an ordinary option: its parcel, its second word, whether fuel goes on it, how often. */
export interface LineTraits {
  readonly parcel?: number;
  readonly subType?: string;
  readonly carriesFuel?: boolean;
  readonly isTransportation?: boolean;
  readonly times?: number;
}

/** The line of a surcharge with an amount of its own on that day. */
export function lineOf(rated: Rated, code: string, name: SurchargeName, traits: LineTraits = {}): ChargeLine {
  const each = amountOf(rated, name);
  const times = traits.times ?? 1;
  return {
    code,
    subType: traits.subType,
    cents: each * times,
    parcel: traits.parcel ?? null,
    isTransportation: traits.isTransportation ?? false,
    carriesFuel: traits.carriesFuel ?? false,
    rule: { name: `amount ${name}`, from: times === 1 ? {} : { each, times } },
  };
}

/** Zones 51 to 56 and 901 to 909: rated over the weight of the whole shipment rather than parcel by parcel. */
export function isAcrossBorders({ zone }: Rated): boolean {
  return zone.startsWith('9') || zone.startsWith('05');
}

/** What a surcharge costs on the shipment's day, in its currency. */
export function amountOf({ question, currency }: Rated, name: SurchargeName): number {
  return inCurrency(inForce(surchargeAmounts[name], question.day), currency);
}

/** Cents of the dollar in cents of the currency. */
export function inCurrency(cents: number, currency: string): number {
  return shareOf(cents, currencyFactorsBps[currency] ?? WHOLE_BPS);
}
