import { LineFaults } from '@lading/kit/reference/line-faults';
import { defineTexts } from '@lading/kit/text';
import { type CsvRecord, readCsv } from '@lading/wire/csv-reading';

/** A carrier account under the name and group that the company's people know. */
export interface Account {
  readonly number: string;
  readonly name: string;
  readonly group: string | null;
}

type Column = 'number' | 'name' | 'group';

/** A heading's cell, without accents, case, hyphens and spaces. */
const HEADINGS: Readonly<Record<string, Column>> = {
  ...{ account: 'number', accountnumber: 'number', number: 'number' },
  ...{ compte: 'number', numerodecompte: 'number', numero: 'number' },
  ...{ name: 'name', accountname: 'name', nom: 'name', nomducompte: 'name' },
  ...{ group: 'group', groupe: 'group' },
};

const DELIMITERS = [',', ';', '\t'] as const;
const MOST_ACCOUNTS = 10_000;
const MOST_CHARACTERS = 80;
/** Six letters or digits (the carrier’s published schema, ShipperNumber). */
const ACCOUNT_NUMBER = /^[0-9A-Z]{6}$/;

/**
 * The accounts of a CSV text, or what is wrong with it, line by line. Spaces around a cell do not count and small
 * letters of a number are taken for capitals; nothing else is mended.
 */
export async function readAccounts(csv: string): Promise<Account[] | LineFaults> {
  const text = csv.replace(/^\uFEFF/, '');
  const faults = new LineFaults();
  const rows: CsvRecord[] = [];
  for await (const row of readCsv([text], { delimiter: delimiterOf(text) })) rows.push(row);
  const [heading, ...lines] = rows;
  const columns = columnsOf(heading, faults);
  if (columns === null) return faults;
  const accounts = new Map<string, Account & { readonly line: number }>();
  for (const row of lines) addRow(row, columns, accounts, faults);
  if (lines.length === 0) faults.add(heading?.line ?? 1, texts.noAccount);
  if (accounts.size > MOST_ACCOUNTS) {
    faults.add(lines[MOST_ACCOUNTS]?.line ?? 1, texts.tooMany, { most: MOST_ACCOUNTS });
  }
  if (faults.count > 0) return faults;
  return [...accounts.values()].map(({ number, name, group }) => ({ number, name, group }));
}

/** What stands most often in the heading cuts the cells. */
function delimiterOf(text: string): string {
  const [heading = ''] = text.split('\n', 1);
  const counts = DELIMITERS.map((one) => heading.split(one).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

function columnsOf(heading: CsvRecord | undefined, faults: LineFaults): Map<Column, number> | null {
  const columns = new Map<Column, number>();
  const cells = heading && 'cells' in heading ? heading.cells : [];
  for (const [at, cell] of cells.entries()) {
    const column = HEADINGS[folded(cell)];
    if (column === undefined) faults.add(heading?.line ?? 1, texts.unknownColumn, { column: cell });
    else if (columns.has(column)) faults.add(heading?.line ?? 1, texts.columnTwice, { column: cell });
    else columns.set(column, at);
  }
  if (columns.has('number') && columns.has('name')) return faults.count === 0 ? columns : null;
  faults.add(heading?.line ?? 1, texts.heading);
  return null;
}

function folded(cell: string): string {
  return cell
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
}

function addRow(
  row: CsvRecord,
  columns: ReadonlyMap<Column, number>,
  accounts: Map<string, Account & { readonly line: number }>,
  faults: LineFaults,
): void {
  if ('fault' in row) {
    faults.add(row.line, texts.openQuote);
    return;
  }
  const { line, cells } = row;
  if (cells.length > columns.size) faults.add(line, texts.tooManyCells, { most: columns.size });
  const cell = (column: Column) => cells[columns.get(column) ?? -1]?.trim() ?? '';
  const number = cell('number').toUpperCase();
  const name = cell('name');
  const group = cell('group');
  if (!ACCOUNT_NUMBER.test(number)) faults.add(line, texts.badNumber, { number: cell('number') });
  if (name === '') faults.add(line, texts.noName);
  for (const long of [name, group]) {
    if (long.length > MOST_CHARACTERS) faults.add(line, texts.tooLong, { most: MOST_CHARACTERS });
  }
  const first = accounts.get(number);
  if (first) faults.add(line, texts.numberTwice, { number, first: first.line });
  else accounts.set(number, { line, number, name, group: group === '' ? null : group });
}

const texts = defineTexts({
  heading: {
    en: 'the first line names the columns: account, name and, if wanted, group',
    fr: 'la première ligne nomme les colonnes : compte, nom et, au besoin, groupe',
  },
  unknownColumn: { en: 'unknown column “{column}”', fr: 'colonne inconnue : « {column} »' },
  columnTwice: { en: 'column “{column}” stands twice', fr: 'la colonne « {column} » figure deux fois' },
  openQuote: { en: 'a quotation mark never closes', fr: 'un guillemet ne se referme jamais' },
  tooManyCells: { en: 'holds more than {most} cells', fr: 'contient plus de {most} cellules' },
  badNumber: {
    en: '“{number}” is not an account number: six letters or digits',
    fr: '« {number} » n’est pas un numéro de compte : six lettres ou chiffres',
  },
  noName: { en: 'the name is missing', fr: 'il manque le nom' },
  tooLong: {
    en: 'a name or group has more than {most} characters',
    fr: 'un nom ou un groupe compte plus de {most} caractères',
  },
  numberTwice: {
    en: 'account {number} stands on line {first} already',
    fr: 'le compte {number} figure déjà à la ligne {first}',
  },
  noAccount: { en: 'no account follows the heading', fr: 'aucun compte ne suit l’en-tête' },
  tooMany: { en: 'more than {most} accounts', fr: 'plus de {most} comptes' },
});
