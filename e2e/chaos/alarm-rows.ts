import { openDatabase } from '@lading/kit/db/open';
import { visitAsOwner } from '@lading/kit/db/postgres/engine';
import { hubMigrations } from '@lading/kit/testing/hub-migrations';
import { sql } from 'kysely';
import type { Rig } from './world.ts';

/** A row of the outbox: what was to be told, once for each cause. */
export interface AlarmRow {
  readonly kind: string;
  readonly cause: string;
  readonly isSent: boolean;
}

interface Stored {
  kind: string;
  cause: string;
  sent: boolean;
}

const QUERY = `select kind, dedupe_key as cause, sent_at is not null as sent from outbox
  where payload ->> 'to' = 'administrators'`;

/** What the hub's store says was to be told to administrators. The hub of an embedded store must have ended. */
export async function alarmRows({ store, databaseDirectory }: Rig): Promise<readonly AlarmRow[]> {
  const rows = store.kind === 'postgres' ? await onServer(store.url) : await inDirectory(databaseDirectory);
  return rows.map(({ kind, cause, sent }) => ({ kind, cause, isSent: sent }));
}

function onServer(url: string): Promise<readonly Stored[]> {
  return visitAsOwner(url, async (owner) => (await owner.query(QUERY)).rows as Stored[]);
}

async function inDirectory(path: string): Promise<readonly Stored[]> {
  const { door, close } = await openDatabase({
    location: { kind: 'directory', path },
    migrations: hubMigrations,
    roleSecret: 'chaos',
  });
  try {
    return await door.asDesk(async (tx) => (await sql<Stored>`${sql.raw(QUERY)}`.execute(tx)).rows);
  } finally {
    await close();
  }
}
