import { Readable } from 'node:stream';
import type { Server } from '@lading/kit/http/server';
import { chooseLocale, say } from '@lading/kit/text';
import Type from 'typebox';
import { AuditFilter, AuditList, AuditQuery } from '../../api/company.ts';
import { LocaleCode } from '../../api/shapes.ts';
import { memberOf } from '../http/guard.ts';
import { localeOf } from '../http/seat.ts';
import type { Hub } from '../hub.ts';
import { auditCsv } from './csv.ts';
import { eachEntry, listEntries, spanOf } from './service.ts';
import { csvFileName } from './text.ts';

const administrator = { access: 'administrator' } as const;
const tags = ['audit'];

export function auditRoutes(app: Server, hub: Hub): void {
  app.get(
    '/api/v1/audit',
    {
      config: administrator,
      schema: {
        summary: 'Who changed what, newest first',
        tags,
        querystring: AuditQuery,
        response: { 200: AuditList },
      },
    },
    (request) => listEntries(hub, memberOf(request).company, request.query),
  );
  app.get(
    '/api/v1/audit.csv',
    {
      config: administrator,
      schema: {
        summary: 'The same as a CSV file, all pages',
        tags,
        produces: ['text/csv'],
        querystring: Type.Object({ ...AuditFilter.properties, locale: Type.Optional(LocaleCode) }),
      },
    },
    (request, reply) => {
      const seat = memberOf(request);
      const locale = request.query.locale ?? chooseLocale(localeOf(seat));
      const day = new Date(hub.clock.now()).toISOString().slice(0, 10);
      // A wrong filter is said now, with its status: once the file has begun it is too late.
      spanOf(request.query, seat.company.zone);
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${say(csvFileName.name, locale)}-${day}.csv"`)
        .send(Readable.from(auditCsv(eachEntry(hub, seat.company, request.query), locale)));
    },
  );
}
