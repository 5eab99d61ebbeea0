import { canadianTaxes } from './data/tax-rates.ts';
import type { Lane } from './lane.ts';
import { shareOf } from './money.ts';

/** A sales tax on a price. */
export interface TaxCharge {
  /** GST, HST, QST … */
  readonly type: string;
  readonly cents: number;
}

/** Sales taxes on what a shipment within Canada costs, by the destination's province; none elsewhere in the model. */
export function taxesOn(cents: number, { from, to }: Lane): readonly TaxCharge[] {
  if (from.country !== 'CA' || to.country !== 'CA') return [];
  return (canadianTaxes[to.state] ?? []).map(({ type, bps }) => ({ type, cents: shareOf(cents, bps) }));
}
