import { createHmac } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { createSealer, type Sealer } from '@lading/kit/crypto';
import { type OpenDatabase, openDatabase } from '@lading/kit/db/open';
import type { Log } from '@lading/kit/log';
import type { HubConfig } from './config.ts';
import type { HubTables } from './tables.ts';

/** The folder of the hub's migrations. */
export const migrations = fileURLToPath(new URL('../../migrations', import.meta.url));

/** The hub's store, migrated; its two logins on a server follow from the hub's key. */
export function openStore(config: HubConfig, key: string, log: Log): Promise<OpenDatabase<HubTables>> {
  return openDatabase<HubTables>({
    location: config.database,
    migrations,
    roleSecret: roleSecretOf(key),
    program: 'lading hub',
    log,
  });
}

/** What the passwords of the serving logins follow from. */
export function roleSecretOf(key: string): string {
  return derive(key, 'database roles');
}

/** The key's id is its fingerprint: rows sealed with another key say so instead of failing to open. */
export function sealerOf(key: string): Sealer {
  const id = derive(key, 'key id').slice(0, 12);
  return createSealer({ keys: [{ id, key: Buffer.from(key, 'base64') }] });
}

function derive(key: string, purpose: string): string {
  return createHmac('sha256', Buffer.from(key, 'base64')).update(purpose).digest('hex');
}
