import type { Server } from '@lading/kit/http/server';
import type { FastifyRequest } from 'fastify';
import { EnvironmentQuery } from '../../api/parcels.ts';
import { PlaceCandidates, RateAnswer, RatePlace, RateQuestion } from '../../api/rates.ts';
import { memberOf } from '../http/guard.ts';
import type { Hub } from '../hub.ts';
import { type Asker, askPlaces, askRates } from './service.ts';

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
        querystring: EnvironmentQuery,
        body: RateQuestion,
        response: { 200: RateAnswer },
      },
    },
    (request) => askRates(hub, placeOf(hub, request), request.body),
  );
  app.post(
    '/api/v1/rates/places',
    {
      config: member,
      schema: {
        summary: 'What the carrier takes a place for',
        tags,
        querystring: EnvironmentQuery,
        body: RatePlace,
        response: { 200: PlaceCandidates },
      },
    },
    (request) => askPlaces(hub, placeOf(hub, request), request.body),
  );
}

function placeOf(hub: Hub, request: FastifyRequest<{ Querystring: EnvironmentQuery }>): Asker {
  const { tenantId } = memberOf(request).company;
  return { tenantId, environment: request.query.environment ?? hub.config.carrier.environment };
}
