import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type LockedPackage, readLockedPackages } from './licences.ts';
import { root } from './run.ts';

const HEAD = `Lading
Copyright 2026 The Lading authors

Licensed under the Apache License, Version 2.0 (see LICENSE).

Lading is not affiliated with, endorsed by or sponsored by United Parcel Service of America, Inc. UPS, Quantum View
and CampusShip are marks of their owner and are named here only to say what this program works with.

This product includes or installs the following packages, each under its own licence. The text of a licence stands in
the package's folder below node_modules. Written from package-lock.json by "npm run notice".
`;

/** NOTICE as it should be: every package that runs with the product, one line each. */
export function noticeOf(packages: readonly LockedPackage[]): string {
  const lines = packages
    .filter(({ isDev }) => !isDev)
    .map((one) => `${one.name} ${one.version}: ${one.licence}`);
  return `${HEAD}\n${lines.join('\n')}\n`;
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
