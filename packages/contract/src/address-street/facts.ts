import type { ApiFacts } from '../overview.ts';
import { sources } from '../stated.ts';

const guide = sources.guide('Street-level address validation');
const file = sources.file('AddressValidation.yaml');
const unsaid = sources.ours('the file of today is silent; the guide’s word is kept');
const rest = sources.ours('the file of today is spoken in JSON over REST alone');

/** What the guide of 2017 states of street-level validation, beside the file of today. */
export const facts = Object.freeze({
  formats: { guide: { value: ['xml', 'soap', 'json'], ...guide }, today: { value: ['json'], ...rest } },
  modes: { guide: { value: ['all'], ...guide }, today: { value: ['all'], ...unsaid } },
  countries: { guide: { value: 2, ...guide }, today: { value: 2, ...file } },
  countryCodes: { guide: { value: ['US', 'PR'], ...guide }, today: { value: ['US', 'PR'], ...file } },
  /** Where addresses are told to be commercial or residential. */
  classifiedCountryCodes: {
    guide: { value: ['US', 'CA'], ...guide },
    today: { value: ['US', 'PR', 'CA'], ...sources.ours('the file’s countries and the guide’s together') },
  },
  accessRequests: { guide: { value: 1, ...guide }, today: { value: 1, ...unsaid } },
  approvedUses: { guide: { value: ['own-parcels'], ...guide }, today: { value: ['own-parcels'], ...unsaid } },
  unapprovedUses: {
    guide: { value: ['list-cleansing', 'other-carriers'], ...guide },
    today: { value: ['list-cleansing', 'other-carriers'], ...unsaid },
  },
  /** How many addresses an answer proposes when the request sets no limit, and the most it may ask for. */
  candidates: { guide: { value: 10, ...guide }, today: { value: 15, ...file } },
  maximumCandidates: { guide: { value: 10, ...guide }, today: { value: 50, ...file } },
  addressesPerRequest: { guide: { value: 1, ...guide }, today: { value: 1, ...file } },
  hasCoordinates: { guide: { value: false, ...guide }, today: { value: false, ...file } },
  isCassCertified: { guide: { value: false, ...guide }, today: { value: false, ...unsaid } },
  updatedEvery: { guide: { value: 'month', ...guide }, today: { value: 'month', ...unsaid } },
} as const satisfies ApiFacts);
