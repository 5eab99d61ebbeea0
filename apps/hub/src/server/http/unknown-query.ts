import { invalidRequestProblem } from '@lading/kit/http/problems';
import type { Server } from '@lading/kit/http/server';

const MOST_NAMED = 20;

/**
 * A query member that a route of the API does not know would pass silently, and the answer be to another question
 * than was asked: it is refused by its name. Addresses that the carrier's browser redirect comes to are not below
 * `/api/v1`.
 */
export function refuseUnknownQuery(app: Server): void {
  app.addHook('preValidation', async (request) => {
    const { url, schema } = request.routeOptions;
    if (!url?.startsWith('/api/v1/')) return;
    const known = membersOf(schema?.querystring);
    const unknown = Object.keys(Object(request.query)).filter((name) => !known.has(name));
    if (unknown.length === 0) return;
    throw invalidRequestProblem(
      unknown.slice(0, MOST_NAMED).map((name) => ({ field: `query.${name}`, fault: 'is not known' })),
    );
  });
}

function membersOf(schema: unknown): ReadonlySet<string> {
  const isDescribed = typeof schema === 'object' && schema !== null && 'properties' in schema;
  return new Set(isDescribed ? Object.keys(Object(schema.properties)) : []);
}
