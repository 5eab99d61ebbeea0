import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const built = join(root, 'dist', 'lading.mjs');

/** The module behind the command; `LADING_FROM_SOURCE=1` passes over a build. */
export function loadProgram() {
  return isBuildCurrent() ? import(pathToFileURL(built).href) : loadFromSource();
}

async function loadFromSource() {
  // tsx looks for its settings in the current directory, which may be anybody's.
  process.env.TSX_TSCONFIG_PATH ??= join(root, 'tsconfig.json');
  const tsx = await import('tsx/esm/api').catch(() => null);
  if (tsx === null) {
    console.error(`Lading is not installed yet: run "npm start" in ${root} once.`);
    process.exit(1);
  }
  tsx.register();
  return import(pathToFileURL(join(root, 'apps', 'cli', 'src', 'main.ts')).href);
}

/** A build left behind by newer sources must not run in their place. */
function isBuildCurrent() {
  if (!existsSync(built) || process.env.LADING_FROM_SOURCE === '1') return false;
  const builtAt = statSync(built).mtimeMs;
  return ['apps', 'packages'].every((name) => newestChange(join(root, name)) <= builtAt);
}

function newestChange(folder) {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.name !== 'node_modules' && entry.name !== 'dist')
    .map((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? newestChange(path) : statSync(path).mtimeMs;
    })
    .reduce((newest, changedAt) => Math.max(newest, changedAt), 0);
}
