import { validateCity } from '@lading/carrier/address-city/rules';
import { type Classification, classify } from '@lading/carrier/address-street/classify';
import { parseStreet } from '@lading/carrier/address-street/parse';
import {
  type StreetAnswer,
  type StreetCandidate,
  validateStreet,
} from '@lading/carrier/address-street/rules';
import { provinceCode } from '@lading/carrier/places/states';
import { addressStreetErrors as errors } from '@lading/contract/address-street/codes';
import { facts } from '@lading/contract/address-street/facts';
import { validate } from '@lading/contract/address-street/wire';
import { valueUnder } from '@lading/contract/stated';
import type { PlacesShelf } from '../address-city/store.ts';
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
import { limitsOf } from '../world/settings.ts';
import { classOf, placeMembers, responseOf } from './answer.ts';
import { askedOf } from './asked.ts';
import { refuseFields } from './fields.ts';
import { basisNotes, notes } from './notes.ts';
import type { AskedAddress } from './request.ts';
import type { StreetShelf } from './store.ts';

/** What the operation answers from. */
export interface StreetShelves {
  readonly places: PlacesShelf;
  readonly streets: StreetShelf;
}

/** `POST /api/addressvalidation/{version}/{requestoption}`: validates (1), classifies (2), or both (3). */
export function addressStreetOperations(shelves: StreetShelves): readonly RegisteredOperation[] {
  return [operation(validate, (context, request) => answer(shelves, context, request))];
}

async function answer(
  shelves: StreetShelves,
  context: Context,
  request: NormalisedRequest,
): Promise<Outcome> {
  const read = askedOf(context, request, refuseRequest);
  if ('refused' in read) return read;
  const { address: asked, cap } = read;
  const option = optionOf(request);
  if (asked.country === 'CA') return { body: classifyCanadian(context, asked) };
  const found = await validated(shelves, asked, cap);
  context.note(...basisNotes[found.basis]);
  if (found.candidates.length > 0) context.note(notes.extension, 'invented');
  if (option !== '1') context.note(notes.classification, 'invented');
  const candidates = option === '2' ? [] : found.candidates.map((one) => candidateOf(one, asked, option));
  return {
    body: responseOf(asked, found.match, {
      ...(option === '1' ? {} : { classification: found.classification }),
      candidates,
    }),
  };
}

function optionOf({ params }: NormalisedRequest): string {
  return params.requestoption ?? '';
}

/** In the order in which the real service looks: the option, the fields, the country, the address. */
function refuseRequest({ world }: Context, request: NormalisedRequest, asked: AskedAddress): Refusal | null {
  const option = optionOf(request);
  if (!['1', '2', '3'].includes(option)) return refuse(errors.requestOptionInvalid);
  const fields = refuseFields(request.body);
  if (fields !== null) return fields;
  const served = option === '2' ? facts.classifiedCountryCodes : facts.countryCodes;
  const isServed = (valueUnder<readonly string[]>(served, world.rules) ?? []).includes(asked.country);
  const isPuertoRico = option === '2' && asked.country === 'PR';
  if (!isServed && !isPuertoRico) return refuse(errors.countryNotServed);
  if (asked.lines.length === 0) return refuse(errors.addressMissing);
  const limits = limitsOf(world, 'address-street');
  const isKnown = limits?.onlyStates.value.some((state) => state === asked.state) ?? true;
  return isKnown || asked.country === 'CA' || limits === undefined ? null : refuse(limits.stateRefused);
}

/** Only the streets of the postal codes that may be meant are loaded. */
async function validated(
  { places: loadPlaces, streets }: StreetShelves,
  asked: AskedAddress,
  cap: number,
): Promise<StreetAnswer> {
  const places = await loadPlaces();
  const bank = await streets.bankFor(() => {
    const near = validateCity(places, asked, Math.max(cap, 1)).candidates;
    return [asked.postalCode ?? '', ...near.map(({ lowEnd }) => lowEnd)];
  });
  const country = asked.country === 'PR' ? 'PR' : 'US';
  return validateStreet({ places, streets: bank }, { ...asked, country }, cap);
}

function candidateOf(
  { lines, classification, ...place }: StreetCandidate,
  asked: AskedAddress,
  option: string,
): JsonObject {
  return {
    AddressClassification: option === '3' ? classOf(classification) : undefined,
    AddressKeyFormat: { AddressLine: lines, ...placeMembers(place, asked) },
  };
}

/** Canadian addresses are classified but not validated (guide): what parses in a province has a class. */
function classifyCanadian({ note }: Context, asked: AskedAddress): JsonObject {
  note(notes.classification, 'invented');
  const street = parseStreet(asked.lines, 'CA');
  const isCanadian = asked.state === null || provinceCode(asked.state) !== null;
  const classification: Classification =
    street === null || !isCanadian
      ? 'unclassified'
      : classify(street, asked.consignee, asked.postalCode ?? '');
  return responseOf(asked, classification === 'unclassified' ? 'none' : 'valid', { classification });
}
