import { Problem } from '@lading/kit/errors';
import { Temporal } from 'temporal-polyfill';
import type { AuditFilter, AuditList, AuditQuery } from '../../api/company.ts';
import type { SeatCompany } from '../http/seat.ts';
import type { Hub } from '../hub.ts';
import { invalidValue } from '../problems.ts';
import { type AuditPage, listAudit } from './store.ts';

type Company = Pick<SeatCompany, 'tenantId' | 'zone'>;
type Row = Awaited<ReturnType<typeof listAudit>>[number];
type Entry = AuditList['entries'][number];

const FILE_PAGE = 500;

export async function listEntries(hub: Hub, company: Company, query: AuditQuery): Promise<AuditList> {
  const { cursor, limit = 50 } = query;
  const before = cursor === undefined ? null : readCursor(cursor);
  const rows = await read(hub, company, query, before, limit + 1);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { entries: shown.map(toEntry), next: rows.length > limit && last ? toCursor(last) : null };
}

/** All entries that match, page by page. */
export async function* eachEntry(hub: Hub, company: Company, filter: AuditFilter): AsyncGenerator<Entry> {
  let before: AuditPage['before'] = null;
  for (;;) {
    const rows: Row[] = await read(hub, company, filter, before, FILE_PAGE);
    for (const row of rows) yield toEntry(row);
    const last = rows.at(-1);
    if (!last || rows.length < FILE_PAGE) return;
    before = { at: last.at, entryId: last.entry_id };
  }
}

function read(
  hub: Hub,
  { tenantId, zone }: Company,
  filter: AuditFilter,
  before: AuditPage['before'],
  limit: number,
): Promise<Row[]> {
  const page: AuditPage = { before, limit, action: filter.action, ...spanOf(filter, zone) };
  return hub.door.asTenant(tenantId, (tx) => listAudit(tx, tenantId, page));
}

/** The filter's days as instants: from the first one's beginning until the last one's end, in the company's zone. */
export function spanOf({ from, to }: AuditFilter, zone: string): Pick<AuditPage, 'from' | 'until'> {
  return {
    ...(from === undefined ? {} : { from: beginOf(from, zone, 0, 'from') }),
    ...(to === undefined ? {} : { until: beginOf(to, zone, 1, 'to') }),
  };
}

function beginOf(day: string, zone: string, daysLater: number, field: string): Date {
  try {
    const at = Temporal.PlainDate.from(day).add({ days: daysLater }).toZonedDateTime(zone);
    return new Date(at.epochMilliseconds);
  } catch (error) {
    if (error instanceof RangeError) throw invalidValue(field);
    throw error;
  }
}

function toEntry(row: Row): Entry {
  return {
    entryId: row.entry_id,
    at: row.at.toISOString(),
    userName: row.user_name,
    action: row.action,
    subject: row.subject,
    before: row.before ?? null,
    after: row.after ?? null,
    requestId: row.request_id,
  };
}

function toCursor({ at, entry_id }: Row): string {
  return Buffer.from(`${at.toISOString()} ${entry_id}`).toString('base64url');
}

const CURSOR = /^(\S{24}) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

function readCursor(cursor: string): AuditPage['before'] {
  const [, at, entryId] = CURSOR.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? [];
  if (!at || !entryId || Number.isNaN(Date.parse(at))) {
    throw new Problem({
      code: 'INVALID_CURSOR',
      status: 400,
      text: {
        en: 'This page marker is not valid. Start the list again.',
        fr: 'Ce repère de page n’est pas valide. Recommencez la liste.',
      },
    });
  }
  return { at: new Date(at), entryId };
}
