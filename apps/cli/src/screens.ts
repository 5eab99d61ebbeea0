import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { builtScreens, home } from './places.ts';

/** Everything that the screens are made from. */
const SOURCES = [
  'apps/hub/index.html',
  'apps/hub/public',
  'apps/hub/src/api',
  'apps/hub/src/web',
  'packages/contract/src',
  'packages/kit/src',
  'packages/ui/src',
  'package-lock.json',
];
const CACHE = join(home, '.cache', 'screens');
const KEPT_MS = 24 * 3_600_000;

/**
 * The folder of the hub's screens: those of a build when the program was built, else made from the sources (about
 * two seconds) and kept by the hash of what they were made from.
 */
export async function findScreens({
  isBuilt,
  onBuild,
}: {
  isBuilt: boolean;
  onBuild: () => void;
}): Promise<string> {
  if (isBuilt) return builtScreens;
  const folder = join(CACHE, await hashOfSources());
  if (existsSync(folder)) return folder;
  onBuild();
  const unfinished = `${folder}-${process.pid}`;
  await mkdir(CACHE, { recursive: true });
  const { buildScreens } = await import('@lading/hub/web/build');
  await buildScreens(unfinished);
  await moveInto(unfinished, folder);
  await dropOld(folder);
  return folder;
}

/** Two programs may build at once; the first one's screens stay. */
async function moveInto(unfinished: string, folder: string): Promise<void> {
  try {
    await rename(unfinished, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    await rm(unfinished, { recursive: true, force: true });
  }
}

async function dropOld(current: string): Promise<void> {
  for (const name of await readdir(CACHE)) {
    const path = join(CACHE, name);
    const age = Date.now() - (await stat(path)).mtimeMs;
    if (path !== current && age > KEPT_MS) await rm(path, { recursive: true, force: true });
  }
}

async function hashOfSources(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const path of await filesBelow(join(home, source))) {
      hash.update(`${relative(home, path)}\0`).update(await readFile(path));
    }
  }
  return hash.digest('hex').slice(0, 20);
}

async function filesBelow(path: string): Promise<string[]> {
  if (!existsSync(path)) return [];
  if ((await stat(path)).isFile()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
