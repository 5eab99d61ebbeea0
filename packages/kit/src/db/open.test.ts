import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { hubMigrations } from '../testing/hub-migrations.ts';
import { startProgram } from '../testing/program.ts';
import { readMigrations } from './migrate.ts';
import type { DatabaseLocation, OpenDatabase } from './open.ts';
import { openDatabase } from './open.ts';
import { migratedImage } from './pglite/image.ts';

// Several starts of the embedded database in one test, perhaps beside other work.
vi.setConfig({ testTimeout: 120_000 });

const folders: string[] = [];

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lading-open-'));
  folders.push(folder);
  return folder;
}

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

const open = (location: DatabaseLocation): Promise<OpenDatabase<unknown>> =>
  openDatabase({ location, migrations: hubMigrations, roleSecret: 'tests', program: 'test' });

const addTenant = ({ door }: OpenDatabase<unknown>, name: string) =>
  door.asDesk((tx) =>
    sql`insert into tenants (tenant_id, name, created_at) values (gen_random_uuid(), ${name}, now())`.execute(
      tx,
    ),
  );

const tenantNames = async ({ door }: OpenDatabase<unknown>) => {
  const { rows } = await door.asDesk((tx) =>
    sql<{ name: string }>`select name from tenants order by 1`.execute(tx),
  );
  return rows.map(({ name }) => name);
};

describe('a database in a directory', () => {
  it('keeps its rows from one opening to the next, and refuses a second holder meanwhile', async () => {
    const path = await newFolder();
    const first = await open({ kind: 'directory', path });
    await addTenant(first, 'kept');
    await expect(open({ kind: 'directory', path })).rejects.toMatchObject({
      code: 'DIRECTORY_IN_USE',
      params: { program: 'test', pid: process.pid },
    });
    await first.close();
    await first.close();
    const second = await open({ kind: 'directory', path });
    expect(await tenantNames(second)).toEqual(['kept']);
    await second.close();
    expect(await readdir(path)).toEqual(['pg18']);
  });

  it('is free after its process was killed, with what was committed and nothing else', async () => {
    const path = await newFolder();
    const writer = await startProgram(new URL('../testing/writer.ts', import.meta.url), {
      DATA_DIRECTORY: path,
    });
    await expect(open({ kind: 'directory', path })).rejects.toMatchObject({
      code: 'DIRECTORY_IN_USE',
      params: { program: 'writer', pid: writer.pid },
    });
    await writer.kill();
    const database = await open({ kind: 'directory', path });
    expect(await tenantNames(database)).toEqual(['committed']);
    await addTenant(database, 'after');
    expect(await tenantNames(database)).toEqual(['after', 'committed']);
    await database.close();
  });

  it('is not opened when the migrations cannot be read, and stays free', async () => {
    const path = await newFolder();
    const opening = openDatabase({
      location: { kind: 'directory', path },
      migrations: join(path, 'none'),
      roleSecret: 'tests',
    });
    await expect(opening).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await readdir(path)).toEqual([]);
  });
});

describe('the prepared image', () => {
  it('is built once when several want it at the same time', async () => {
    const cache = await newFolder();
    const files = await readMigrations(hubMigrations);
    const images = await Promise.all([migratedImage(files, cache), migratedImage(files, cache)]);
    expect(images[0].length).toBeGreaterThan(1_000_000);
    expect(Buffer.compare(images[0], images[1])).toBe(0);
    const kept = (await readdir(cache)).filter((name) => name !== 'building');
    expect(kept).toEqual([expect.stringMatching(/^[0-9a-f]{32}\.tar$/)]);
  });
});

describe('a server that is not there', () => {
  it('is a DATABASE_UNAVAILABLE', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const address = closed.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await new Promise((resolve) => closed.close(resolve));
    const opening = open({ kind: 'server', url: `postgres://owner@127.0.0.1:${port}/none` });
    await expect(opening).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE', status: 503 });
  });
});
