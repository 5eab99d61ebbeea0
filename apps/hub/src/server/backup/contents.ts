import type { LeftOut } from '@lading/kit/db/dump/catalogue';
import { dumpIsUnreadable } from '@lading/kit/db/dump/problems';

/**
 * Not in a backup: queues, which are made anew, and sessions, which would open again for people who have signed out or
 * left since.
 */
export const leftOut: LeftOut = { schemas: ['pgboss'], tables: ['sessions'] };

/** What a hub keeps beside its tables and cannot be without. */
export interface KeptBeside {
  /** The hub's key: without it no token opens. */
  readonly key: string;
  /** It stands in the demo's own file instead of the settings. */
  readonly isDemoKey: boolean;
  /** The settings file of the hub's folder; empty where its settings stand elsewhere. */
  readonly settings: Readonly<Record<string, string>>;
}

/** @throws `DUMP_UNREADABLE` */
export function readKeptBeside(extra: unknown): KeptBeside {
  if (!isKeptBeside(extra)) throw dumpIsUnreadable({ what: 'key' });
  return extra;
}

function isKeptBeside(value: unknown): value is KeptBeside {
  if (typeof value !== 'object' || value === null) return false;
  const { key, isDemoKey, settings } = value as Record<string, unknown>;
  const isKey = typeof key === 'string' && Buffer.from(key, 'base64').length === 32;
  if (!isKey || typeof isDemoKey !== 'boolean' || typeof settings !== 'object' || settings === null)
    return false;
  return Object.values(settings).every((setting) => typeof setting === 'string');
}
