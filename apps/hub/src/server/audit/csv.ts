import { type Locale, say } from '@lading/kit/text';
import { type CsvRow, writeCsv } from '@lading/wire/csv';
import { nameAction } from '../../api/actions.ts';
import type { AuditList } from '../../api/company.ts';
import { csvHeader } from './text.ts';

type Entry = AuditList['entries'][number];

/** The audit log as a file for a spreadsheet, in pieces; cells that look like formulas are made harmless. */
export function auditCsv(
  entries: AsyncIterable<Entry>,
  locale: Locale,
): AsyncGenerator<string, void, undefined> {
  const header = csvHeader.map((text) => say(text, locale));
  return writeCsv(header, toCells(entries, locale));
}

async function* toCells(entries: AsyncIterable<Entry>, locale: Locale): AsyncGenerator<CsvRow> {
  for await (const entry of entries) {
    yield [
      entry.at,
      entry.userName ?? 'Lading',
      say(nameAction(entry.action), locale),
      entry.action,
      entry.subject,
      json(entry.before),
      json(entry.after),
      entry.requestId,
    ];
  }
}

function json(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}
