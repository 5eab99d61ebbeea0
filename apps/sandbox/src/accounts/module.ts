import { Type } from 'typebox';
import { command, type SandboxModule } from '../module.ts';
import type { Seeds } from '../seed.ts';
import type { World } from '../world/world.ts';
import {
  accountOf,
  authenticateByInvoice,
  authenticateByPin,
  requestPin,
  revokeAuthentication,
} from './authenticate.ts';
import { cutInvoices } from './billing.ts';
import type { AccountContactSet, ContractAgreed } from './facts.ts';
import { listAccounts, readLetters, showAccount } from './show.ts';
import { accountsStore, INVOICE_DUE } from './store.ts';

const Account = Type.String({ pattern: '^[0-9A-Z]{6}$' });
const UserName = Type.String({ minLength: 1, maxLength: 16 });
const Email = Type.String({ pattern: '^[^@\\s]+@[^@\\s]+$', maxLength: 200 });
const Bps = Type.Integer({ minimum: 0, maximum: 10_000 });
const Pounds = Type.Integer({ minimum: 0, maximum: 100_000 });
const maybe = Type.Optional;
const Contract = {
  number: Type.String({ minLength: 1, maxLength: 20 }),
  discounts: maybe(
    Type.Array(
      Type.Object(
        {
          service: Type.String({ pattern: '^[0-9]{2}$' }),
          zones: maybe(Type.Array(Type.String({ pattern: '^[0-9]{3}$' }), { minItems: 1, maxItems: 100 })),
          fromPounds: maybe(Pounds),
          toPounds: maybe(Pounds),
          bps: Bps,
        },
        { additionalProperties: false },
      ),
      { maxItems: 1000 },
    ),
  ),
  serviceDiscountBps: maybe(Type.Record(Type.String({ pattern: '^[0-9]{2}$' }), Bps)),
  surchargeDiscountBps: maybe(Type.Record(Type.String({ pattern: '^[0-9]{2,3}$' }), Bps)),
};

/** What the carrier keeps of an account beside its parcels: contract, contact, invoices, and who proved to belong to it. */
export const accountsModule: SandboxModule = {
  name: 'accounts',
  stores: [accountsStore],
  seed: fileSeeds,
  onDue: { [INVOICE_DUE]: (world, key) => cutInvoices(world, key) },
  counts: (world) => {
    const { contracts, invoices, qualified } = world.state(accountsStore);
    const cut = [...invoices.values()].reduce((sum, { count }) => sum + count, 0);
    return { contracts: contracts.size, invoices: cut, qualifiedUsers: qualified.size };
  },
  commands: [
    command('list-accounts', Type.Object({}), listAccounts),
    command('show-account', Type.Object({ account: Account }), showAccount),
    command('read-letters', Type.Object({ account: Account }), readLetters),
    command(
      'agree-contract',
      Type.Object({ account: Account, ...Contract }),
      (world, { account, ...terms }) => {
        accountOf(world, account);
        const contract = { serviceDiscountBps: {}, surchargeDiscountBps: {}, ...terms };
        const fact: ContractAgreed = { type: 'contract-agreed', account, contract };
        world.record(fact);
        return { account, contract };
      },
    ),
    command('set-account-contact', Type.Object({ account: Account, email: Email }), (world, contact) => {
      accountOf(world, contact.account);
      const fact: AccountContactSet = { type: 'account-contact-set', ...contact };
      world.record(fact);
      return contact;
    }),
    command(
      'authenticate-by-invoice',
      Type.Object({
        userName: UserName,
        account: Account,
        country: maybe(Type.String({ pattern: '^[A-Z]{2}$' })),
        invoiceNumber: Type.String({ minLength: 1, maxLength: 20 }),
        invoiceDate: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
        amountDue: Type.String({ pattern: '^\\d{1,9}(\\.\\d{2})?$' }),
        controlNumber: maybe(Type.String({ minLength: 1, maxLength: 10 })),
      }),
      authenticateByInvoice,
    ),
    command('request-pin', Type.Object({ userName: UserName, account: Account }), requestPin),
    command(
      'authenticate-by-pin',
      Type.Object({
        userName: UserName,
        account: Account,
        pin: Type.String({ pattern: '^\\d{6}$' }),
        email: maybe(Email),
      }),
      authenticateByPin,
    ),
    command(
      'revoke-authentication',
      Type.Object({ userName: UserName, account: Account }),
      revokeAuthentication,
    ),
  ],
};

/** Recorded before anything ships, so that the first parcel is billed as agreed. */
function fileSeeds(world: World, { accounts = [] }: Seeds): void {
  for (const { number, contactEmail, contract } of accounts) {
    const contact: AccountContactSet = { type: 'account-contact-set', account: number, email: contactEmail };
    world.record(contact);
    if (contract === undefined) continue;
    const agreed: ContractAgreed = { type: 'contract-agreed', account: number, contract };
    world.record(agreed);
  }
}
