import { type Attempts, afterWrong, noAttempts } from '@lading/carrier/accounts/attempts';
import { billingWeek, type Invoice, invoiceCutAt, latestInvoices } from '@lading/carrier/accounts/invoices';
import type { Contract } from '@lading/carrier/rating/shipment';
import { type DueMoment, defineStore, type Frozen } from '../world/store.ts';
import type { AccountFact, InvoiceCut, ParcelCredited, PinSent } from './facts.ts';

/** What an account owes for a week that is not billed yet; charges are kept as sums, never one by one. */
export interface OpenCharges {
  readonly account: string;
  readonly week: number;
  readonly currency: string;
  readonly cents: number;
  /** Parcels within a country, and over a border. */
  readonly domestic: number;
  readonly international: number;
}

export interface KeptInvoices {
  /** The latest, the newest first. */
  readonly latest: readonly Invoice[];
  /** All that were ever cut. */
  readonly count: number;
}

/** By which invoice a user qualified, and when. */
export interface Qualification {
  readonly since: number;
  readonly invoice: string;
}

/** A PIN as it was mailed. */
export interface Letter {
  readonly sentAt: number;
  readonly to: string;
  readonly userName: string;
  readonly pin: string;
  readonly until: number;
}

export interface Pin {
  readonly pin: string;
  readonly email: string;
  readonly until: number;
}

/** What the carrier knows of accounts beside their parcels. Keys of two words are joined by a blank. */
export interface AccountsState {
  readonly contracts: Map<string, Contract>;
  /** Contact address by account. */
  readonly contacts: Map<string, string>;
  /** By week and account. */
  readonly open: Map<string, OpenCharges>;
  readonly invoices: Map<string, KeptInvoices>;
  /** Invoices of one day, by account and day: their numbers count them. */
  readonly invoicesOfDay: Map<string, number>;
  /** By user and account, as all that follow. */
  readonly qualified: Map<string, Qualification>;
  readonly attempts: Map<string, Attempts>;
  readonly pins: Map<string, Pin>;
  /** By account, the oldest first. */
  readonly letters: Map<string, readonly Letter[]>;
}

/** The moment kind at which the invoices of a week are cut; its key is the week. */
export const INVOICE_DUE = 'account-invoices';
const KEPT_LETTERS = 20;

export const accountsStore = defineStore<AccountsState, AccountFact>({
  name: 'accounts',
  create: () => ({
    contracts: new Map(),
    contacts: new Map(),
    open: new Map(),
    invoices: new Map(),
    invoicesOfDay: new Map(),
    qualified: new Map(),
    attempts: new Map(),
    pins: new Map(),
    letters: new Map(),
  }),
  apply: {
    'contract-agreed': ({ contracts }, { account, contract }) => void contracts.set(account, contract),
    'account-contact-set': ({ contacts }, { account, email }) => void contacts.set(account, email),
    'shipment-made': ({ open }, { billing, bill, pickupDay, parcels }) => {
      if (bill === undefined) return;
      const billed = parcels.map(({ chargeCents = 0 }) => chargeCents).filter((cents) => cents > 0);
      if (billed.length === 0) return;
      const cents = billed.reduce((sum, one) => sum + one, 0);
      const known = { account: billing.account, week: billingWeek(pickupDay), currency: bill.currency };
      addCharges(open, { ...known, cents, ...counted(bill.isInternational, billed.length) });
    },
    'parcel-credited': credit,
    'invoice-cut': keepInvoice,
    'user-qualified': (state, { userName, account, invoice }, at) => {
      const key = userAndAccount(userName, account);
      state.qualified.set(key, { since: at, invoice });
      state.attempts.delete(key);
    },
    'qualification-revoked': ({ qualified }, { userName, account }) =>
      void qualified.delete(userAndAccount(userName, account)),
    'account-removed': ({ qualified }, { userName, account }) =>
      void qualified.delete(userAndAccount(userName, account)),
    'account-attempt-failed': ({ attempts, pins }, { userName, account }, at) => {
      const key = userAndAccount(userName, account);
      const after = afterWrong(attempts.get(key) ?? noAttempts, at);
      attempts.set(key, after);
      if (after.lockedUntil !== null) pins.delete(key);
    },
    'account-pin-sent': sendPin,
    'account-pin-accepted': ({ pins, attempts }, { userName, account }) => {
      pins.delete(userAndAccount(userName, account));
      attempts.delete(userAndAccount(userName, account));
    },
  },
  due: function* ({ open }) {
    for (const week of openWeeks(open)) yield invoiceMoment(week);
  },
});

export function userAndAccount(userName: string, account: string): string {
  return `${userName} ${account}`;
}

export function weekAndAccount(week: number, account: string): string {
  return `${week} ${account}`;
}

/** The weeks for which somebody owes something. */
export function openWeeks(open: Frozen<AccountsState>['open']): ReadonlySet<number> {
  return new Set([...open.values()].map(({ week }) => week));
}

/** When the invoices of a week are cut. */
export function invoiceMoment(week: number): DueMoment {
  return { at: invoiceCutAt(week), kind: INVOICE_DUE, key: String(week) };
}

function counted(isInternational: boolean, parcels: number) {
  return isInternational ? { domestic: 0, international: parcels } : { domestic: parcels, international: 0 };
}

function addCharges(open: AccountsState['open'], more: OpenCharges): void {
  const key = weekAndAccount(more.week, more.account);
  const known = open.get(key);
  open.set(key, {
    ...more,
    cents: more.cents + (known?.cents ?? 0),
    domestic: more.domestic + (known?.domestic ?? 0),
    international: more.international + (known?.international ?? 0),
  });
}

function credit({ open }: AccountsState, { account, week, cents, isInternational }: ParcelCredited): void {
  const key = weekAndAccount(week, account);
  const known = open.get(key);
  if (known === undefined) return;
  const taken = counted(isInternational, 1);
  const left = {
    ...known,
    cents: known.cents - cents,
    domestic: known.domestic - taken.domestic,
    international: known.international - taken.international,
  };
  if (left.cents > 0) open.set(key, left);
  else open.delete(key);
}

function keepInvoice(state: AccountsState, { account, week, invoice }: InvoiceCut): void {
  const known = state.invoices.get(account) ?? { latest: [], count: 0 };
  const dayKey = `${account} ${invoice.day}`;
  state.open.delete(weekAndAccount(week, account));
  state.invoicesOfDay.set(dayKey, (state.invoicesOfDay.get(dayKey) ?? 0) + 1);
  state.invoices.set(account, {
    latest: latestInvoices([...known.latest, invoice]),
    count: known.count + 1,
  });
}

function sendPin(state: AccountsState, { userName, account, email, pin, until }: PinSent, at: number): void {
  state.pins.set(userAndAccount(userName, account), { pin, email, until });
  const letters = state.letters.get(account) ?? [];
  const letter: Letter = { sentAt: at, to: email, userName, pin, until };
  state.letters.set(account, [...letters, letter].slice(-KEPT_LETTERS));
}
