import type { ApiFacts } from '../overview.ts';
import { sources } from '../stated.ts';

const guide = sources.guide('Paperless documents');
const file = sources.file('Paperless.yaml');
const unsaid = sources.ours('the file of today is silent; the guide’s word is kept');
const rest = sources.ours('the file of today is spoken in JSON over REST alone');

/** What the guide of 2017 states of paperless documents, beside the file of today. */
export const facts = Object.freeze({
  formats: { guide: { value: ['soap', 'json'], ...guide }, today: { value: ['json'], ...rest } },
  modes: { guide: { value: ['package'], ...guide }, today: { value: ['package', 'ltl'], ...file } },
  countries: { guide: { value: 68, ...guide }, today: { value: 68, ...unsaid } },
  accessRequests: { guide: { value: 1, ...guide }, today: { value: 1, ...unsaid } },
  approvedUses: {
    guide: { value: ['internal-documents', 'back-office'], ...guide },
    today: { value: ['internal-documents', 'back-office'], ...unsaid },
  },
  unapprovedUses: {
    guide: { value: ['web-hosting', 'third-party-logistics'], ...guide },
    today: { value: ['web-hosting', 'third-party-logistics'], ...unsaid },
  },
  /** Upload, delete, move to the image repository. */
  operations: { guide: { value: 3, ...guide }, today: { value: 3, ...file } },
  /** Ways to join a document and a shipment: name it while shipping, or move it afterwards. */
  ways: { guide: { value: 2, ...guide }, today: { value: 2, ...file } },
  stepsPerDocument: { guide: { value: 2, ...guide }, today: { value: 2, ...file } },
  /** Characters of the account; the guide says digits, its own example has letters: ADR 8. */
  accountLength: { guide: { value: 6, ...guide }, today: { value: 6, ...file } },
  needsEnabledAccount: { guide: { value: true, ...guide }, today: { value: true, ...file } },
  fileBytes: { guide: { value: 1_048_576, ...guide }, today: { value: 10_485_760, ...file } },
  /** In the carrier’s test environment. */
  testFileBytes: { today: { value: 1_048_576, ...file } },
  totalBytes: { guide: { value: 5_242_880, ...guide } },
  filesPerRequest: { guide: { value: 13, ...guide }, today: { value: 13, ...file } },
  documentsPerShipment: { guide: { value: 13, ...guide }, today: { value: 13, ...file } },
  documentsPerDeletion: { guide: { value: 1, ...guide }, today: { value: 1, ...file } },
  fileNameLength: { today: { value: 300, ...file } },
  documentIdLength: { today: { value: 26, ...file } },
} as const satisfies ApiFacts);
