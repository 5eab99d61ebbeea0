import type {
  PickupCancelResponse,
  PickupCreationRequest,
  PickupCreationResponse,
  PickupPendingStatusResponse,
  PickupPoliticalDivisionsResponse,
  PickupRateRequest,
  PickupRateResponse,
  PickupServiceCenterRequest,
  PickupServiceCenterResponse,
} from '@lading/contract/pickup/schema';
import { cancel, centers, create, divisions, pending, rate } from '@lading/contract/pickup/wire';
import type { CallOptions, Carrier } from '../carrier.ts';
import { doubts } from './doubts.ts';

/** `oncall`, `smart` or `both`. */
export type PickupType = (typeof rate.parameters)[0]['values'][number];

/** What one call about a kind of pick-up does otherwise than its client. */
export interface PickupTypeOptions extends CallOptions<(typeof rate.versions)[number]> {
  /** Absent means `oncall`. */
  readonly type?: PickupType;
}

/** What one call does otherwise than its client. */
export type PickupOptions = CallOptions<(typeof create.versions)[number]>;

/** Pick-ups on demand. */
export interface PickupClient {
  /**
   * What a pick-up costs. Nothing is ordered.
   *
   * @throws CarrierFault
   */
  rate(request: PickupRateRequest, options?: PickupTypeOptions): Promise<PickupRateResponse>;
  /**
   * Orders a pick-up; `PRN` of the answer is its number. Never repeated by itself.
   *
   * @throws CarrierFault with outcome `unknown` when the pick-up may be ordered: its `howToLook` says how to find
   *   out.
   */
  create(request: PickupCreationRequest, options?: PickupOptions): Promise<PickupCreationResponse>;
  /**
   * Cancels the pick-up of this number; without a number the account's last one. Never repeated by itself.
   *
   * @throws CarrierFault with outcome `unknown` when the pick-up may be cancelled.
   */
  cancel(pickup?: { readonly prn?: string }, options?: PickupOptions): Promise<PickupCancelResponse>;
  /**
   * Pick-ups of an account that have not been made yet.
   *
   * @throws CarrierFault
   */
  pending(accountNumber: string, options?: PickupTypeOptions): Promise<PickupPendingStatusResponse>;
  /**
   * States, provinces or the like of a country, as the pick-up's address spells them.
   *
   * @param countryCode ISO 3166-1 alpha-2.
   * @throws CarrierFault
   */
  divisions(countryCode: string, options?: PickupOptions): Promise<PickupPoliticalDivisionsResponse>;
  /**
   * Where heavy goods can be dropped off or are picked up from.
   *
   * @throws CarrierFault
   */
  centers(request: PickupServiceCenterRequest, options?: PickupOptions): Promise<PickupServiceCenterResponse>;
}

/** `CancelBy`: the account's last pick-up, or one by its number. */
const cancelBy = { account: '01', number: '02' } as const;

/** The pick-up member of a client. */
export function createPickupClient(carrier: Carrier): PickupClient {
  return {
    rate: (document, { type = 'oncall', ...options } = {}) =>
      carrier.call(rate, { places: { pickuptype: type }, document }, options),
    create: (document, options) => carrier.call(create, { document }, options, { howToLook: doubts.create }),
    cancel: ({ prn } = {}, options = {}) => {
      const places = { CancelBy: prn === undefined ? cancelBy.account : cancelBy.number };
      return carrier.call(cancel, { places, headers: { prn } }, options, { howToLook: doubts.cancel });
    },
    pending: (accountNumber, { type = 'oncall', ...options } = {}) => {
      const ask = { places: { pickuptype: type }, headers: { accountnumber: accountNumber } };
      return carrier.call(pending, ask, options);
    },
    divisions: (countryCode, options) =>
      carrier.call(divisions, { places: { countrycode: countryCode } }, options),
    centers: (document, options) => carrier.call(centers, { document }, options),
  };
}
