import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface SourceFile {
  /** From the project's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

const LEFT_OUT = new Set(['node_modules', 'dist', '.lading', '.cache', 'output', 'results', 'coverage']);
const SOURCE = /\.(ts|tsx|js|mjs|cjs)$/;

/** All files of a folder that are ours to judge, by name. */
export async function listFiles(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
  const below = await Promise.all(
    entries
      .filter(({ name }) => !LEFT_OUT.has(name))
      .map((entry) => {
        const path = `${folder}/${entry.name}`;
        return entry.isDirectory() ? listFiles(root, path) : [path];
      }),
  );
  return below.flat().sort();
}

export async function readSources(root: string, folders: readonly string[]): Promise<SourceFile[]> {
  const paths = (await Promise.all(folders.map((folder) => listFiles(root, folder)))).flat();
  const sources = paths.filter((path) => SOURCE.test(path));
  return Promise.all(sources.map(async (path) => ({ path, text: await readFile(join(root, path), 'utf8') })));
}
