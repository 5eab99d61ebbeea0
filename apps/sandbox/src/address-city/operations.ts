import { type CityCandidate, validateCity } from '@lading/carrier/address-city/rules';
import { addressCityErrors } from '@lading/contract/address-city/codes';
import { facts } from '@lading/contract/address-city/facts';
import { validate } from '@lading/contract/address-city/wire';
import { addressStreetErrors as errors } from '@lading/contract/address-street/codes';
import { valueUnder } from '@lading/contract/stated';
import { placeMembers, responseOf } from '../address-street/answer.ts';
import { askedOf } from '../address-street/asked.ts';
import { refuseFields } from '../address-street/fields.ts';
import { notes } from '../address-street/notes.ts';
import type { AskedAddress } from '../address-street/request.ts';
import {
  type Context,
  type JsonObject,
  type NormalisedRequest,
  type Outcome,
  operation,
  type Refusal,
  type RegisteredOperation,
  refuse,
} from '../registry.ts';
import type { PlacesShelf } from './store.ts';

/** Street validation's address with `regionalrequestindicator=True`: city, state and ZIP code alone. */
export function addressCityOperations(places: PlacesShelf): readonly RegisteredOperation[] {
  return [operation(validate, (context, request) => answer(places, context, request))];
}

async function answer(
  loadPlaces: PlacesShelf,
  context: Context,
  request: NormalisedRequest,
): Promise<Outcome> {
  const found = askedOf(context, request, refuseRequest);
  if ('refused' in found) return found;
  const { address: asked, cap } = found;
  const places = await loadPlaces();
  const { match, candidates } = validateCity(places, asked, cap);
  context.note(places.source === 'imported' ? notes.importedPlaces : notes.builtInPlaces, 'published');
  if (candidates.length > 0) context.note(notes.cityOnly, 'invented');
  return { body: responseOf(asked, match, { candidates: candidates.map((one) => candidateOf(one, asked)) }) };
}

function refuseRequest(
  { world }: Context,
  request: NormalisedRequest,
  { country, city, state, postalCode }: AskedAddress,
): Refusal | null {
  if (!['1', '2', '3'].includes(request.params.requestoption ?? ''))
    return refuse(errors.requestOptionInvalid);
  const fields = refuseFields(request.body);
  if (fields !== null) return fields;
  const served = valueUnder<readonly string[]>(facts.countryCodes, world.rules) ?? [];
  if (!served.includes(country)) return refuse(errors.countryNotServed);
  if (city === null && state === null && postalCode === null) return refuse(errors.addressMissing);
  if (postalCode === null || !/^0+$/.test(postalCode)) return null;
  return refuse(addressCityErrors.fieldInvalid, { field: 'PostcodePrimaryLow', value: postalCode });
}

/** The code that was asked stays where it lies inside the range. */
function candidateOf({ city, state, lowEnd, highEnd }: CityCandidate, asked: AskedAddress): JsonObject {
  const { postalCode } = asked;
  const isInside = postalCode !== null && postalCode >= lowEnd && postalCode <= highEnd;
  const place = { city, state, postalCode: isInside ? postalCode : lowEnd, extension: '' };
  return { AddressKeyFormat: placeMembers(place, asked) };
}
