import { stateCode } from '@lading/carrier/places/states';
import { listOf, objectOf, textOf } from '../edge/reading.ts';
import type { JsonObject, NormalisedRequest } from '../registry.ts';

/** An address as it was asked about; null where nothing was said. */
export interface AskedAddress {
  readonly country: string;
  readonly lines: readonly string[];
  readonly consignee: string;
  readonly city: string | null;
  /** Two letters, or what was written where that names no state. */
  readonly state: string | null;
  /** Five digits of a ZIP code, or what was written. */
  readonly postalCode: string | null;
  readonly urbanization: string | null;
  readonly customerContext: string | null;
}

/** Reads every form of a request; a `Region` takes the place of city, state and ZIP code (the carrier's file). */
export function readAddress({ body }: NormalisedRequest): AskedAddress {
  const request = objectOf(body, 'XAVRequest') ?? {};
  const given = objectOf(request, 'AddressKeyFormat') ?? {};
  const country = (textOf(given, 'CountryCode') ?? '').toUpperCase();
  const region = textOf(given, 'Region');
  const { city, state, postalCode } = region === undefined ? placeOf(given) : placeInRegion(region);
  const lines = listOf(given, 'AddressLine').filter((line) => typeof line === 'string');
  return {
    country,
    lines: [...lines, textOf(given, 'BuildingName') ?? ''].filter((line) => line.trim() !== ''),
    consignee: textOf(given, 'ConsigneeName') ?? '',
    city,
    state: state === null && country === 'PR' ? 'PR' : state,
    postalCode,
    urbanization: textOf(given, 'Urbanization') ?? null,
    customerContext: contextOf(request),
  };
}

type Place = Pick<AskedAddress, 'city' | 'state' | 'postalCode'>;

function placeOf(given: JsonObject): Place {
  return {
    city: textOf(given, 'PoliticalDivision2')?.trim() ?? null,
    state: stateOf(textOf(given, 'PoliticalDivision1')),
    postalCode: fiveDigits(textOf(given, 'PostcodePrimaryLow')),
  };
}

/** `ROSWELL,GA,30076-1521`, or as answers have it, `ROSWELL GA 30076-1521`. */
function placeInRegion(region: string): Place {
  const [, city = '', state = '', code = ''] =
    /^\s*([^,]*?)\s*(?:(?:,|\s)\s*([A-Za-z]{2}))?\s*(?:(?:,|\s)\s*([\d-]+))?\s*$/.exec(region) ?? [];
  if (city === '' && state === '' && code === '') return byCommas(region);
  const isCode = /^[\d-]+$/.test(city) && state === '' && code === '';
  return {
    city: city === '' || isCode ? null : city,
    state: stateOf(state),
    postalCode: fiveDigits(isCode ? city : code),
  };
}

function byCommas(region: string): Place {
  const [city = '', state = '', code = ''] = region.split(',').map((part) => part.trim());
  return { city: city || null, state: stateOf(state), postalCode: fiveDigits(code) };
}

function stateOf(text: string | undefined): string | null {
  if (text === undefined || text.trim() === '') return null;
  return stateCode(text) ?? text.trim().toUpperCase();
}

/** Without the four digits behind. */
function fiveDigits(text: string | undefined): string | null {
  if (text === undefined || text.trim() === '') return null;
  const [, code] = /^(\d{5})(?:-?\d{4})?$/.exec(text.trim()) ?? [];
  return code ?? text.trim().toUpperCase();
}

/** What the caller wants to see again; older programs send it although the file of today does not know it. */
function contextOf(request: JsonObject): string | null {
  const head = objectOf(request, 'Request') ?? {};
  return textOf(objectOf(head, 'TransactionReference') ?? {}, 'CustomerContext') ?? null;
}
