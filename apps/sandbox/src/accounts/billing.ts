import { showsControlNumber } from '@lading/carrier/accounts/authentication';
import { drawControlNumber, invoiceDay, invoiceNumber } from '@lading/carrier/accounts/invoices';
import { networkStore } from '../network/store.ts';
import type { Frozen } from '../world/store.ts';
import type { World } from '../world/world.ts';
import type { InvoiceCut } from './facts.ts';
import { accountsStore, type OpenCharges } from './store.ts';

/** Cuts an invoice for every account that owes something for the week. */
export function cutInvoices(world: World, key: string): void {
  const { open } = world.state(accountsStore);
  const owed = [...open.values()].filter(({ week }) => String(week) === key);
  for (const charges of owed) world.record(invoiceOf(world, charges));
}

function invoiceOf(world: World, { account, week, ...charges }: Frozen<OpenCharges>): InvoiceCut {
  const day = invoiceDay(week);
  const ordinal = world.state(accountsStore).invoicesOfDay.get(`${account} ${day}`) ?? 0;
  const number = invoiceNumber(account, day, ordinal);
  const country = world.state(networkStore).accounts.get(account)?.company.country ?? '';
  return {
    type: 'invoice-cut',
    account,
    week,
    invoice: {
      number,
      day,
      amountCents: charges.cents,
      currency: charges.currency,
      controlNumber: showsControlNumber(country)
        ? drawControlNumber(world.random(`invoice/${number}/${day}`))
        : '',
      isInternational: charges.domestic === 0,
    },
  };
}
