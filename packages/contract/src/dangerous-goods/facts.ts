import type { ApiFacts } from '../overview.ts';
import { sources } from '../stated.ts';

const guide = sources.guide('Dangerous goods');
const file = sources.file('DangerousGoods.yaml');
const unsaid = sources.ours('the file of today is silent; the guide’s word is kept');
const rest = sources.ours('the file of today is spoken in JSON over REST alone');

/** What the guide of 2017 states of the dangerous goods tool, beside the file of today. */
export const facts = Object.freeze({
  formats: { guide: { value: ['soap', 'json'], ...guide }, today: { value: ['json'], ...rest } },
  modes: { guide: { value: ['package'], ...guide }, today: { value: ['package'], ...unsaid } },
  countries: { guide: { value: 31, ...guide }, today: { value: 31, ...unsaid } },
  accessRequests: { guide: { value: 1, ...guide }, today: { value: 1, ...unsaid } },
  approvedUses: {
    guide: { value: ['dangerous-goods-fully', 'dangerous-goods-lightly', 'manifest-systems'], ...guide },
    today: { value: ['dangerous-goods-fully', 'dangerous-goods-lightly', 'manifest-systems'], ...unsaid },
  },
  unapprovedUses: {
    guide: { value: ['other-carriers'], ...guide },
    today: { value: ['other-carriers'], ...unsaid },
  },
  needsContract: { guide: { value: true, ...guide }, today: { value: true, ...file } },
  /** The sets that a request may name. */
  regulationSets: {
    guide: { value: ['ADR', 'IATA', '49CFR'], ...guide },
    today: { value: ['ADR', 'IATA', '49CFR'], ...file },
  },
  placesUpdatedEvery: { guide: { value: 'month', ...guide }, today: { value: 'month', ...unsaid } },
  chemicalsUpdatedEvery: { guide: { value: 'quarter', ...guide }, today: { value: 'quarter', ...unsaid } },
  /** Pieces of a commodity in a package. */
  maximumPieces: { today: { value: 999, ...file } },
  properShippingNameLength: { today: { value: 250, ...file } },
  technicalNameLength: { today: { value: 300, ...file } },
  emergencyPhoneLength: { today: { value: 25, ...file } },
} as const satisfies ApiFacts);
