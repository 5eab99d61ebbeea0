import { type Static, Type } from 'typebox';
import { LocatorRequestBody } from './schema/locator-request.ts';
import { LocatorResponseBody } from './schema/locator-response.ts';

/** A search for locations near an address, a point or by identifier. */
export const LocatorRequest = Type.Object({
  LocatorRequest: LocatorRequestBody,
});

/** Locations, candidates for an unclear place, or what locations can offer. */
export const LocatorResponse = Type.Object({
  LocatorResponse: LocatorResponseBody,
});

/** See the schema of the same name. */
export type LocatorRequest = Static<typeof LocatorRequest>;
/** See the schema of the same name. */
export type LocatorResponse = Static<typeof LocatorResponse>;
