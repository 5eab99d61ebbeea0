import type { Classification } from '@lading/carrier/address-street/classify';
import { classificationWords } from '@lading/contract/address-street/codes';
import type { JsonObject } from '../registry.ts';
import type { AskedAddress } from './request.ts';

/** Which of the three indicators an answer bears. */
export type Match = 'valid' | 'ambiguous' | 'none';

const INDICATORS: Readonly<Record<Match, string>> = {
  valid: 'ValidAddressIndicator',
  ambiguous: 'AmbiguousAddressIndicator',
  none: 'NoCandidatesIndicator',
};

/** `XAVResponse` with its indicator, and the class and candidates where there are any. */
export function responseOf(
  { customerContext }: AskedAddress,
  match: Match,
  {
    classification,
    candidates = [],
  }: { classification?: Classification; candidates?: readonly JsonObject[] },
): JsonObject {
  const context = customerContext === null ? undefined : { CustomerContext: customerContext.slice(0, 512) };
  return {
    XAVResponse: {
      Response: {
        ResponseStatus: { Code: '1', Description: 'Success' },
        TransactionReference: context,
      },
      [INDICATORS[match]]: '',
      AddressClassification: classification && classOf(classification),
      Candidate: candidates.length === 0 ? undefined : candidates,
    },
  };
}

const CODES = { unclassified: '0', commercial: '1', residential: '2' } as const;

/** `AddressClassification` with the carrier's own word. */
export function classOf(classification: Classification): JsonObject {
  const code = CODES[classification];
  return { Code: code, Description: classificationWords[code] };
}

export interface CandidatePlace {
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
  /** Four digits, or empty. */
  readonly extension: string;
}

/** City, state and ZIP code of a candidate, in one line and apart. */
export function placeMembers(
  { city, state, postalCode, extension }: CandidatePlace,
  asked: AskedAddress,
): JsonObject {
  const code = extension === '' ? postalCode : `${postalCode}-${extension}`;
  return {
    Region: `${city} ${state} ${code}`,
    PoliticalDivision2: city.slice(0, 30),
    PoliticalDivision1: state,
    PostcodePrimaryLow: postalCode,
    PostcodeExtendedLow: extension === '' ? undefined : extension,
    Urbanization: state === 'PR' ? asked.urbanization?.toUpperCase() : undefined,
    CountryCode: asked.country,
  };
}
