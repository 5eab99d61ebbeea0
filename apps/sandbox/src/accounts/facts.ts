import type { Invoice } from '@lading/carrier/accounts/invoices';
import type { Contract } from '@lading/carrier/rating/shipment';
import type { AccountRemoved } from '../carrier-users/store.ts';
import type { ShipmentMade } from '../network/facts.ts';

/** An account agreed on discounts; a later contract takes the place of the one before. */
export interface ContractAgreed {
  readonly type: 'contract-agreed';
  readonly account: string;
  readonly contract: Contract;
}

/** Letters to an account go to this address from now on. */
export interface AccountContactSet {
  readonly type: 'account-contact-set';
  readonly account: string;
  readonly email: string;
}

/** A parcel was taken back before it was picked up: its charge is not billed. */
export interface ParcelCredited {
  readonly type: 'parcel-credited';
  readonly account: string;
  /** See `billingWeek`. */
  readonly week: number;
  readonly cents: number;
  readonly isInternational: boolean;
}

/** Everything that an account owed for a week went into an invoice. */
export interface InvoiceCut {
  readonly type: 'invoice-cut';
  readonly account: string;
  readonly week: number;
  readonly invoice: Invoice;
}

/** A carrier user proved with an invoice to belong to the account, and may see its negotiated rates. */
export interface UserQualified {
  readonly type: 'user-qualified';
  readonly userName: string;
  readonly account: string;
  /** Number of the invoice. */
  readonly invoice: string;
}

/** The carrier took a user's qualification back. */
export interface QualificationRevoked {
  readonly type: 'qualification-revoked';
  readonly userName: string;
  readonly account: string;
}

/** Somebody was wrong about an account, or tried while it was locked. */
export interface AttemptFailed {
  readonly type: 'account-attempt-failed';
  readonly userName: string;
  readonly account: string;
}

/** A PIN was mailed to the account's contact; one sent before opens nothing any more. */
export interface PinSent {
  readonly type: 'account-pin-sent';
  readonly userName: string;
  readonly account: string;
  readonly email: string;
  readonly pin: string;
  /** UTC milliseconds. */
  readonly until: number;
}

/** The right PIN was entered in time. */
export interface PinAccepted {
  readonly type: 'account-pin-accepted';
  readonly userName: string;
  readonly account: string;
}

export type AccountFact =
  | ContractAgreed
  | AccountContactSet
  | ShipmentMade
  | ParcelCredited
  | InvoiceCut
  | UserQualified
  | QualificationRevoked
  | AccountRemoved
  | AttemptFailed
  | PinSent
  | PinAccepted;
