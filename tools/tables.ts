import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { printedName } from '../packages/carrier/src/places/names.ts';
import { type PlaceRow, packPlaces } from '../packages/carrier/src/places/table.ts';
import { root } from './run.ts';

/** Packages whose data stands packed in a table of ours: NOTICE names them although nothing of theirs runs. */
export const packedPackages: readonly string[] = ['zipcodes'];

const US_ROWS = 'packages/carrier/src/places/data/us-rows.ts';

/** The source of the built-in table of US postal codes, as it should be. */
export async function usRowsSource(): Promise<string> {
  const require = createRequire(import.meta.url);
  const { version } = JSON.parse(await readFile(require.resolve('zipcodes/package.json'), 'utf8'));
  const { codes } = require('zipcodes/lib/codes.js') as { codes: Readonly<Record<string, Entry>> };
  const rows = Object.values(codes).filter(isPlace).map(rowOf);
  return `/**
 * Postal codes of the United States and its territories with city, state and position, packed as \`table.ts\` says.
 * Written by \`npm run tables\` from the package zipcodes ${version}; where that comes from: ../SOURCES.md.
 */
export const usRows = \`
${packPlaces(rows)}
\`;
`;
}

/** One line when the table on disk is not what the package says. */
export async function checkTables(): Promise<string[]> {
  const kept = await readFile(join(root, US_ROWS), 'utf8').catch(() => '');
  return kept === (await usRowsSource()) ? [] : [`${US_ROWS} is out of date; run: npm run tables`];
}

interface Entry {
  readonly zip: string;
  readonly city: string;
  readonly state: string;
  readonly country: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** Labels for returned parcels have codes too, but nobody lives there. */
function isPlace({ zip, city, state, country }: Entry): boolean {
  const isCode = /^\d{5}$/.test(zip) && /^[A-Z]{2}$/.test(state) && country === 'US';
  return isCode && city !== '' && city !== 'Parcel Return Service';
}

function rowOf({ zip, city, state, latitude, longitude }: Entry): PlaceRow {
  return { code: zip, city: printedName(city), state, latitude, longitude };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(join(root, US_ROWS), await usRowsSource());
}
