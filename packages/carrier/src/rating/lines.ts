import type { SurchargeName } from './data/surcharge-amounts.ts';

/** One line of a price. */
export interface ChargeLine {
  /** The carrier's code of the charge; empty for the base rate. */
  readonly code: string;
  /** The carrier's second word on it, as `Rural`. */
  readonly subType?: string | undefined;
  readonly cents: number;
  /** Place of the parcel it belongs to, from 0; null where it is the whole shipment's. */
  readonly parcel: number | null;
  /** Whether it counts as transportation rather than as an option. */
  readonly isTransportation: boolean;
  /** Whether fuel is reckoned on it. */
  readonly carriesFuel: boolean;
  readonly rule: LineRule;
}

/** Which rule made a line, and from what. */
export interface LineRule {
  readonly name: RuleName;
  readonly from: Readonly<Record<string, string | number>>;
}

export type RuleName =
  | 'base-rate'
  | 'simple-rate'
  | 'freight-class'
  | 'fuel'
  | 'declared-value'
  | 'demand'
  | `amount ${SurchargeName}`;
