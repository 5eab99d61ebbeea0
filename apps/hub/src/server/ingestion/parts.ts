import type { EventFacts, MoneyFacts, RecordRead, ReferenceFacts } from './facts.ts';
import { below, compact, type Fields, objectsBelow, textBelow } from './fields.ts';
import { dayBelow, timeBelow } from './measures.ts';

/** Why a record was left out of its part. */
export type RecordFaultCode =
  | 'NOT_A_RECORD'
  | 'NO_PACKAGE'
  | 'TRACKING_NUMBER_UNREADABLE'
  | 'DATE_UNREADABLE'
  | 'FILE_NAME_UNREADABLE';

export interface RecordFault {
  readonly code: RecordFaultCode;
  /** Members and positions below the file, for example `Origin[3]/Date`. */
  readonly path: string;
}

/** A record gives events (a manifest one for each of its packages) and says what of it could not be read. */
export type Outcome = RecordRead | RecordFault;

/** Longest code and tracking number that the store's indexes take; the contract has 15 and 35. */
export const LONGEST = { code: 15, trackingNumber: 50 } as const;
const MOST_REFERENCES = 100;

/** A carrier's number is letters and digits; anything longer or otherwise shaped is a mistake, not a number. */
export function trackingNumberOf(record: Fields): string | undefined {
  const number = textBelow(record, 'TrackingNumber')?.replace(/\s+/g, '').toUpperCase();
  return number !== undefined && number.length <= LONGEST.trackingNumber && /^[\x21-\x7e]+$/.test(number)
    ? number
    : undefined;
}

/** `Date` and `Time` together; midnight where the time is missing or none. */
export function localAtOf(record: Fields): string | undefined {
  const day = dayBelow(record, 'Date');
  return day && `${day}T${timeBelow(record, 'Time') ?? '00:00:00'}`;
}

export function referencesOf(
  record: Fields,
  member: string,
  level: ReferenceFacts['level'],
): readonly ReferenceFacts[] {
  const found: ReferenceFacts[] = [];
  for (const reference of objectsBelow(record, member).slice(0, MOST_REFERENCES)) {
    const value = textBelow(reference, 'Value');
    const code = textBelow(reference, 'Code');
    if (value !== undefined) found.push(code === undefined ? { level, value } : { level, code, value });
  }
  return found;
}

export function billingOf(record: Fields): EventFacts['billing'] {
  const bill = below(record, 'BillToAccount');
  return compact<NonNullable<EventFacts['billing']>>({
    option: textBelow(bill, 'Option'),
    account: textBelow(bill, 'Number'),
  });
}

export function moneyOf(money: Fields): MoneyFacts | undefined {
  const amount = textBelow(money, 'MonetaryValue');
  const currency = textBelow(money, 'CurrencyCode');
  if (amount === undefined) return undefined;
  return currency === undefined ? { amount } : { amount, currency };
}

export function isRecord(outcome: Outcome): outcome is RecordRead {
  return !isFault(outcome);
}

export function isFault(outcome: Outcome): outcome is RecordFault {
  return 'path' in outcome;
}
