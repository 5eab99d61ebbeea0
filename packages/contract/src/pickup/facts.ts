import type { ApiFacts } from '../overview.ts';
import { sources } from '../stated.ts';

const guide = sources.guide('Pickup');
const file = sources.file('Pickup.yaml');
const unsaid = sources.ours('the file of today is silent; the guide’s word is kept');
const rest = sources.ours('the file of today is spoken in JSON over REST alone');

/** What the guide of 2017 states of pick-ups, beside the file of today. */
export const facts = Object.freeze({
  formats: { guide: { value: ['xml', 'soap', 'json'], ...guide }, today: { value: ['json'], ...rest } },
  modes: { guide: { value: ['package', 'ltl', 'air'], ...guide }, today: { value: ['package'], ...file } },
  countries: { guide: { value: 39, ...guide }, today: { value: 39, ...unsaid } },
  accessRequests: { guide: { value: 1, ...guide }, today: { value: 1, ...unsaid } },
  ltlAccessRequests: { guide: { value: 2, ...guide } },
  approvedUses: {
    guide: { value: ['merchant-sites', 'back-office'], ...guide },
    today: { value: ['merchant-sites', 'back-office'], ...unsaid },
  },
  unapprovedUses: {
    guide: { value: ['third-party-hosting', 'third-party-logistics'], ...guide },
    today: { value: ['third-party-hosting', 'third-party-logistics'], ...unsaid },
  },
  /** Pick-ups that drive no needless way. */
  hasSmartPickup: { guide: { value: true, ...guide }, today: { value: true, ...file } },
  maximumPieces: { today: { value: 9999, ...file } },
  piecesPerLine: { today: { value: 999, ...file } },
  trackingNumbers: { today: { value: 30, ...file } },
  /** From here on a package is overweight. */
  overweightPounds: { today: { value: 70, ...file } },
  overweightKilograms: { today: { value: 32, ...file } },
  numberLength: { today: { value: 11, ...file } },
  specialInstructionLength: { today: { value: 57, ...file } },
  referenceLength: { today: { value: 35, ...file } },
} as const satisfies ApiFacts);
