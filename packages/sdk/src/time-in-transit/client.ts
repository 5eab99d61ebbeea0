import type { TimeInTransitRequest, TimeInTransitResponse } from '@lading/contract/time-in-transit/schema';
import { services } from '@lading/contract/time-in-transit/wire';
import type { CallOptions, Carrier } from '../carrier.ts';

/** How long parcels travel. */
export interface TimeInTransitClient {
  /**
   * The services between two places with their days: business days in transit, day and time of delivery, until
   * when to hand over. Dates are `YYYY-MM-DD`, times `HH:MM:SS`, local to the place. Candidates where a place is
   * ambiguous.
   *
   * @throws CarrierFault
   */
  services(
    request: TimeInTransitRequest,
    options?: CallOptions<(typeof services.versions)[number]>,
  ): Promise<TimeInTransitResponse>;
}

/** The time in transit member of a client. */
export function createTimeInTransitClient(carrier: Carrier): TimeInTransitClient {
  return { services: (document, options) => carrier.call(services, { document }, options) };
}
