import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { Server } from './server.ts';

/** A registry with the process's own figures and the time of every answer. The caller decides who may read it. */
export function watchServer(app: Server): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const answers = new Histogram({
    name: 'lading_http_request_seconds',
    help: 'Time to answer, by method, route and status.',
    labelNames: ['method', 'route', 'status'],
    registers: [registry],
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    answers.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
  });
  return registry;
}
