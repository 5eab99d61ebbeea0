import type { ApiFacts } from '../overview.ts';
import { sources } from '../stated.ts';

const guide = sources.guide('Time in transit');
const file = sources.file('TimeInTransit.yaml');
const unsaid = sources.ours('the file of today is silent; the guide’s word is kept');
const rest = sources.ours('the file of today is spoken in JSON over REST alone');

/** What the guide of 2017 states of time in transit, beside the file of today. */
export const facts = Object.freeze({
  formats: { guide: { value: ['xml', 'soap', 'json'], ...guide }, today: { value: ['json'], ...rest } },
  modes: { guide: { value: ['package'], ...guide }, today: { value: ['package'], ...file } },
  countries: { guide: { value: 103, ...guide }, today: { value: 103, ...unsaid } },
  accessRequests: { guide: { value: 1, ...guide }, today: { value: 1, ...unsaid } },
  approvedUses: {
    guide: { value: ['merchant-sites', 'back-office'], ...guide },
    today: { value: ['merchant-sites', 'back-office'], ...unsaid },
  },
  unapprovedUses: {
    guide: { value: ['uninvolved-logistics', 'time-tables'], ...guide },
    today: { value: ['uninvolved-logistics', 'time-tables'], ...unsaid },
  },
  /** Holidays of the carrier and weekends are counted in. */
  countsHolidays: { guide: { value: true, ...guide }, today: { value: true, ...file } },
  shipDateDaysBack: { today: { value: 35, ...file } },
  shipDateDaysAhead: { today: { value: 60, ...file } },
  maximumWeightPounds: { today: { value: 150, ...file } },
  maximumWeightKilograms: { today: { value: 70, ...file } },
  /** How many places a list of similar ones holds when the request sets no limit. */
  listSize: { today: { value: 200, ...file } },
} as const satisfies ApiFacts);
