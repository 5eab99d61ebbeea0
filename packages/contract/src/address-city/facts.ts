import type { ApiFacts } from '../overview.ts';
import { sources } from '../stated.ts';

const guide = sources.guide('Address validation');
const file = sources.file('AddressValidation.yaml');
const unsaid = sources.ours('the files of today have no such tool; the guide’s word is kept');
const regional = sources.ours('today the street-level tool does this when asked for regions alone');

/** What the guide of 2017 states of the validation of city, state and ZIP code, beside the file of today. */
export const facts = Object.freeze({
  formats: { guide: { value: ['xml', 'json'], ...guide }, today: { value: ['json'], ...regional } },
  modes: { guide: { value: ['all'], ...guide }, today: { value: ['all'], ...unsaid } },
  countries: { guide: { value: 2, ...guide }, today: { value: 2, ...file } },
  countryCodes: { guide: { value: ['US', 'PR'], ...guide }, today: { value: ['US', 'PR'], ...file } },
  accessRequests: { guide: { value: 1, ...guide }, today: { value: 1, ...unsaid } },
  approvedUses: { guide: { value: ['own-parcels'], ...guide }, today: { value: ['own-parcels'], ...unsaid } },
  unapprovedUses: {
    guide: { value: ['list-cleansing', 'other-carriers'], ...guide },
    today: { value: ['list-cleansing', 'other-carriers'], ...unsaid },
  },
  /** How many places an answer proposes when the request sets no limit, and the most it may ask for. */
  candidates: { guide: { value: 10, ...guide }, today: { value: 15, ...file } },
  maximumCandidates: { guide: { value: 10, ...guide }, today: { value: 50, ...file } },
  addressesPerRequest: { guide: { value: 1, ...guide }, today: { value: 1, ...file } },
  checksStreet: { guide: { value: false, ...guide }, today: { value: false, ...regional } },
  hasCoordinates: { guide: { value: false, ...guide }, today: { value: false, ...file } },
  isCassCertified: { guide: { value: false, ...guide }, today: { value: false, ...unsaid } },
  updatedEvery: { guide: { value: 'month', ...guide }, today: { value: 'month', ...unsaid } },
} as const satisfies ApiFacts);
