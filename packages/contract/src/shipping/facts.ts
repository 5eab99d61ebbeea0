import type { ApiFacts } from '../overview.ts';
import { sources } from '../stated.ts';

const guide = sources.guide('Shipping');
const page = sources.guide('Shipping, web page');
const file = sources.file('Shipping.yaml');
const unsaid = sources.ours('the file of today is silent; the guide’s word is kept');
const rest = sources.ours('the file of today is spoken in JSON over REST alone');

/** What the guide of 2017 states of shipping, beside the file of today. Where the guide contradicts itself: ADR 8. */
export const facts = Object.freeze({
  formats: { guide: { value: ['xml', 'soap', 'json'], ...page }, today: { value: ['json'], ...rest } },
  /** What the overview says, which leaves JSON out. */
  formatsInOverview: { guide: { value: ['xml', 'soap'], ...guide } },
  modes: {
    guide: { value: ['package', 'ltl', 'air'], ...guide },
    today: { value: ['package'], ...file },
  },
  countries: { guide: { value: 103, ...guide }, today: { value: 103, ...unsaid } },
  /** What the web page says, and how many different names it then prints. */
  countriesOnPage: { guide: { value: 108, ...page } },
  countriesPrinted: { guide: { value: 58, ...page } },
  ltlCountries: { guide: { value: 4, ...guide } },
  airCountries: { guide: { value: 36, ...guide } },
  ltlFormats: { guide: { value: ['soap', 'json'], ...guide } },
  airFormats: { guide: { value: ['xml'], ...guide } },
  accessRequests: { guide: { value: 1, ...guide }, today: { value: 1, ...unsaid } },
  ltlAccessRequests: { guide: { value: 2, ...guide } },
  approvedUses: {
    guide: { value: ['ready-providers', 'back-office', 'access-controlled-sites'], ...guide },
    today: { value: ['ready-providers', 'back-office', 'access-controlled-sites'], ...unsaid },
  },
  unapprovedUses: {
    guide: { value: ['side-by-side-rates', 'web-hosting'], ...guide },
    today: { value: ['side-by-side-rates', 'web-hosting'], ...unsaid },
  },
  /** Confirm, then accept; today one call does both. */
  phases: { guide: { value: 2, ...guide }, today: { value: 1, ...file } },
  isWorldEaseSupported: { guide: { value: false, ...guide }, today: { value: true, ...file } },
  isBatchSupported: { guide: { value: false, ...guide }, today: { value: false, ...unsaid } },
  isHundredweightSupported: { guide: { value: false, ...guide }, today: { value: false, ...unsaid } },
  dangerousGoods: { guide: { value: true, ...guide }, today: { value: true, ...file } },
  /** Tracking numbers in one void. */
  voidedAtOnce: { today: { value: 20, ...file } },
  /** Packages in one return shipment; one from the United States and Puerto Rico. */
  returnPackages: { today: { value: 20, ...file } },
  returnPackagesFromUnitedStates: { today: { value: 1, ...file } },
  /** Characters of `Shipment.Description`, of a reference and of a name. */
  descriptionLength: { today: { value: 50, ...file } },
  referenceLength: { today: { value: 35, ...file } },
  nameLength: { today: { value: 35, ...file } },
  /** Addresses that one notice goes to. */
  notifiedAddresses: { today: { value: 5, ...file } },
  /** The most that may be collected on delivery, in US dollars. */
  codMaximumDollars: { today: { value: 50_000, ...file } },
  /** Declared values from here on need a signed control log; in US dollars. */
  controlLogFromDollars: { today: { value: 999, ...file } },
  labelWidthInches: { today: { value: 4, ...file } },
  labelHeightsInches: { today: { value: ['6', '8'], ...file } },
} as const satisfies ApiFacts);
