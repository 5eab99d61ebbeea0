import {
  type AddressRowFault,
  type KnownAddress,
  rangesOf,
  readAddressRow,
  readHeading,
} from '@lading/carrier/address-street/open-addresses';
import { packStreetRanges, type StreetRange } from '@lading/carrier/address-street/ranges';
import { readTigerRecord, type TigerFault, tigerFields } from '@lading/carrier/address-street/tiger';
import { grouped } from '@lading/carrier/places/grouped';
import { Problem } from '@lading/kit/errors';
import type { ImportedTable, Importer } from '@lading/kit/reference/importer';
import type { LineFaults } from '@lading/kit/reference/line-faults';
import { textOf } from '@lading/kit/reference/lines';
import type { SourceFile } from '@lading/kit/reference/source-file';
import { defineTexts } from '@lading/kit/text';
import { readCsv } from '@lading/wire/csv-reading';
import { looksLikeDbf, readDbf } from '@lading/wire/dbf';

const KIND = 'streets';
/** The largest county has about a fifth of that. */
const MOST_BYTES = 400_000_000;

/** House-number ranges of a county, from the Census Bureau's TIGER/Line files; geometry is not needed. */
export const rangesImporter: Importer = {
  kind: KIND,
  takes: {
    en: 'the .dbf of a Census TIGER/Line ADDRFEAT shapefile (tl_2025_13121_addrfeat.dbf)',
    fr: 'le .dbf d’un fichier de formes ADDRFEAT de TIGER/Line du Census (tl_2025_13121_addrfeat.dbf)',
  },
  recognises: ({ head }) => looksLikeDbf(head),
  read: async (file, faults) => {
    const table = readDbf(await file.whole(MOST_BYTES));
    if ('fault' in table) throw unreadable(file, 'dbf');
    if (tigerFields.some((name) => !table.fields.includes(name))) throw unreadable(file, 'fields');
    const ranges: StreetRange[] = [];
    for (const { number, values } of table.records()) {
      const read = readTigerRecord(values);
      if ('fault' in read) faults.add(number, faultTexts[read.fault]);
      else if (read.length === 0) faults.leaveOut();
      else ranges.push(...read);
    }
    return tablesOf(ranges, originOf(file));
  },
};

/** Single addresses with their units, from OpenAddresses. */
export const addressesImporter: Importer = {
  kind: KIND,
  takes: {
    en: 'CSV files of OpenAddresses (LON, LAT, NUMBER, STREET, UNIT, CITY, …, POSTCODE)',
    fr: 'fichiers CSV d’OpenAddresses (LON, LAT, NUMBER, STREET, UNIT, CITY, …, POSTCODE)',
  },
  recognises: ({ head }) => {
    const [first = ''] = new TextDecoder().decode(head.subarray(0, 1000)).split('\n');
    return readHeading(first.split(',')) !== null;
  },
  read: async (file, faults) => tablesOf(rangesOf(await readAddresses(file, faults)), originOf(file)),
};

async function readAddresses(file: SourceFile, faults: LineFaults): Promise<KnownAddress[]> {
  const addresses: KnownAddress[] = [];
  let heading: ReadonlyMap<string, number> | null = null;
  for await (const record of readCsv(textOf(file))) {
    if ('fault' in record) {
      faults.add(record.line, faultTexts[record.fault]);
    } else if (heading === null) {
      heading = readHeading(record.cells);
      if (heading === null) throw unreadable(file, 'fields');
    } else {
      keep(addresses, readAddressRow(heading, record.cells), record.line, faults);
    }
  }
  return addresses;
}

function keep(
  addresses: KnownAddress[],
  read: ReturnType<typeof readAddressRow>,
  line: number,
  faults: LineFaults,
): void {
  if (!('fault' in read)) addresses.push(read);
  else if (read.fault === 'unusable') faults.leaveOut();
  else faults.add(line, faultTexts[read.fault]);
}

/** One table for each first three digits of the postal codes, so that the sandbox loads only what it is asked about. */
function tablesOf(ranges: readonly StreetRange[], origin: string): ImportedTable[] {
  return [...grouped(ranges, ({ postalCode }) => postalCode.slice(0, 3))].map(([area, own]) => ({
    key: `${area}-${origin}`,
    records: own.length,
    bytes: new TextEncoder().encode(packStreetRanges(own)),
  }));
}

/** The county of a TIGER file, else the file's own name: a file imported again replaces itself. */
function originOf({ name }: SourceFile): string {
  const [, county] = /^tl_\d{4}_(\d{5})_addrfeat/i.exec(name) ?? [];
  return (
    county ??
    name
      .toLowerCase()
      .replace(/\.\w+$/, '')
      .replace(/[^a-z0-9]+/g, '-')
  );
}

const faultTexts = defineTexts({
  zip: { en: 'the ZIP code is not five digits', fr: 'le code ZIP ne compte pas cinq chiffres' },
  number: { en: 'a house number holds no number', fr: 'un numéro civique ne contient aucun nombre' },
  parity: { en: 'the parity is not O, E or B', fr: 'la parité n’est ni O, ni E, ni B' },
  columns: {
    en: 'there are more or fewer cells than in the heading',
    fr: 'il y a plus ou moins de cellules que dans l’en-tête',
  },
  position: {
    en: 'longitude or latitude is no number of degrees',
    fr: 'la longitude ou la latitude n’est pas un nombre de degrés',
  },
  'open-quote': { en: 'a quotation mark is never closed', fr: 'un guillemet n’est jamais fermé' },
} satisfies Record<TigerFault | Exclude<AddressRowFault, 'unusable'> | 'open-quote', object>);

const reasons = defineTexts({
  dbf: {
    en: '{name} is damaged or cut off. Fetch it again. Nothing was changed.',
    fr: '{name} est endommagé ou coupé. Téléchargez-le de nouveau. Rien n’a été modifié.',
  },
  fields: {
    en: '{name} lacks columns that such a file has. Nothing was changed.',
    fr: 'Il manque à {name} des colonnes que compte un tel fichier. Rien n’a été modifié.',
  },
});

function unreadable({ name }: SourceFile, reason: keyof typeof reasons): Problem {
  return new Problem({ code: 'IMPORT_UNREADABLE', status: 400, text: reasons[reason], params: { name } });
}
