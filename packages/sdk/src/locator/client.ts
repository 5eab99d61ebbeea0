import type { LocatorRequest, LocatorResponse } from '@lading/contract/locator/schema';
import { search } from '@lading/contract/locator/wire';
import { refuseFailure } from '../business-error.ts';
import type { CallOptions, Carrier } from '../carrier.ts';
import { within } from '../json.ts';

/** What is looked for, as the carrier numbers it. */
export type LocatorSubject = (typeof search.parameters)[0]['values'][number];

/** What one search does otherwise than its client. */
export interface LocatorOptions extends CallOptions<(typeof search.versions)[number]> {
  /**
   * `1` locations (absent means this), `64` UPS Access Point locations; `8` additional services, `16` programs,
   * `32` kinds of retail locations, and sums of these three for several lists at once.
   */
  readonly subject?: LocatorSubject;
  /** Language and country of the texts, such as `fr_CA`; absent means `en_US`. */
  readonly locale?: string;
}

/** Where parcels can be dropped off or picked up. */
export interface LocatorClient {
  /**
   * Locations near an address, a landmark or a telephone number, nearest first; or what locations can offer.
   *
   * @throws CarrierFault also for failures that the carrier sends inside a 200.
   */
  search(request: LocatorRequest, options?: LocatorOptions): Promise<LocatorResponse>;
}

/** The locator member of a client. */
export function createLocatorClient(carrier: Carrier): LocatorClient {
  return {
    search: async (document, { subject = '1', locale, ...options } = {}) => {
      const ask = { places: { reqOption: subject }, query: { Locale: locale }, document };
      const answer = await carrier.raw(search, ask, options);
      const read = carrier.read(search, answer);
      refuseFailure(within(read, 'LocatorResponse'), answer);
      return read as unknown as LocatorResponse;
    },
  };
}
