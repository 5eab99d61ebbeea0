import type { ApiFacts } from '../overview.ts';
import { sources } from '../stated.ts';

const guide = sources.guide('Signature tracking');
const file = sources.file('Tracking.yaml');
const unsaid = sources.ours('the file of today is silent; the guide’s word is kept');
const rest = sources.ours('the file of today is spoken in JSON over REST alone');

/** What the guide of 2017 states of signature tracking, beside the file of today, which folds it into tracking. */
export const facts = Object.freeze({
  formats: { guide: { value: ['xml', 'soap', 'json'], ...guide }, today: { value: ['json'], ...rest } },
  modes: { guide: { value: ['package'], ...guide }, today: { value: ['package'], ...file } },
  countries: { guide: { value: 45, ...guide }, today: { value: 45, ...unsaid } },
  accessRequests: { guide: { value: 1, ...guide }, today: { value: 1, ...unsaid } },
  approvedUses: {
    guide: { value: ['merchant-sites', 'back-office'], ...guide },
    today: { value: ['merchant-sites', 'back-office'], ...unsaid },
  },
  unapprovedUses: {
    guide: { value: ['uninvolved-logistics', 'robots'], ...guide },
    today: { value: ['uninvolved-logistics', 'robots'], ...unsaid },
  },
  /** Beyond tracking: who received it and where, what was paid on delivery, the signature, the letter. */
  additions: {
    guide: { value: ['recipient', 'cod-amount', 'signature', 'letter'], ...guide },
    today: { value: ['recipient', 'cod-amount', 'signature', 'letter'], ...file },
  },
  /** Other accounts’ parcels fail unless the account is in the user’s summary. */
  needsAccount: { guide: { value: true, ...guide }, today: { value: false, ...file } },
  signaturesKeptMonths: { guide: { value: 18, ...guide } },
  signaturesKeptDays: { today: { value: 120, ...file } },
} as const satisfies ApiFacts);
