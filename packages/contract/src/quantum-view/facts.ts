import type { ApiFacts } from '../overview.ts';
import { sources } from '../stated.ts';

const guide = sources.guide('Quantum View');
const file = sources.file('QuantumView.yaml');
const rest = sources.ours('the file of today is spoken in JSON over REST alone');
const unsaid = sources.ours('the file of today is silent; the guide’s figure is kept');

/** Limits and rules of Quantum View, the guide of 2017 beside the file of today. Bytes are of the JSON answer. */
export const facts = Object.freeze({
  formats: { guide: { value: ['xml', 'json'], ...guide }, today: { value: ['json'], ...rest } },
  /** How subscriptions are delivered as files, beside the API. */
  fileFormats: { guide: { value: ['CSV', 'XML', 'TXT', 'X12', 'EDIFACT'], ...guide } },
  modes: { guide: { value: ['package'], ...guide }, today: { value: ['package'], ...unsaid } },
  countries: { guide: { value: 31, ...guide }, today: { value: 31, ...unsaid } },
  accessRequests: { guide: { value: 1, ...guide }, today: { value: 1, ...unsaid } },
  approvedUses: {
    guide: { value: ['merchant-sites', 'back-office'], ...guide },
    today: { value: ['merchant-sites', 'back-office'], ...unsaid },
  },
  unapprovedUses: {
    guide: { value: ['third-party-logistics'], ...guide },
    today: { value: ['third-party-logistics'], ...unsaid },
  },
  /** After how many bytes an answer that holds several files ends; the guide says “about”. */
  combinedBytes: { guide: { value: 150_000, ...guide }, today: { value: 150_000, ...unsaid } },
  /** How large one file alone may be. */
  oneFileBytes: { guide: { value: 500_000, ...guide }, today: { value: 500_000, ...unsaid } },
  /** How long a file can be fetched, and how far back a range may begin. */
  keptDays: {
    guide: { value: 7, ...sources.seen('the carrier’s Mexican page about Quantum View Data') },
    today: { value: 7, ...file },
  },
  /** The longest range; a missing end is the begin plus this. */
  rangeDays: { today: { value: 7, ...file } },
  /** Files are cut in batches, never more often. */
  batchMinutes: { guide: { value: 30, ...guide }, today: { value: 30, ...unsaid } },
  /** Characters of a subscription's name: letters, digits. */
  subscriptionNameLength: { today: { value: 21, ...file } },
  /** Characters of a file's name, `YYMMDD_HHmmssnnn`. */
  fileNameLength: { today: { value: 16, ...file } },
  /** Characters of a subscriber's name, which is the user name. */
  subscriberLength: { today: { value: 16, ...file } },
  /** `XpciVersion` of the answer. */
  xpciVersion: { today: { value: '1.0007', ...file } },
  /** `ToolVersion` of the answer. */
  toolVersion: { today: { value: '1.0', ...file } },
  /** Whether a plain request brings only what was not read before; names of files and dates are the exceptions. */
  unreadOnly: { guide: { value: true, ...guide }, today: { value: true, ...unsaid } },
  /** Whether a request by file name or by date leaves files as read or unread as they were. */
  readsByDateConsume: { guide: { value: false, ...guide }, today: { value: false, ...unsaid } },
  /** The kinds of records that arrive. The guide excludes scans under way; today's Generic records carry some. */
  kinds: {
    guide: { value: ['Manifest', 'Origin', 'Exception', 'Delivery'], ...guide },
    today: { value: ['Manifest', 'Origin', 'Exception', 'Delivery', 'Generic'], ...file },
  },
  /** Which shipments a subscription can be about. */
  directions: {
    guide: { value: ['outbound', 'inbound', 'third-party'], ...guide },
    today: { value: ['outbound', 'inbound', 'third-party'], ...unsaid },
  },
  /** Which bill options make a shipment a third-party one: freight collect, third party, consignee. */
  thirdPartyBillOptions: {
    guide: { value: ['02', '03', '04'], ...guide },
    today: { value: ['02', '03', '04'], ...unsaid },
  },
  /** What a bookmark holds before base64, without separators; which kind depends on the request. */
  bookmarkForAllData: { today: { value: 'SubscriberID + SubscriptionName + FileName', ...file } },
  bookmarkForUnread: { today: { value: 'SubscriberID', ...file } },
} as const satisfies ApiFacts);
