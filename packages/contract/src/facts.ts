import { type Fact, sources } from './stated.ts';

const introduction = sources.guide('Introduction');
const access = sources.guide('Access and administration');
const support = sources.guide('Technical support');
const gone = sources.ours('the portal of today says nothing; the guide’s word is kept');

/**
 * What the guide of 2017 states of the kit as a whole: access, accounts, support. Hours are those of the clock in
 * New York, days are Monday to Friday without the carrier’s holidays. Where the guide contradicts itself: ADR 8.
 */
export const facts = Object.freeze({
  /** APIs that the kit counts; the four trade tools count as one. */
  apis: { guide: { value: 14, ...introduction }, today: { value: 14, ...gone } },
  /** Rows of the list that confirms a key; one row stands there twice. */
  toolsConfirmed: { guide: { value: 17, ...access } },
  releaseMonths: {
    guide: { value: ['January', 'July'], ...introduction },
    today: { value: ['January', 'July'], ...gone },
  },
  /** Test access comes with every key; some production accesses need a second request. */
  requestsAtMost: { guide: { value: 2, ...introduction }, today: { value: 1, ...gone } },
  /** Hexadecimal digits of an access key. */
  accessKeyLength: { guide: { value: 16, ...access }, today: { value: 16, ...gone } },
  /** Letters and digits of an account. */
  accountLength: { guide: { value: 6, ...access }, today: { value: 6, ...sources.file('Shipping.yaml') } },
  /** Which invoices prove that an account is one’s own: one of the latest, and not older than these days. */
  latestInvoices: { guide: { value: 3, ...access }, today: { value: 3, ...gone } },
  domesticInvoiceDays: { guide: { value: 90, ...access }, today: { value: 90, ...gone } },
  internationalInvoiceDays: { guide: { value: 45, ...access }, today: { value: 45, ...gone } },
  supportWays: { guide: { value: 4, ...support }, today: { value: 4, ...gone } },
  supportOpensHour: { guide: { value: 8, ...support }, today: { value: 8, ...gone } },
  supportClosesHour: { guide: { value: 20, ...support }, today: { value: 20, ...gone } },
  supportTimeZone: {
    guide: { value: 'America/New_York', ...support },
    today: { value: 'America/New_York', ...gone },
  },
  /** Business hours until the first answer. */
  firstAnswerHours: { guide: { value: 4, ...support }, today: { value: 4, ...gone } },
  /** What the form promises in place of the four hours. */
  firstAnswerDaysOnForm: { guide: { value: 1, ...support } },
  /** Hours of working days, all twenty-four of each, until an escalated case is answered. */
  escalationAnswerHours: { guide: { value: 24, ...support }, today: { value: 24, ...gone } },
  messageMaximumLength: { guide: { value: 1000, ...support }, today: { value: 1000, ...gone } },
  /** Questions that the list of frequent ones has at least. */
  frequentQuestions: { guide: { value: 240, ...support } },
} as const satisfies Readonly<Record<string, Fact<number | string | readonly string[]>>>);
