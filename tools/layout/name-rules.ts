import { posix } from 'node:path';
import { bannedInPureCode, emptyWords, fileRoles, knownFolders, workspaces } from '../layout.ts';
import { isTest } from './import-rules.ts';
import { findName } from './imports.ts';
import type { SourceFile } from './tree.ts';

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** Names that tools or readers expect in capitals. */
const CAPITALS = /^(SOURCES|README)\.md$/;

/** One line for each name that is not kebab-case or says nothing. */
export function checkNames(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    const parts = path.split('/');
    const file = parts.pop() ?? '';
    const names = CAPITALS.test(file) ? parts : [...parts, file.replace(/^\./, '').split('.')[0] ?? ''];
    return names
      .filter((name) => name !== '.ci')
      .flatMap((name) => (KEBAB.test(name) ? emptyWord(name) : [`"${name}" is not kebab-case`]))
      .map((fault) => `${path} ${fault}`);
  });
}

function emptyWord(name: string): string[] {
  const word = name.split('-').find((part) => emptyWords.includes(part));
  return word === undefined ? [] : [`"${word}" says nothing about what it holds`];
}

/** One line for each folder that is not in its parent's list, and each role without its file. */
export function checkFolders(paths: readonly string[]): string[] {
  const folders = new Set(paths.flatMap((path) => ancestors(path)));
  const unknown = [...folders].flatMap((folder) => {
    const known = knownFolders[posix.dirname(folder)];
    return known && !known.includes(posix.basename(folder))
      ? [`${folder} is a folder that is not in the table`]
      : [];
  });
  const present = new Set(paths);
  const missing = fileRoles
    .filter((role) => folders.has(role.folders))
    .flatMap((role) => role.holds.map((name) => `${role.folders}/${name}`))
    .filter((path) => !present.has(path))
    .map((path) => `${path} is missing: every folder of its kind has one`);
  return [...unknown, ...missing];
}

function ancestors(path: string): string[] {
  const folder = posix.dirname(path);
  return folder === '.' ? [] : [folder, ...ancestors(folder)];
}

/** One line for each thing in a pure rule that does not follow from its values. */
export function checkPurity({ path, text }: SourceFile): string[] {
  const workspace = Object.values(workspaces).find(({ folder }) => path.startsWith(`${folder}/`));
  if (!workspace?.isPure || isTest(path)) return [];
  return Object.entries(bannedInPureCode).flatMap(([name, pattern]) =>
    findName(text, pattern).map((line) => `${path}:${line} uses ${name}; hand the value in`),
  );
}
