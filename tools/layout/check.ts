import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { houseFolders, workspaces } from '../layout.ts';
import { checkImports, type Declared } from './import-rules.ts';
import { checkFolders, checkNames, checkPurity } from './name-rules.ts';
import { listFiles, readSources } from './tree.ts';

export interface LayoutReport {
  /** One line each. */
  readonly faults: readonly string[];
  readonly files: number;
  readonly imports: number;
}

/** Holds a tree against `tools/layout.ts`. */
export async function checkLayout(root: string): Promise<LayoutReport> {
  const folders = [...Object.values(workspaces).map(({ folder }) => folder), ...houseFolders];
  const sources = await readSources(root, folders);
  const paths = (await Promise.all(folders.map((folder) => listFiles(root, folder)))).flat();
  const declared = await readDeclared(root);
  const faults = [
    ...(await checkWorkspaces(root)),
    ...checkNames(paths),
    ...checkFolders(paths),
    ...sources.flatMap((file) => [...checkImports(file, declared), ...checkPurity(file)]),
  ];
  const imports = sources.reduce((sum, { text }) => sum + text.split(/\bimport\b/).length - 1, 0);
  return { faults, files: sources.length, imports };
}

/** A workspace that nobody wrote into the table has no rules: it may not exist. */
async function checkWorkspaces(root: string): Promise<string[]> {
  const found = await Promise.all(
    ['packages', 'apps'].map(async (parent) => {
      if (!existsSync(join(root, parent))) return [];
      return (await readdir(join(root, parent))).map((name) => `${parent}/${name}`);
    }),
  );
  const known = Object.values(workspaces).map(({ folder }) => folder);
  return found
    .flat()
    .filter((folder) => existsSync(join(root, folder, 'package.json')) && !known.includes(folder))
    .map((folder) => `${folder} is a workspace that is not in the table`);
}

async function readDeclared(root: string): Promise<Declared> {
  const folders = ['.', ...Object.values(workspaces).map(({ folder }) => folder)];
  const entries = await Promise.all(
    folders.map(async (folder) => [folder, await readPackages(join(root, folder, 'package.json'))] as const),
  );
  return Object.fromEntries(entries);
}

async function readPackages(path: string): Promise<string[]> {
  if (!existsSync(path)) return [];
  const described: Readonly<Record<string, unknown>> = JSON.parse(await readFile(path, 'utf8'));
  return ['dependencies', 'devDependencies', 'peerDependencies'].flatMap((member) =>
    Object.keys(described[member] ?? {}),
  );
}
