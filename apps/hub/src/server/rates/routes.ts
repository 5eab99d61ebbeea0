import type { Server } from '@lading/kit/http/server';
import { PlaceCandidates, RateAnswer, RatePlace, RateQuestion } from '../../api/rates.ts';
import { memberOf } from '../http/guard.ts';
import type { Hub } from '../hub.ts';
import { askPlaces, askRates } from './service.ts';

const member = { access: 'member' } as const;
const tags = ['rates'];

/** What parcels cost and when they arrive, asked of the carrier; nothing is shipped. */
export function rateRoutes(app: Server, hub: Hub): void {
  app.post(
    '/api/v1/rates',
    {
      config: member,
      schema: {
        summary: 'Services with price and days',
        tags,
        body: RateQuestion,
        response: { 200: RateAnswer },
      },
    },
    (request) => askRates(hub, memberOf(request).company.tenantId, request.body),
  );
  app.post(
    '/api/v1/rates/places',
    {
      config: member,
      schema: {
        summary: 'What the carrier takes a place for',
        tags,
        body: RatePlace,
        response: { 200: PlaceCandidates },
      },
    },
    (request) => askPlaces(hub, memberOf(request).company.tenantId, request.body),
  );
}
