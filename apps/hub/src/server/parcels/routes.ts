import { Readable } from 'node:stream';
import type { Server } from '@lading/kit/http/server';
import { chooseLocale, type Locale, say } from '@lading/kit/text';
import Type from 'typebox';
import { EnvironmentQuery, ParcelDetail, ParcelList, ParcelQuery } from '../../api/parcels.ts';
import { Id, LocaleCode } from '../../api/shapes.ts';
import { memberOf } from '../http/guard.ts';
import { localeOf } from '../http/seat.ts';
import type { Hub } from '../hub.ts';
import { parcelsCsv } from './csv.ts';
import { getParcel } from './detail.ts';
import { begun, eachParcel, listParcels } from './service.ts';
import { csvFileName } from './text.ts';

const member = { access: 'member' } as const;
const tags = ['parcels'];

/** Parcels, for every member of the company. */
export function parcelRoutes(app: Server, hub: Hub): void {
  app.get(
    '/api/v1/parcels',
    {
      config: member,
      schema: {
        summary: 'List and search parcels',
        tags,
        querystring: ParcelQuery,
        response: { 200: ParcelList },
      },
    },
    (request) => listParcels(hub, memberOf(request).company, request.query),
  );
  app.get(
    '/api/v1/parcels/:parcelId',
    {
      config: member,
      schema: {
        summary: 'One parcel: its events and where each came from',
        tags,
        params: Type.Object({ parcelId: Id }),
        querystring: EnvironmentQuery,
        response: { 200: ParcelDetail },
      },
    },
    (request) => {
      const { parcelId } = request.params;
      return getParcel(hub, memberOf(request).company.tenantId, parcelId, request.query.environment);
    },
  );
  csvRoute(app, hub);
}

const CsvQuery = Type.Object({ ...ParcelQuery.properties, locale: Type.Optional(LocaleCode) });

function csvRoute(app: Server, hub: Hub): void {
  app.get(
    '/api/v1/parcels.csv',
    {
      config: member,
      schema: {
        summary: 'The same list as a CSV file, all pages',
        tags,
        produces: ['text/csv'],
        querystring: CsvQuery,
      },
    },
    async (request, reply) => {
      const seat = memberOf(request);
      const nowMs = hub.clock.now();
      const locale: Locale = request.query.locale ?? chooseLocale(localeOf(seat));
      const rows = await begun(eachParcel(hub, seat.company, request.query));
      const name = `${say(csvFileName, locale)}-${new Date(nowMs).toISOString().slice(0, 10)}.csv`;
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${name}"`)
        .send(Readable.from(parcelsCsv(rows, locale, nowMs)));
    },
  );
}
