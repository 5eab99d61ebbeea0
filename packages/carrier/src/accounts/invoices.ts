import { facts } from '@lading/contract/facts';
import { weekday } from '../network/zones.ts';

/** What an account is asked to pay for one week. */
export interface Invoice {
  readonly number: string;
  /** Days since 1970-01-01, UTC. */
  readonly day: number;
  readonly amountCents: number;
  /** ISO 4217, the account's. */
  readonly currency: string;
  /** Case matters. */
  readonly controlNumber: string;
  /** Bills nothing but shipments over a border; any other is a delivery invoice. */
  readonly isInternational: boolean;
}

/** Invoices that an account can be authenticated with, and that are shown. */
export const SHOWN_INVOICES = facts.latestInvoices.guide.value;

const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;
/** 1970-01-03, the first Saturday. */
const FIRST_SATURDAY = 2;
const NOON_MS = DAY_MS / 2;
const CONTROL_LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const CONTROL_LENGTH = 4;

/** The week, Saturday to Friday, whose invoice bills a pickup on that local day. */
export function billingWeek(pickupDay: number): number {
  return Math.floor((pickupDay - FIRST_SATURDAY) / WEEK_DAYS);
}

/** The Saturday after the week, which the invoice is dated; days since 1970-01-01. */
export function invoiceDay(week: number): number {
  return FIRST_SATURDAY + WEEK_DAYS * (week + 1);
}

/** When the invoices of a week are cut, UTC milliseconds: Friday's last pickups are past in every zone. */
export function invoiceCutAt(week: number): number {
  return invoiceDay(week) * DAY_MS + NOON_MS;
}

/**
 * Four digits, the account, the last digit of the year and two digits of the week of that year. The four digits count
 * the invoices of one day from 0. Ours.
 */
export function invoiceNumber(account: string, day: number, ordinal: number): string {
  const year = new Date(day * DAY_MS).getUTCFullYear();
  const dayOfYear = day - Date.UTC(year, 0, 1) / DAY_MS;
  const week = Math.floor((dayOfYear + weekday(day - dayOfYear)) / WEEK_DAYS) + 1;
  return `${String(ordinal).padStart(4, '0')}${account}${year % 10}${String(week).padStart(2, '0')}`;
}

/** Four letters or digits without those that look alike. Ours. @param random a number in [0, 1) at each call. */
export function drawControlNumber(random: () => number): string {
  const letter = () => CONTROL_LETTERS[Math.floor(random() * CONTROL_LETTERS.length)] ?? '';
  return Array.from({ length: CONTROL_LENGTH }, letter).join('');
}

/** The latest invoices of an account, the newest first; of one day, the one cut last comes first. */
export function latestInvoices(invoices: readonly Invoice[]): readonly Invoice[] {
  return [...invoices]
    .sort((one, other) => other.day - one.day || (one.number < other.number ? 1 : -1))
    .slice(0, SHOWN_INVOICES);
}
