import type { RateRequest, RateResponse } from '@lading/contract/rating/schema';
import { rate } from '@lading/contract/rating/wire';
import type { CallOptions, Carrier } from '../carrier.ts';

/** What one call does otherwise than its client. */
export type RatingOptions = CallOptions<(typeof rate.versions)[number]>;

/** What shipments cost. Amounts are text with a point before the decimals, each beside its currency. */
export interface RatingClient {
  /**
   * The price of the service that the request names.
   *
   * @example
   * const { RateResponse } = await ups.rating.rate(request);
   * const [rated] = RateResponse.RatedShipment;
   * console.log(rated?.TotalCharges.MonetaryValue, rated?.TotalCharges.CurrencyCode);
   * @throws CarrierFault
   */
  rate(request: RateRequest, options?: RatingOptions): Promise<RateResponse>;
  /**
   * The prices of all services on the lane, one element of `RatedShipment` each.
   *
   * @throws CarrierFault
   */
  shop(request: RateRequest, options?: RatingOptions): Promise<RateResponse>;
  /**
   * Price and days in transit of the service that the request names, in `TimeInTransit`.
   *
   * @throws CarrierFault
   */
  rateWithTransit(request: RateRequest, options?: RatingOptions): Promise<RateResponse>;
  /**
   * Prices and days in transit of all services on the lane.
   *
   * @throws CarrierFault
   */
  shopWithTransit(request: RateRequest, options?: RatingOptions): Promise<RateResponse>;
}

type RequestOption = (typeof rate.parameters)[0]['values'][number];

/** The rating member of a client. */
export function createRatingClient(carrier: Carrier): RatingClient {
  const ask =
    (requestoption: RequestOption, additionalinfo?: 'timeintransit') =>
    (document: RateRequest, options?: RatingOptions) =>
      carrier.call<RateResponse>(
        rate,
        { places: { requestoption }, query: { additionalinfo }, document },
        options,
      );
  return {
    rate: ask('Rate'),
    shop: ask('Shop'),
    rateWithTransit: ask('Ratetimeintransit', 'timeintransit'),
    shopWithTransit: ask('Shoptimeintransit', 'timeintransit'),
  };
}
