import { attemptsLeft, isLocked, noAttempts } from '@lading/carrier/accounts/attempts';
import { judgeInvoice, type NotProved } from '@lading/carrier/accounts/authentication';
import { PIN_LIFETIME_MS, pinOf } from '@lading/carrier/accounts/pins';
import type { Problem } from '@lading/kit/errors';
import { findUser } from '../carrier-users/module.ts';
import type { AccountAssociated } from '../carrier-users/store.ts';
import type { Account } from '../network/facts.ts';
import { problems as networkProblems } from '../network/problems.ts';
import { networkStore } from '../network/store.ts';
import { calendarDay } from '../rating/reading.ts';
import type { Frozen } from '../world/store.ts';
import type { World } from '../world/world.ts';
import type { AttemptFailed, PinAccepted, PinSent, QualificationRevoked, UserQualified } from './facts.ts';
import { problems } from './problems.ts';
import { accountsStore, userAndAccount } from './store.ts';

/** Which user wants which account. */
export interface Wish {
  readonly userName: string;
  readonly account: string;
}

export interface InvoiceWish extends Wish {
  readonly country?: string;
  readonly invoiceNumber: string;
  /** `YYYY-MM-DD`. */
  readonly invoiceDate: string;
  /** Without sign or comma: `123.45`. */
  readonly amountDue: string;
  readonly controlNumber?: string;
}

export interface PinWish extends Wish {
  readonly pin: string;
  readonly email?: string;
}

const DAY_MS = 86_400_000;
const PIN_BYTES = 6;

/**
 * The user adds the account to its profile and may see its negotiated rates from now on. Three wrong attempts within
 * an hour lock the account for this user. @throws `ACCOUNT_LOCKED`, `INVOICE_NOT_CONFIRMED`, `INVOICE_TOO_OLD`,
 * `NO_RECENT_INVOICE`
 */
export function authenticateByInvoice(world: World, wish: InvoiceWish): object {
  const { company } = reach(world, wish);
  const { userName, account, country = company.country, controlNumber } = wish;
  const claim = {
    country,
    number: wish.invoiceNumber,
    day: dayOfDate(wish.invoiceDate),
    amountCents: Math.round(Number(wish.amountDue) * 100),
    ...(controlNumber === undefined ? {} : { controlNumber }),
  };
  const invoices = world.state(accountsStore).invoices.get(account)?.latest ?? [];
  const today = Math.floor(world.now() / DAY_MS);
  const verdict = judgeInvoice(claim, { country: company.country, invoices }, today);
  if (verdict.is !== 'right') throw refusalOf(world, wish, verdict.is);
  const qualified: UserQualified = {
    type: 'user-qualified',
    userName,
    account,
    invoice: verdict.invoice.number,
  };
  world.record(qualified, ...associated(world, wish));
  return { userName, account, invoice: verdict.invoice.number, negotiatedRates: true };
}

/** Only what is wrong counts as an attempt: nobody can guess what is not there. */
function refusalOf(world: World, wish: Wish, is: NotProved): Problem {
  if (is === 'no-invoice') return problems.noInvoice(wish.account);
  if (is === 'too-old') return problems.tooOld(wish.account);
  return problems.notConfirmed(wish.account, fail(world, wish));
}

/** Mails a PIN to the contact of the account. @throws `NO_ACCOUNT_CONTACT`, `ACCOUNT_LOCKED` */
export function requestPin(world: World, wish: Wish): object {
  reach(world, wish);
  const email = world.state(accountsStore).contacts.get(wish.account);
  if (email === undefined) throw problems.noContact(wish.account);
  const pin = pinOf(Buffer.from(world.ids.token(PIN_BYTES), 'base64url'));
  const until = world.now() + PIN_LIFETIME_MS;
  const { userName, account } = wish;
  const fact: PinSent = { type: 'account-pin-sent', userName, account, email, pin, until };
  world.record(fact);
  return { userName, account, sentTo: email, until: new Date(until).toISOString() };
}

/**
 * The user adds the account to its profile. Negotiated rates still want an invoice.
 * @throws `ACCOUNT_LOCKED`, `PIN_EXPIRED`, `PIN_NOT_CONFIRMED`
 */
export function authenticateByPin(world: World, wish: PinWish): object {
  reach(world, wish);
  const { userName, account, pin, email } = wish;
  const state = world.state(accountsStore);
  const waiting = state.pins.get(userAndAccount(userName, account));
  if (waiting === undefined || world.now() >= waiting.until) throw problems.noPin(account);
  const isRight =
    pin === waiting.pin && (email ?? waiting.email).toLowerCase() === waiting.email.toLowerCase();
  if (!isRight) throw problems.pinNotConfirmed(account, fail(world, wish));
  const accepted: PinAccepted = { type: 'account-pin-accepted', userName, account };
  world.record(accepted, ...associated(world, wish));
  const isQualified = state.qualified.has(userAndAccount(userName, account));
  return { userName, account, negotiatedRates: isQualified };
}

/** Takes a user's negotiated rates back; the account stays in its profile. @throws `NOT_AUTHENTICATED` */
export function revokeAuthentication(world: World, { userName, account }: Wish): object {
  findUser(world, userName);
  const isQualified = world.state(accountsStore).qualified.has(userAndAccount(userName, account));
  if (!isQualified) throw problems.notQualified(userName, account);
  const fact: QualificationRevoked = { type: 'qualification-revoked', userName, account };
  world.record(fact);
  return { userName, account, negotiatedRates: false };
}

/** The account, where both exist and the user is not locked out; trying while it is counts. */
function reach(world: World, wish: Wish): Frozen<Account> {
  findUser(world, wish.userName);
  const account = accountOf(world, wish.account);
  const attempts = world.state(accountsStore).attempts.get(userAndAccount(wish.userName, wish.account));
  if (!isLocked(attempts ?? noAttempts, world.now())) return account;
  fail(world, wish);
  const until = world.state(accountsStore).attempts.get(userAndAccount(wish.userName, wish.account));
  throw problems.locked(wish.account, until?.lockedUntil ?? world.now());
}

/** @throws `UNKNOWN_ACCOUNT` */
export function accountOf(world: World, number: string): Frozen<Account> {
  const account = world.state(networkStore).accounts.get(number);
  if (account === undefined) throw networkProblems.unknownAccount(number);
  return account;
}

/** Counts a wrong attempt and tells how many are left. */
function fail(world: World, { userName, account }: Wish): number {
  const fact: AttemptFailed = { type: 'account-attempt-failed', userName, account };
  world.record(fact);
  const after = world.state(accountsStore).attempts.get(userAndAccount(userName, account));
  return attemptsLeft(after ?? noAttempts, world.now());
}

function associated(world: World, { userName, account }: Wish): AccountAssociated[] {
  const isThere = findUser(world, userName).accounts.includes(account);
  return isThere ? [] : [{ type: 'account-associated', userName, account }];
}

function dayOfDate(date: string): number {
  const day = calendarDay(date);
  if (day === null) throw problems.dateInvalid(date);
  return day;
}
