import type { ApiFacts } from '../overview.ts';
import { sources } from '../stated.ts';

const guide = sources.guide('Locator');
const file = sources.file('Locator.yaml');
const unsaid = sources.ours('the file of today is silent; the guide’s word is kept');
const rest = sources.ours('the file of today is spoken in JSON over REST alone');

/** What the guide of 2017 states of the locator, beside the file of today. Where the guide contradicts itself: ADR 8. */
export const facts = Object.freeze({
  formats: { guide: { value: ['xml', 'json'], ...guide }, today: { value: ['json'], ...rest } },
  modes: { guide: { value: ['package'], ...guide }, today: { value: ['package'], ...unsaid } },
  countries: { guide: { value: 28, ...guide }, today: { value: 28, ...unsaid } },
  accessRequests: { guide: { value: 1, ...guide }, today: { value: 1, ...unsaid } },
  approvedUses: {
    guide: { value: ['merchant-sites', 'back-office'], ...guide },
    today: { value: ['merchant-sites', 'back-office'], ...unsaid },
  },
  unapprovedUses: {
    guide: { value: ['third-party-logistics'], ...guide },
    today: { value: ['third-party-logistics'], ...unsaid },
  },
  searchesByTelephone: { guide: { value: true, ...guide }, today: { value: false, ...file } },
  hasCoordinates: { guide: { value: false, ...guide }, today: { value: true, ...file } },
  /** The guide describes a map with directions, and forbids itself to hand one over. */
  hasMap: { guide: { value: false, ...guide }, today: { value: false, ...file } },
  sitesOnMap: { guide: { value: 10, ...guide } },
  /** Self-service drop-off points in Canada, in the guide’s words. */
  canadianDropPoints: { guide: { value: 400, ...guide } },
  listSize: { today: { value: 5, ...file } },
  candidateListSize: { today: { value: 10, ...file } },
  maximumListSize: { today: { value: 50, ...file } },
  minimumRadius: { today: { value: 5, ...file } },
  maximumRadiusMiles: { today: { value: 100, ...file } },
  maximumRadiusKilometres: { today: { value: 150, ...file } },
  radiusMiles: { today: { value: 100, ...file } },
} as const satisfies ApiFacts);
