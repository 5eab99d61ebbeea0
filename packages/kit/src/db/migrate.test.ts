import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testEngine } from '../testing/engine.ts';
import { hubMigrations } from '../testing/hub-migrations.ts';
import type { Engine } from './engine.ts';
import { type MigrationFile, migrate, readMigrations } from './migrate.ts';

let engine: Engine;
let real: readonly MigrationFile[];

beforeAll(async () => {
  engine = await testEngine(hubMigrations);
  real = await readMigrations(hubMigrations);
});
afterAll(() => engine.close());

function file(name: string, sql: string): MigrationFile {
  return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
}

const run = (files: readonly MigrationFile[]) => engine.asOwner((owner) => migrate(owner, files));
const exists = (table: string) =>
  engine.asOwner(async (owner) => {
    const { rows } = await owner.query('select to_regclass($1) is not null as found', [table]);
    return rows[0]?.found;
  });

describe('migrations', () => {
  it('that stand already are left alone', async () => {
    expect(await run(real)).toEqual([]);
  });

  it('that were edited after they had been applied are refused', async () => {
    const [first, ...rest] = real;
    const edited = { ...file(first?.name ?? '', `${first?.sql}\n-- edited`) };
    await expect(run([edited, ...rest])).rejects.toMatchObject({
      code: 'MIGRATION_EDITED',
      params: { name: first?.name },
    });
  });

  it('that failed are rolled back whole, named, and may be tried again', async () => {
    const broken = file(
      '9001-break.sql',
      'create table half (a int); select 1 / 0; create table whole (a int)',
    );
    await expect(run([...real, broken])).rejects.toMatchObject({
      code: 'MIGRATION_FAILED',
      params: { name: '9001-break.sql', reason: 'division by zero' },
    });
    expect(await exists('half')).toBe(false);
    const mended = file('9001-break.sql', 'create table half (a int); create table whole (a int)');
    expect(await run([...real, mended])).toEqual(['9001-break.sql']);
    expect(await exists('whole')).toBe(true);
    expect(await run([...real, mended])).toEqual([]);
  });

  it('that the program does not know mean a newer database', async () => {
    await expect(run(real.slice(0, -1))).rejects.toMatchObject({ code: 'MIGRATION_UNKNOWN' });
  });

  it('asked for twice at once are applied once', async () => {
    const known = [...real, file('9001-break.sql', 'create table half (a int); create table whole (a int)')];
    const more = [...known, file('9002-more.sql', 'create table more (a int)')];
    const applied = await Promise.all([run(more), run(more), run(more)]);
    expect(applied.flat()).toEqual(['9002-more.sql']);
  });
});

describe('the folder of migrations', () => {
  const withFiles = async (names: readonly string[]) => {
    const folder = await mkdtemp(join(tmpdir(), 'lading-migrations-'));
    for (const name of names) await writeFile(join(folder, name), `select '${name}'`);
    return readMigrations(folder).finally(() => rm(folder, { recursive: true }));
  };

  it('is read in the order of its numbers, other files aside', async () => {
    const files = await withFiles(['0002-b.sql', '0001-a.sql', 'README.md']);
    expect(files.map(({ name }) => name)).toEqual(['0001-a.sql', '0002-b.sql']);
    expect(files[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    [[], 'No migration'],
    [['0001-a.sql', '0001-b.sql'], 'the number 0001'],
    [['create.sql'], '"create.sql" is not'],
  ])('is refused when it holds %j', async (names, words) => {
    await expect(withFiles(names)).rejects.toThrow(words);
  });
});
