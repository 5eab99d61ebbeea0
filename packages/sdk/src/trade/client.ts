import type { LandedCostRequest, LandedCostResponse } from '@lading/contract/trade/schema';
import { landedCost } from '@lading/contract/trade/wire';
import type { CallOptions, Carrier } from '../carrier.ts';

/** What one quote does otherwise than its client. */
export interface LandedCostOptions extends CallOptions<(typeof landedCost.versions)[number]> {
  /** The account that asks, where the token acts for several. */
  readonly accountNumber?: string;
}

/** What goods cost beyond their price. */
export interface TradeClient {
  /**
   * Duties, taxes and fees of goods on a lane, by item and in all, in the currency that the request names.
   *
   * @throws CarrierFault
   */
  landedCost(request: LandedCostRequest, options?: LandedCostOptions): Promise<LandedCostResponse>;
}

/** The trade member of a client. */
export function createTradeClient(carrier: Carrier): TradeClient {
  return {
    landedCost: (document, { accountNumber, ...options } = {}) =>
      carrier.call(landedCost, { headers: { accountnumber: accountNumber }, document }, options),
  };
}
