import swagger from '@fastify/swagger';
import type { Server } from '@lading/kit/http/server';
import Type from 'typebox';
import { ProblemBody } from '../../api/shapes.ts';

const TAGS: Readonly<Record<string, string>> = {
  session: 'Signing in and out, and the company one works for',
  account: 'What a person decides for themselves',
  company: 'The company, and for how long it keeps things',
  people: 'The company’s people, their roles and invitations',
  home: 'What matters today',
  parcels: 'Parcels, their events and where each came from',
  integrations: 'Manage Integrations: the way to the carrier',
  rates: 'What a shipment costs, line by line, and how long it takes',
  audit: 'Who changed what',
  'way-in': 'The four steps that bring a company in',
  desk: 'Customer success: how every company’s way in stands',
};

/** Describes every `/api/v1` route that follows, from its own schemas, at `/api/openapi.json`. */
export async function describeApi(app: Server): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Lading hub',
        version: '1',
        description:
          'Additive changes only. Sign in with POST /api/v1/session; send its csrfToken as x-csrf-token on every change.',
      },
      tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
      components: {
        securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'lading_session' } },
      },
    },
  });
  app.addHook('onRoute', (route) => {
    if (!route.url.startsWith('/api/v1/') || !route.schema) return;
    const security = route.config?.access === 'anyone' ? [] : [{ session: [] }];
    route.schema = { security, ...route.schema, response: withFailures(route.schema.response) };
  });
  app.get(
    '/api/openapi.json',
    { config: { access: 'anyone' }, schema: { hide: true, response: { 200: Type.Unknown() } } },
    () => app.swagger(),
  );
}

/** Every route may fail, and always in the same shape. */
function withFailures(response: unknown): Record<string, unknown> {
  const described = typeof response === 'object' && response !== null ? response : {};
  return { ...described, '4xx': ProblemBody };
}
