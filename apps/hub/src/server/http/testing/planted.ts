import { randomBytes, randomInt, randomUUID } from 'node:crypto';

const LETTERS = 'abcdefghijkmnopqrstuvwxyz';
const SIGNS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

const some = (alphabet: string, length: number): string =>
  Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');

const IDS = [
  ...(['companyId', 'userId', 'colleagueId', 'invitationId', 'integrationId', 'subscriptionId'] as const),
  ...(['authorizationId', 'parcelId', 'eventId', 'partId', 'rawId', 'entryId', 'messageId'] as const),
] as const;

/** Texts of free length; the others have the form that their column asks for. */
const WORDS = [
  ...(['company', 'person', 'colleague', 'integration', 'carrierUser', 'faultMessage', 'consignee'] as const),
  ...(['shipper', 'street', 'reference', 'signedBy', 'deliveredTo', 'eventPlace', 'accountName'] as const),
  ...(['accountGroup', 'contactName', 'provided', 'validator', 'auditSubject', 'auditBefore'] as const),
  ...([
    'auditAfter',
    'letter',
    'keptAnswer',
    'rawRequest',
    'partFault',
    'fileName',
    'city',
    'clientId',
  ] as const),
] as const;

export type Mark =
  | (typeof WORDS)[number]
  | 'subscription'
  | 'email'
  | 'colleagueEmail'
  | 'invitedEmail'
  | 'contactEmail'
  | 'handedEmail'
  | 'trackingNumber'
  | 'selfTestNumber'
  | 'account'
  | 'carrierNumber'
  | 'csrfToken'
  | 'state'
  | 'inviteToken'
  | 'resetToken'
  | 'idempotencyKey'
  | 'rawBody'
  | 'sealed';

type Id = (typeof IDS)[number];

/** What only one company knows: every text of it is found nowhere else, in no language and no code. */
export interface Imagined {
  readonly tenantId: string;
  /** `parcelId` → id, under the names that routes give them. */
  readonly ids: Readonly<Record<Id, string>>;
  /** `consignee` → text. */
  readonly marks: Readonly<Record<Mark, string>>;
}

/** A company's ids and texts; whether any of them is ever stored is up to the caller. */
export function imagine(): Imagined {
  const ids = Object.fromEntries(IDS.map((name) => [name, randomUUID()])) as Record<Id, string>;
  const words = Object.fromEntries(WORDS.map((name) => [name, some(LETTERS, 14)])) as Record<
    (typeof WORDS)[number],
    string
  >;
  const email = () => `${some(LETTERS, 14)}@example.test`;
  const token = () => randomBytes(32).toString('base64url');
  return {
    tenantId: ids.companyId,
    ids,
    marks: {
      ...words,
      subscription: some(LETTERS, 14),
      ...{ email: email(), colleagueEmail: email(), invitedEmail: email() },
      ...{ contactEmail: email(), handedEmail: email() },
      trackingNumber: `1Z${some(SIGNS, 16)}`,
      selfTestNumber: `1Z${some(SIGNS, 16)}`,
      account: some(SIGNS, 6),
      carrierNumber: some('0123456789', 16),
      ...{ csrfToken: token(), state: token(), inviteToken: token(), resetToken: token() },
      idempotencyKey: randomUUID(),
      rawBody: randomBytes(24).toString('hex'),
      sealed: randomBytes(24).toString('hex'),
    },
  };
}
