import { facts } from '@lading/contract/facts';
import { type Invoice, latestInvoices } from './invoices.ts';

/** Days for which an invoice of deliveries, or of international shipments alone, proves who pays. */
const invoiceDays = {
  delivery: facts.domesticInvoiceDays.guide.value,
  international: facts.internationalInvoiceDays.guide.value,
} as const;

/** What somebody copied from an invoice. */
export interface InvoiceClaim {
  readonly country: string;
  readonly number: string;
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly amountCents: number;
  /** Absent where the invoice shows none. */
  readonly controlNumber?: string;
}

/** What an invoice says of its account. */
export interface InvoicedAccount {
  readonly country: string;
  readonly invoices: readonly Invoice[];
}

/**
 * `no-invoice`: the account has none that is young enough, so that nothing could be right; `too-old`: everything is
 * right, but the invoice is past its days; `wrong`: something does not agree, and what is not told.
 */
export type Verdict = { readonly is: 'right'; readonly invoice: Invoice } | { readonly is: NotProved };

export type NotProved = 'too-old' | 'wrong' | 'no-invoice';

/**
 * Holds a claim against the three latest invoices of an account. Number, date, amount due, country and, where the
 * invoice shows one, control number must agree. An age counts whole days from the invoice's date to today.
 */
export function judgeInvoice(claim: InvoiceClaim, account: InvoicedAccount, today: number): Verdict {
  const latest = latestInvoices(account.invoices);
  const found = latest.find((invoice) => agrees(claim, invoice, account.country));
  if (found !== undefined) return isYoung(found, today) ? { is: 'right', invoice: found } : { is: 'too-old' };
  return { is: latest.some((invoice) => isYoung(invoice, today)) ? 'wrong' : 'no-invoice' };
}

/** Whether invoices of a country's accounts show a control number. */
export function showsControlNumber(country: string): boolean {
  return country === 'US' || country === 'CA';
}

function isYoung({ day, isInternational }: Invoice, today: number): boolean {
  return today - day <= invoiceDays[isInternational ? 'international' : 'delivery'];
}

function agrees(claim: InvoiceClaim, invoice: Invoice, country: string): boolean {
  const isControlRight = !showsControlNumber(country) || claim.controlNumber === invoice.controlNumber;
  return (
    isControlRight &&
    claim.country === country &&
    claim.number === invoice.number &&
    claim.day === invoice.day &&
    claim.amountCents === invoice.amountCents
  );
}
