import type { ImportedTable, Importer } from './importer.ts';
import type { Library, Provenance } from './library.ts';
import { LineFaults } from './line-faults.ts';
import { malformed, nothingInside, unknownFile, unknownKind } from './problems.ts';
import { type OnRead, type OpenedFile, openSourceFile } from './source-file.ts';

export interface ImportOrder {
  readonly path: string;
  readonly importers: readonly Importer[];
  readonly library: Library;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Names the importer instead of letting the file be recognised. */
  readonly kind?: string;
  /** Who published it; the file's name when absent. */
  readonly source?: string;
  /** The day that it is of, `2026-10-01`; the day of the file when absent. */
  readonly asOf?: string;
  /** Called after every piece, with bytes of the file on the disk. */
  readonly onProgress?: (readBytes: number, sizeBytes: number) => void;
}

export interface Imported extends Provenance {
  readonly kind: string;
  readonly tables: readonly { readonly key: string; readonly records: number }[];
  /** Lines that were in order but of no use. */
  readonly leftOut: number;
}

/**
 * Reads a file into the library: all its tables, or none.
 * @throws `IMPORT_MALFORMED` with the faults by line, `IMPORT_UNKNOWN`, `IMPORT_EMPTY`, `IMPORT_TRUNCATED`,
 * `IMPORT_NOT_TEXT`, `IMPORT_TOO_LARGE`; nothing has changed then.
 */
export async function importFile(order: ImportOrder): Promise<Imported> {
  const file = await openWithProgress(order);
  const importer = choose(order, file);
  const faults = new LineFaults();
  const tables = await importer.read(file, faults);
  if (faults.count > 0) throw malformed(order.path, faults);
  if (tables.every(({ records }) => records === 0)) throw nothingInside(order.path);
  const provenance: Provenance = {
    source: order.source ?? file.name,
    asOf: order.asOf ?? dayOf(file.modifiedAt),
    importedAt: new Date(order.now).toISOString(),
    fileChecksum: await file.checksum(),
  };
  const { kind } = importer;
  await order.library.put(
    tables.map((table) => ({ kind, ...table })),
    provenance,
  );
  return { kind, tables: tables.map(summary), leftOut: faults.leftOut, ...provenance };
}

async function openWithProgress({ path, onProgress }: ImportOrder): Promise<OpenedFile> {
  let size = 0;
  const onRead: OnRead = (bytes) => onProgress?.(bytes, size);
  const file = await openSourceFile(path, onRead);
  size = file.sizeBytes;
  return file;
}

function choose({ importers, kind, path }: ImportOrder, file: OpenedFile): Importer {
  const kinds = [...new Set(importers.map((one) => one.kind))];
  const found = importers.filter((one) => kind === undefined || one.kind === kind);
  if (kind !== undefined && found.length === 0) throw unknownKind(kind, kinds);
  const importer = found.find((one) => one.recognises(file)) ?? (kind === undefined ? undefined : found[0]);
  if (!importer) throw unknownFile(path, kinds);
  return importer;
}

function summary({ key, records }: ImportedTable): { key: string; records: number } {
  return { key, records };
}

function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
