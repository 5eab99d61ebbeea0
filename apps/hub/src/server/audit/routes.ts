import { Problem } from '@lading/kit/errors';
import type { Server } from '@lading/kit/http/server';
import { AuditList, AuditQuery } from '../../api/company.ts';
import { memberOf } from '../http/guard.ts';
import type { Hub } from '../hub.ts';
import { listAudit } from './store.ts';

type Before = Parameters<typeof listAudit>[2]['before'];

export function auditRoutes(app: Server, hub: Hub): void {
  app.get(
    '/api/v1/audit',
    {
      config: { access: 'administrator' },
      schema: {
        summary: 'Who changed what, newest first',
        tags: ['audit'],
        querystring: AuditQuery,
        response: { 200: AuditList },
      },
    },
    async (request) => {
      const { tenantId } = memberOf(request).company;
      const { cursor, limit = 50 } = request.query;
      const before = cursor === undefined ? null : readCursor(cursor);
      const rows = await hub.door.asTenant(tenantId, (tx) =>
        listAudit(tx, tenantId, { before, limit: limit + 1 }),
      );
      return toList(rows, limit);
    },
  );
}

function toList(rows: Awaited<ReturnType<typeof listAudit>>, limit: number): AuditList {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    entries: shown.map((row) => ({
      entryId: row.entry_id,
      at: row.at.toISOString(),
      userName: row.user_name,
      action: row.action,
      subject: row.subject,
      before: row.before ?? null,
      after: row.after ?? null,
      requestId: row.request_id,
    })),
    next:
      rows.length > limit && last
        ? Buffer.from(`${last.at.toISOString()} ${last.entry_id}`).toString('base64url')
        : null,
  };
}

const CURSOR = /^(\S{24}) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

function readCursor(cursor: string): Before {
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
