import { type Locale, say } from '@lading/kit/text';
import { type CsvRow, writeCsv } from '@lading/wire/csv';
import type { ParcelRow } from '../../api/parcels.ts';
import { type StoredRow, toParcelRow } from './rows.ts';
import { csvHeader, directionTexts, statusTexts, yesNo } from './text.ts';

/** The parcels as a file for a spreadsheet, in pieces; cells that look like formulas are made harmless. */
export function parcelsCsv(
  rows: AsyncIterable<StoredRow>,
  locale: Locale,
  nowMs: number,
): AsyncGenerator<string, void, undefined> {
  const header = csvHeader.map((text) => say(text, locale));
  return writeCsv(header, toCells(rows, locale, nowMs));
}

async function* toCells(
  rows: AsyncIterable<StoredRow>,
  locale: Locale,
  nowMs: number,
): AsyncGenerator<CsvRow> {
  for await (const row of rows) yield csvCells(toParcelRow(row, nowMs), locale);
}

/** In the order of `csvHeader`. */
export function csvCells(row: ParcelRow, locale: Locale): CsvRow {
  return [
    row.trackingNumber,
    say(statusTexts[row.status], locale),
    say(row.isLate ? yesNo.yes : yesNo.no, locale),
    say(row.isRescheduled ? yesNo.yes : yesNo.no, locale),
    row.directions.map((direction) => say(directionTexts[direction], locale)).join(' + '),
    row.shipperName,
    row.consigneeName,
    row.destination.city,
    row.destination.region,
    row.destination.country,
    row.serviceCode,
    row.weightGrams === null ? null : row.weightGrams / 1000,
    row.shippedOn,
    row.expectedOn,
    row.deliveredAt,
    row.lastEventAt,
    row.environment,
  ];
}
