import swagger from '@fastify/swagger';
import type { FastifyContextConfig } from 'fastify';
import type { Server } from './server.ts';

export interface ApiDescription {
  readonly title: string;
  readonly version: string;
  readonly description: string;
  /** Where the document is answered, for example `/api/openapi.json`. */
  readonly path: string;
  /** Route configuration of that address (who may call it). */
  readonly config?: FastifyContextConfig;
}

/** Describes every route registered after it as OpenAPI 3.1; `schema: { hide: true }` leaves one out. */
export async function describeApi(app: Server, description: ApiDescription): Promise<void> {
  const { path, config = {}, ...info } = description;
  await app.register(swagger, { openapi: { openapi: '3.1.0', info } });
  app.get(path, { config, schema: { hide: true } }, async () => app.swagger());
}
