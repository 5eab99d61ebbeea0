import type { ApiFacts } from '../overview.ts';
import { sources } from '../stated.ts';

const guide = sources.guide('TradeAbility');
const landed = sources.file('LandedCost.yaml');
const assure = sources.file('UPSExportAssure.yaml');
const checkout = sources.file('GlobalCheckout.yaml');
const guidance = sources.file('InteractiveDescriptionGuidance.yaml');
const unsaid = sources.ours('the files of today are silent; the guide’s word is kept');
const rest = sources.ours('the files of today are spoken in JSON over REST alone');

/** What the guide of 2017 states of the four trade tools, beside the files of today. */
export const facts = Object.freeze({
  formats: { guide: { value: ['soap', 'json'], ...guide }, today: { value: ['json'], ...rest } },
  modes: { guide: { value: ['package'], ...guide }, today: { value: ['package'], ...unsaid } },
  countries: { guide: { value: 34, ...guide }, today: { value: 34, ...unsaid } },
  accessRequests: { guide: { value: 1, ...guide }, today: { value: 1, ...unsaid } },
  approvedUses: {
    guide: { value: ['end-users', 'ready-providers'], ...guide },
    today: { value: ['end-users', 'ready-providers'], ...unsaid },
  },
  unapprovedUses: {
    guide: { value: ['unapproved-hosting'], ...guide },
    today: { value: ['unapproved-hosting'], ...unsaid },
  },
  /** Products in one landed cost; the file of today sets no limit, the guaranteed cost beside it keeps 99. */
  landedCostProducts: { guide: { value: 99, ...guide }, today: { value: 99, ...checkout } },
  originsPerRequest: { guide: { value: 1, ...guide }, today: { value: 1, ...landed } },
  destinationsPerRequest: { guide: { value: 1, ...guide }, today: { value: 1, ...landed } },
  preferentialRatesByDefault: { guide: { value: true, ...guide }, today: { value: true, ...unsaid } },
  /** Questions that refine the estimate. */
  asksQuestions: { guide: { value: true, ...guide }, today: { value: false, ...landed } },
  complianceProducts: { guide: { value: 99, ...guide }, today: { value: 150, ...assure } },
  complianceKeptDays: { guide: { value: 90, ...guide }, today: { value: 90, ...unsaid } },
  /** Countries whose lists of denied parties are searched. */
  screenedListsOf: { guide: { value: ['US'], ...guide }, today: { value: ['US'], ...unsaid } },
  partiesPerScreening: { guide: { value: 1, ...guide }, today: { value: 1, ...unsaid } },
  findsTariffCodes: { guide: { value: false, ...guide }, today: { value: true, ...guidance } },
  /** Characters of an export control number, a tariff code and a description. */
  exportControlNumberLength: { today: { value: 5, ...assure } },
  tariffCodeMinimumLength: { today: { value: 4, ...assure } },
  tariffCodeMaximumLength: { today: { value: 13, ...assure } },
  itemDescriptionLength: { today: { value: 150, ...assure } },
  /** The term that holds when none is sent. */
  incoterm: { today: { value: 'FOB', ...landed } },
} as const satisfies ApiFacts);
