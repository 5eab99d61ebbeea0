import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type LockedPackage, readLockedPackages } from './licences.ts';
import { root } from './run.ts';
import { packedPackages } from './tables.ts';

const HEAD = `Lading
Copyright 2026 The Lading authors

Licensed under the Apache License, Version 2.0 (see LICENSE).

Lading is not affiliated with, endorsed by or sponsored by United Parcel Service of America, Inc. UPS, Quantum View
and CampusShip are marks of their owner and are named here only to say what this program works with.

This product includes or installs the following packages, each under its own licence. The text of a licence stands in
the package's folder below node_modules. Written from package-lock.json by "npm run notice".
`;

const PACKED = `Tables of this product hold data of the following packages, packed by "npm run tables". Copyright notices and sources stand
in the SOURCES.md beside each table.
`;

/** NOTICE as it should be: every package that runs with the product or whose data it holds, one line each. */
export function noticeOf(packages: readonly LockedPackage[]): string {
  const running = packages.filter(({ isDev }) => !isDev);
  const packed = packages.filter(({ name }) => packedPackages.includes(name));
  return `${HEAD}\n${linesOf(running)}\n${PACKED}\n${linesOf(packed)}`;
}

function linesOf(packages: readonly LockedPackage[]): string {
  return packages.map((one) => `${one.name} ${one.version}: ${one.licence}\n`).join('');
}

/** One line when NOTICE on disk is not what the lockfile says. */
export async function checkNotice(packages: readonly LockedPackage[]): Promise<string[]> {
  const kept = await readFile(join(root, 'NOTICE'), 'utf8').catch(() => '');
  return kept === noticeOf(packages)
    ? []
    : ['NOTICE is not what package-lock.json says; run: npm run notice'];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(join(root, 'NOTICE'), noticeOf(await readLockedPackages(root)));
}
