import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One package of the lockfile. */
export interface LockedPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX, as the package says; empty where it says nothing. */
  readonly licence: string;
  /** Needed for development only. */
  readonly isDev: boolean;
}

/** Licences that ask for no more than a notice. */
const ALLOWED = new Set([
  ...[
    '0BSD',
    'Apache-2.0',
    'BlueOak-1.0.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'CC0-1.0',
    'ISC',
    'MIT',
    'MIT-0',
  ],
  ...['Python-2.0', 'Unlicense'],
]);

/**
 * Others, package by package, with the reason. MPL-2.0 binds changes to its own files; we change none. The text that
 * zipcodes calls BSD is the one of three clauses.
 */
const EXCEPTIONS: Readonly<Record<string, readonly string[]>> = {
  BSD: ['zipcodes'],
  'MPL-2.0': ['axe-core', 'lightningcss'],
};

export async function readLockedPackages(root: string): Promise<LockedPackage[]> {
  const lock: unknown = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'));
  const found = new Map<string, LockedPackage>();
  for (const [path, entry] of Object.entries(packagesOf(lock))) {
    if (!path.includes('node_modules/') || entry.link === true) continue;
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const version = String(entry.version ?? '');
    const before = found.get(`${name}@${version}`);
    const isDev = entry.dev === true && (before?.isDev ?? true);
    found.set(`${name}@${version}`, { name, version, licence: String(entry.license ?? ''), isDev });
  }
  return [...found.values()].sort((a, b) => compare(a.name, b.name) || compare(a.version, b.version));
}

/** One line for each package whose licence is not on the list. */
export function checkLicences(packages: readonly LockedPackage[]): string[] {
  return packages
    .filter(({ name, licence }) => !isAllowed(licence) && !isExcepted(name, licence))
    .map(({ name, version, licence }) => `${name} ${version} is under ${licence || 'no stated licence'}`);
}

/** An SPDX expression: one of the choices of an `OR`, every part of an `AND`. */
export function isAllowed(expression: string): boolean {
  const plain = expression.replace(/[()]/g, ' ').trim();
  return plain
    .split(/\s+OR\s+/)
    .some((choice) => choice.split(/\s+AND\s+/).every((part) => ALLOWED.has(part.trim())));
}

function isExcepted(name: string, licence: string): boolean {
  return (EXCEPTIONS[licence] ?? []).some((known) => name === known || name.startsWith(`${known}-`));
}

function packagesOf(lock: unknown): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  if (typeof lock !== 'object' || lock === null || !('packages' in lock)) return {};
  return lock.packages as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
