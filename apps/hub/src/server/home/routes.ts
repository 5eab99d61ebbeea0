import type { Server } from '@lading/kit/http/server';
import { EnvironmentQuery, Home } from '../../api/parcels.ts';
import { memberOf } from '../http/guard.ts';
import type { Hub } from '../hub.ts';
import { readHome } from './service.ts';

export function homeRoutes(app: Server, hub: Hub): void {
  app.get(
    '/api/v1/home',
    {
      config: { access: 'member' },
      schema: {
        summary: 'Late, arriving today, exceptions today, freshness',
        tags: ['home'],
        querystring: EnvironmentQuery,
        response: { 200: Home },
      },
    },
    (request) => readHome(hub, memberOf(request).company, request.query.environment),
  );
}
