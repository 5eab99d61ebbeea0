import { Problem } from '@lading/kit/errors';
import { LineFaults } from '@lading/kit/reference/line-faults';
import type { AccountDirectory, AccountFaults, AccountsImported } from '../../api/way-in.ts';
import type { Hub } from '../hub.ts';
import { type Account, readAccounts } from './accounts.ts';
import { audit, type Walker } from './service.ts';
import { readAccountRows, replaceAccounts } from './store.ts';

export async function getDirectory(hub: Hub, tenantId: string): Promise<AccountDirectory> {
  return { accounts: await hub.door.asTenant(tenantId, (tx) => readAccountRows(tx, tenantId)) };
}

/** The file becomes the whole directory, or changes nothing. @throws `ACCOUNTS_NOT_IMPORTED` */
export async function importAccounts(hub: Hub, by: Walker, csv: string): Promise<AccountsImported> {
  const read = await readAccounts(csv);
  if (read instanceof LineFaults) throw notImported(read);
  const { tenantId } = by;
  return hub.door.asTenant(tenantId, async (tx) => {
    const counts = compare(await readAccountRows(tx, tenantId), read);
    await replaceAccounts(tx, tenantId, read);
    await audit(hub, tx, by, 'way-in.import-accounts', { after: counts, at: new Date(hub.clock.now()) });
    return counts;
  });
}

/** What replacing one directory by another does. */
export function compare(before: readonly Account[], after: readonly Account[]): AccountsImported {
  const known = new Map(before.map((account) => [account.number, account]));
  const counts = { added: 0, changed: 0, removed: 0, unchanged: 0 };
  for (const { number, name, group } of after) {
    const old = known.get(number);
    if (!old) counts.added += 1;
    else if (old.name === name && old.group === group) counts.unchanged += 1;
    else counts.changed += 1;
  }
  counts.removed = before.length - counts.changed - counts.unchanged;
  return counts;
}

function notImported(faults: LineFaults): Problem {
  const details: AccountFaults = {
    count: faults.count,
    en: faults.sentences('en'),
    fr: faults.sentences('fr'),
  };
  return new Problem({
    code: 'ACCOUNTS_NOT_IMPORTED',
    status: 422,
    text: {
      en: 'Nothing was imported. Correct these lines and import the file again.',
      fr: 'Rien n’a été importé. Corrigez ces lignes et importez le fichier de nouveau.',
    },
    details: { ...details },
  });
}
