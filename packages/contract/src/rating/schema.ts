import { type Static, Type } from 'typebox';
import { RateRequestBody } from './schema/rate-request.ts';
import { RateResponseBody } from './schema/rate-response.ts';

/** A shipment to be rated, for one service or for all of the lane, as the path says. */
export const RateRequest = Type.Object({
  RateRequest: RateRequestBody,
});

/** Rated shipments in their strict form: every node that can repeat is an array. */
export const RateResponse = Type.Object({
  RateResponse: RateResponseBody,
});

/** See the schema of the same name. */
export type RateRequest = Static<typeof RateRequest>;
/** See the schema of the same name. */
export type RateResponse = Static<typeof RateResponse>;
