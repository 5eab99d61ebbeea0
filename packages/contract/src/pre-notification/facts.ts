import type { ApiFacts } from '../overview.ts';
import { sources } from '../stated.ts';

const guide = sources.guide('Pre-notification');
const file = sources.file('PreNotification.yaml');
const unsaid = sources.ours('the file of today is silent; the guide’s word is kept');
const rest = sources.ours('the file of today is spoken in JSON over REST alone');

/** What the guide of 2017 states of pre-notification, beside the file of today. */
export const facts = Object.freeze({
  formats: { guide: { value: ['soap', 'json'], ...guide }, today: { value: ['json'], ...rest } },
  modes: { guide: { value: ['package'], ...guide }, today: { value: ['package'], ...unsaid } },
  countries: { guide: { value: 31, ...guide }, today: { value: 31, ...unsaid } },
  accessRequests: { guide: { value: 1, ...guide }, today: { value: 1, ...unsaid } },
  approvedUses: {
    guide: { value: ['manifest-systems', 'dangerous-goods-fully'], ...guide },
    today: { value: ['manifest-systems', 'dangerous-goods-fully'], ...unsaid },
  },
  unapprovedUses: { guide: { value: [], ...guide }, today: { value: [], ...unsaid } },
  /** Who must use it: contracts for dangerous goods, and European road transport. */
  isMandatoryFor: {
    guide: { value: ['contract', 'ADR'], ...guide },
    today: { value: ['contract', 'ADR'], ...unsaid },
  },
  takesCancellations: { guide: { value: true, ...guide }, today: { value: true, ...file } },
  maximumPieces: { today: { value: 999, ...file } },
} as const satisfies ApiFacts);
