import type { ApiFacts } from '../overview.ts';
import { sources } from '../stated.ts';

const guide = sources.guide('Tracking');
const file = sources.file('Tracking.yaml');
const unsaid = sources.ours('the file of today is silent; the guide’s word is kept');
const rest = sources.ours('the file of today is spoken in JSON over REST alone');
const spoken = sources.ours('the file pages through packages and names no size');

/** What the guide of 2017 states of tracking, beside the file of today. */
export const facts = Object.freeze({
  formats: { guide: { value: ['xml', 'soap', 'json'], ...guide }, today: { value: ['json'], ...rest } },
  modes: { guide: { value: ['all'], ...guide }, today: { value: ['package'], ...file } },
  countries: { guide: { value: 103, ...guide }, today: { value: 103, ...unsaid } },
  accessRequests: { guide: { value: 1, ...guide }, today: { value: 1, ...unsaid } },
  approvedUses: {
    guide: { value: ['merchant-sites', 'back-office'], ...guide },
    today: { value: ['merchant-sites', 'back-office'], ...unsaid },
  },
  unapprovedUses: {
    guide: { value: ['uninvolved-logistics', 'robots'], ...guide },
    today: { value: ['uninvolved-logistics', 'robots'], ...unsaid },
  },
  /** The largest answer. */
  answerBytes: { guide: { value: 64_000, ...guide } },
  /** How many packages of a large shipment come, and what counts as large. */
  packagesReturned: { guide: { value: 15, ...guide }, today: { value: 50, ...file } },
  packagesOfLargeShipment: { guide: { value: 50, ...guide } },
  isPaged: { guide: { value: false, ...guide }, today: { value: true, ...spoken } },
  numbersPerRequest: { guide: { value: 1, ...guide }, today: { value: 1, ...file } },
  isBatchSupported: { guide: { value: false, ...guide }, today: { value: false, ...unsaid } },
  /** How long scans and weights, references, and the delivery scan can be asked for. */
  scansKeptMonths: { guide: { value: 6, ...guide } },
  referencesKeptMonths: { guide: { value: 4, ...guide } },
  deliveryKeptMonths: { guide: { value: 18, ...guide } },
  /** Everything alike. */
  keptDays: { today: { value: 120, ...file } },
  /** How far back a search by reference looks when it names no dates. */
  referenceWindowDays: { today: { value: 14, ...file } },
  inquiryNumberMinimumLength: { today: { value: 7, ...file } },
  inquiryNumberMaximumLength: { today: { value: 34, ...file } },
  /** The language of texts when none is asked for; milestones are never translated. */
  locale: { today: { value: 'en_US', ...file } },
} as const satisfies ApiFacts);
