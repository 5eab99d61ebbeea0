import type { WorldForTests } from '../../testing.ts';

/** An invoice as `show-account` tells it. */
export interface ShownInvoice {
  readonly number: string;
  readonly date: string;
  readonly amountDue: string;
  readonly currency: string;
  readonly controlNumber?: string;
  readonly kind: 'delivery' | 'international';
}

export interface ShownAccount {
  readonly contactEmail: string | null;
  readonly invoices: readonly ShownInvoice[];
  readonly olderInvoices: number;
  readonly unbilled: readonly {
    readonly amount: string;
    readonly currency: string;
    readonly parcels: number;
  }[];
  readonly authenticated: readonly { readonly userName: string; readonly invoice: string }[];
}

export async function shownAccount(world: WorldForTests, account: string): Promise<ShownAccount> {
  return (await world.command('show-account', { account })) as ShownAccount;
}

/** What a person copies from the latest invoice of an account. @throws RangeError where it has none. */
export async function latestClaim(world: WorldForTests, userName: string, account: string): Promise<object> {
  const [latest] = (await shownAccount(world, account)).invoices;
  if (latest === undefined) throw new RangeError(`no invoice of ${account}`);
  return claimOf(userName, account, latest);
}

export function claimOf(userName: string, account: string, invoice: ShownInvoice): object {
  const { number, date, amountDue, controlNumber } = invoice;
  const claim = { userName, account, invoiceNumber: number, invoiceDate: date, amountDue };
  return controlNumber === undefined ? claim : { ...claim, controlNumber };
}
