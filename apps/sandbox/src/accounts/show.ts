import type { Invoice } from '@lading/carrier/accounts/invoices';
import { SHOWN_INVOICES } from '@lading/carrier/accounts/invoices';
import { defineTexts, type Text } from '@lading/kit/text';
import { networkStore } from '../network/store.ts';
import { amount } from '../rating/amounts.ts';
import type { Frozen } from '../world/store.ts';
import type { World } from '../world/world.ts';
import { accountOf } from './authenticate.ts';
import { accountsStore, type Letter } from './store.ts';

const texts = defineTexts({
  subject: { en: 'Your PIN for account {account}', fr: 'Votre NIP pour le compte {account}' },
  body: {
    en: '{userName} wants to add account {account} to a profile. The PIN is {pin}, good until {until}. Whoever did not ask for it does nothing.',
    fr: '{userName} souhaite ajouter le compte {account} à un profil. Le NIP est {pin}, valable jusqu’au {until}. Qui ne l’a pas demandé n’a rien à faire.',
  },
});

/** Every account of the world, by number. */
export function listAccounts(world: World): object {
  const { accounts } = world.state(networkStore);
  const { contracts, invoices } = world.state(accountsStore);
  const rows = [...accounts.values()]
    .sort((one, other) => (one.number < other.number ? -1 : 1))
    .map(({ number, company, owner, role }) => ({
      account: number,
      company: company.name,
      country: company.country,
      owner,
      role,
      contract: contracts.get(number)?.number ?? null,
      invoices: invoices.get(number)?.count ?? 0,
    }));
  return { accounts: rows };
}

/** What the carrier has on file of an account: contract, contact, latest invoices, who may see its rates. */
export function showAccount(world: World, { account }: { account: string }): object {
  const { company, owner, role } = accountOf(world, account);
  const state = world.state(accountsStore);
  const { latest, count } = state.invoices.get(account) ?? { latest: [], count: 0 };
  return {
    account,
    company: company.name,
    country: company.country,
    owner,
    role,
    contactEmail: state.contacts.get(account) ?? null,
    contract: state.contracts.get(account) ?? null,
    invoices: latest.map(shownInvoice),
    olderInvoices: Math.max(0, count - SHOWN_INVOICES),
    unbilled: [...state.open.values()]
      .filter((open) => open.account === account)
      .map(({ cents, currency, domestic, international }) => ({
        amount: amount(cents),
        currency,
        parcels: domestic + international,
      })),
    authenticated: [...state.qualified]
      .filter(([key]) => key.endsWith(` ${account}`))
      .map(([key, { since, invoice }]) => ({
        userName: key.slice(0, -account.length - 1),
        since: new Date(since).toISOString(),
        invoice,
      })),
  };
}

/** Letters to the contact of an account, the oldest first. */
export function readLetters(world: World, { account }: { account: string }): object {
  accountOf(world, account);
  const letters = world.state(accountsStore).letters.get(account) ?? [];
  return { letters: letters.map((letter) => shownLetter(account, letter)) };
}

function shownInvoice({
  number,
  day,
  amountCents,
  currency,
  controlNumber,
  isInternational,
}: Invoice): object {
  return {
    number,
    date: new Date(day * 86_400_000).toISOString().slice(0, 10),
    amountDue: amount(amountCents),
    currency,
    ...(controlNumber === '' ? {} : { controlNumber }),
    kind: isInternational ? 'international' : 'delivery',
  };
}

function shownLetter(account: string, { sentAt, to, userName, pin, until }: Frozen<Letter>): object {
  const params = { account, userName, pin, until: new Date(until).toISOString() };
  return {
    to,
    sentAt: new Date(sentAt).toISOString(),
    pin,
    subject: filled(texts.subject, params),
    text: filled(texts.body, params),
  };
}

function filled({ en, fr }: Text, params: Readonly<Record<string, string>>): Text {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (place, name: string) => params[name] ?? place);
  return { en: fill(en), fr: fill(fr) };
}
