import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json, whether this runs from the sources or from a build. */
export const home = findHome(fileURLToPath(new URL('.', import.meta.url)));

/** In a build a module keeps its old place below `files/`; the build stands above that. */
const [build] = fileURLToPath(import.meta.url).split(join('files', 'apps', 'cli', 'src', 'places.ts'));

/** Whether this is the built program. */
export const isBuiltProgram = build !== undefined && build !== fileURLToPath(import.meta.url);

/** The screens of a build; they stand beside the built program. */
export const builtScreens = join(build ?? home, 'web');

export const version = readVersion(join(home, 'package.json'));

function readVersion(path: string): string {
  const described: unknown = JSON.parse(readFileSync(path, 'utf8'));
  const isDescribed = typeof described === 'object' && described !== null && 'version' in described;
  return isDescribed ? String(described.version) : '';
}

function findHome(folder: string): string {
  if (existsSync(join(folder, 'bin', 'lading.mjs'))) return folder;
  const above = resolve(folder, '..');
  if (above === folder) throw new Error('The folder of Lading was not found above its own program.');
  return findHome(above);
}
