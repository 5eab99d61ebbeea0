import { existsSync } from 'node:fs';
import { Client } from 'pg';
import { describe, expect, test } from 'vitest';
import { startCluster } from './postgres/cluster.ts';
import { newestInstalled } from './postgres/server-programs.ts';

const programs = await newestInstalled();

describe.skipIf(programs === undefined)('a throw-away cluster', () => {
  test('answers its owner by password only, and leaves neither process nor folder', async () => {
    if (programs === undefined) return;
    const cluster = await startCluster({ programs, password: 'p', isDurable: false });
    const client = new Client({ connectionString: cluster.url });
    await client.connect();
    const { rows } = await client.query<{ folder: string }>(
      `select current_setting('data_directory') as folder`,
    );
    await client.end();
    const stranger = new Client({ connectionString: cluster.url.replace(':p@', ':q@') });
    await expect(stranger.connect()).rejects.toThrow(/password/);
    await cluster.stop();
    expect(existsSync(rows[0]?.folder ?? '/')).toBe(false);
    await expect(new Client({ connectionString: cluster.url }).connect()).rejects.toThrow(/ECONNREFUSED/);
  });
});
