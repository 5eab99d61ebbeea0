import { resolve } from 'node:path';
import { isProblem } from '@lading/kit/errors';
import { type Imported, importFile } from '@lading/kit/reference/import-file';
import { openLibrary, type TableEntry } from '@lading/kit/reference/library';
import { LineFaults } from '@lading/kit/reference/line-faults';
import { type Locale, say } from '@lading/kit/text';
import { allImporters } from '../importers/all.ts';
import { dataTexts } from './data-texts.ts';

export interface DataOptions {
  /** The folder of imported tables. */
  readonly reference: string;
}

export interface ImportOptions extends DataOptions {
  readonly kind?: string;
  readonly source?: string;
  readonly asOf?: string;
}

/** `lading data import FILE`: all of the file or nothing; faults line by line on standard error. */
export async function runDataImport(file: string, options: ImportOptions, locale: Locale): Promise<void> {
  const { reference, ...named } = options;
  const progress = progressLine(locale);
  const path = resolve(file);
  const order = { path, importers: await allImporters(), library: openLibrary(resolve(reference)) };
  try {
    const imported = await importFile({
      ...order,
      ...named,
      now: Date.now(),
      onProgress: progress.show,
    });
    progress.end();
    console.log(summaryOf(imported, resolve(reference), locale));
    if (imported.leftOut > 0) console.log(say(dataTexts.leftOut, locale, { lines: imported.leftOut }));
  } catch (error) {
    progress.end();
    for (const sentence of faultsOf(error, locale)) console.error(sentence);
    throw error;
  }
}

/** `lading data list`: every imported table with where it came from. */
export async function runDataList({ reference }: DataOptions, locale: Locale): Promise<void> {
  const entries = await openLibrary(resolve(reference)).entries();
  if (entries.length === 0) console.log(say(dataTexts.nothing, locale, { folder: resolve(reference) }));
  for (const entry of entries) console.log(lineOf(entry, locale));
}

/** `lading data remove KIND KEY`: the built-in table, where there is one, answers again. */
export async function runDataRemove(
  kind: string,
  key: string,
  { reference }: DataOptions,
  locale: Locale,
): Promise<void> {
  const wasThere = await openLibrary(resolve(reference)).remove(kind, key);
  console.log(say(wasThere ? dataTexts.removed : dataTexts.notThere, locale, { kind, key }));
  if (!wasThere) process.exitCode = 1;
}

function faultsOf(error: unknown, locale: Locale): readonly string[] {
  const faults = isProblem(error) ? error.details.faults : undefined;
  return faults instanceof LineFaults ? faults.sentences(locale) : [];
}

function summaryOf(
  { kind, tables, source, asOf, fileChecksum }: Imported,
  folder: string,
  locale: Locale,
): string {
  const records = tables.reduce((sum, table) => sum + table.records, 0);
  const keys = tables.map((table) => table.key).join(', ');
  const checksum = fileChecksum.slice(0, 16);
  return say(dataTexts.imported, locale, { records, kind, keys, source, asOf, checksum, folder });
}

function lineOf({ kind, key, records, source, asOf, fileChecksum }: TableEntry, locale: Locale): string {
  const checksum = fileChecksum.slice(0, 16);
  return say(dataTexts.entry, locale, { kind, key, records, source, asOf, checksum });
}

/** One line that is written over, on a terminal only: a log keeps the sentence at the end. */
function progressLine(locale: Locale): {
  show(readBytes: number, sizeBytes: number): void;
  end(): void;
} {
  let shown = -1;
  return {
    show: (readBytes, sizeBytes) => {
      const percent = sizeBytes === 0 ? 100 : Math.floor((readBytes / sizeBytes) * 100);
      if (!process.stderr.isTTY || percent === shown) return;
      shown = percent;
      process.stderr.write(`\r${say(dataTexts.reading, locale, { percent })}`);
    },
    end: () => {
      if (shown >= 0) process.stderr.write('\n');
    },
  };
}
