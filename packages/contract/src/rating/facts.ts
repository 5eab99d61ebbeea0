import type { ApiFacts } from '../overview.ts';
import { sources } from '../stated.ts';

const guide = sources.guide('Rating');
const file = sources.file('Rating.yaml');
const unsaid = sources.ours('the file of today is silent; the guide’s word is kept');
const rest = sources.ours('the file of today is spoken in JSON over REST alone');

/** What the guide of 2017 states of rating, beside the file of today. */
export const facts = Object.freeze({
  formats: { guide: { value: ['xml', 'soap', 'json'], ...guide }, today: { value: ['json'], ...rest } },
  modes: {
    guide: { value: ['package', 'ltl', 'air'], ...guide },
    today: { value: ['package'], ...file },
  },
  countries: { guide: { value: 103, ...guide }, today: { value: 103, ...unsaid } },
  /** Freight by road; the file of today knows none. */
  ltlCountries: { guide: { value: 4, ...guide } },
  /** Freight by air, in the separate Gemini tools. */
  airCountries: { guide: { value: 36, ...guide } },
  ltlFormats: { guide: { value: ['soap'], ...guide } },
  airFormats: { guide: { value: ['xml'], ...guide } },
  accessRequests: { guide: { value: 1, ...guide }, today: { value: 1, ...unsaid } },
  /** Test and production of freight by road are asked for apart; air freight takes a form by hand. */
  ltlAccessRequests: { guide: { value: 2, ...guide } },
  approvedUses: {
    guide: { value: ['merchant-sites', 'back-office'], ...guide },
    today: { value: ['merchant-sites', 'back-office'], ...unsaid },
  },
  unapprovedUses: {
    guide: { value: ['side-by-side-rates'], ...guide },
    today: { value: ['side-by-side-rates'], ...unsaid },
  },
  /** Published rates unless the account was authenticated and negotiated ones are asked for. */
  ratesByDefault: { guide: { value: 'published', ...guide }, today: { value: 'published', ...file } },
  dangerousGoods: { guide: { value: true, ...guide }, today: { value: true, ...file } },
  /** The service for which rating tells no delivery date; today the options with times tell it for all. */
  servicesWithoutTimes: { guide: { value: ['11'], ...guide }, today: { value: [], ...file } },
  /** How far from today the shipping date may lie when times are asked for. */
  shipDateDaysBack: { today: { value: 35, ...file } },
  shipDateDaysAhead: { today: { value: 60, ...file } },
  /** Cubic inches, or cubic centimetres, per unit of dimensional weight. */
  dimensionalDivisorInches: { today: { value: 139, ...file } },
  dimensionalDivisorCentimetres: { today: { value: 5000, ...file } },
  /** The longest side. */
  maximumLengthInches: {
    today: { value: 108, ...sources.seen('recorded answers in the test suite of ups-ruby') },
  },
  maximumWeightPounds: { today: { value: 150, ...sources.file('TimeInTransit.yaml') } },
} as const satisfies ApiFacts);
