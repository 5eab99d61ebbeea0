import { randomBytes } from 'node:crypto';
import { visitAsOwner } from '@lading/kit/db/postgres/engine';
import { withDatabase } from '@lading/kit/testing/server-copy';

/** Where a hub under test keeps its rows: a database of its own on the server, or (null) its data directory. */
export interface HubStore {
  readonly url: string | null;
  drop(): Promise<void>;
}

/** Follows `LADING_TEST_DATABASE_URL`, as the other suites do. */
export async function openStore(): Promise<HubStore> {
  const server = process.env.LADING_TEST_DATABASE_URL;
  if (!server) return { url: null, drop: async () => undefined };
  const name = `lading_journey_${randomBytes(8).toString('hex')}`;
  await visitAsOwner(server, (owner) => owner.query(`create database ${name}`));
  return {
    url: withDatabase(server, name),
    drop: async () => {
      await visitAsOwner(server, (owner) => owner.query(`drop database if exists ${name} with (force)`));
    },
  };
}
