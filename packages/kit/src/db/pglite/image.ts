import { createHash, randomUUID } from 'node:crypto';
import {
  access,
  constants,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isProblem } from '../../errors.ts';
import { jobSchemaVersion } from '../../jobs/schema.ts';
import { type DirectoryLock, takeLock } from '../lock-file.ts';
import type { MigrationFile } from '../migrate.ts';
import { prepareDatabase } from '../prepare.ts';
import { pgliteEngine } from './engine.ts';
import { startHost } from './host.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const ROLES = 'create role lading_app nologin; create role lading_desk nologin';
const BUILD_WAIT_MS = 120_000;
const KEEP_UNUSED_MS = 24 * 3_600_000;

/**
 * The data directory of a fresh, migrated database, as a tar. Building one takes seconds, loading one a
 * fraction of a second, so it is kept in `folder` under a hash of everything that goes into it.
 */
export async function migratedImage(
  files: readonly MigrationFile[],
  folder = defaultFolder(),
): Promise<Bytes> {
  const path = join(folder, `${imageKey(files)}.tar`);
  return (await readImage(path)) ?? buildOnce(path, files);
}

function imageKey(files: readonly MigrationFile[]): string {
  const hash = createHash('sha256').update(pgliteVersion()).update(jobSchemaVersion).update(ROLES);
  for (const { name, sha256 } of files) hash.update(`\n${name} ${sha256}`);
  return hash.digest('hex').slice(0, 32);
}

function pgliteVersion(): string {
  const { version }: { version: string } = createRequire(import.meta.url)(
    join(installFolder(), '@electric-sql', 'pglite', 'package.json'),
  );
  return version;
}

/** Several test processes may want the same image at once: one builds, the others wait for it. */
async function buildOnce(path: string, files: readonly MigrationFile[]): Promise<Bytes> {
  if (!(await isWritable(dirname(path)))) return build(files);
  // The directory stays: removing it would take the lock file of whoever is just about to wait.
  const lock = await waitForTurn(join(dirname(path), 'building'));
  try {
    const finished = await readImage(path);
    if (finished) return finished;
    const image = await build(files);
    await keep(path, image);
    return image;
  } finally {
    await lock.release();
  }
}

/** Installed by somebody else, the cache may not be ours to write: then every first start builds. */
async function isWritable(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && /^(EACCES|EPERM|EROFS)$/.test(String(error.code)))
      return false;
    throw error;
  }
}

async function waitForTurn(directory: string): Promise<DirectoryLock> {
  const deadline = Date.now() + BUILD_WAIT_MS;
  for (;;) {
    try {
      return await takeLock(directory, { program: 'lading image' });
    } catch (error) {
      if (!isProblem(error) || Date.now() > deadline) throw error;
      await wait(100);
    }
  }
}

async function build(files: readonly MigrationFile[]): Promise<Bytes> {
  const host = await startHost({});
  const engine = pgliteEngine(host);
  try {
    await engine.asOwner(async (owner) => {
      await owner.query(ROLES);
      await prepareDatabase(owner, files);
      await owner.query('checkpoint');
    });
    return await host.dump();
  } finally {
    await engine.close();
  }
}

async function keep(path: string, image: Bytes): Promise<void> {
  const unfinished = `${path}.${randomUUID()}.part`;
  await writeFile(unfinished, image);
  await rename(unfinished, path);
  await removeUnused(dirname(path));
}

async function readImage(path: string): Promise<Bytes | undefined> {
  try {
    const image = new Uint8Array(await readFile(path));
    const now = new Date();
    await utimes(path, now, now);
    return image;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Every edit of a migration makes another image of 40 MB; those nobody used for a day go. */
async function removeUnused(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!/\.(tar|part)$/.test(name)) continue;
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > KEEP_UNUSED_MS) await rm(path, { force: true });
  }
}

function defaultFolder(): string {
  return join(installFolder(), '.cache', 'lading', 'images');
}

/** The `node_modules` in which the embedded database is installed. */
function installFolder(): string {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  return entry.slice(0, entry.lastIndexOf(`${sep}@electric-sql${sep}`));
}
