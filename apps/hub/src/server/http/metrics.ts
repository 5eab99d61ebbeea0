import { equalBytes } from '@lading/kit/crypto';
import { watchServer } from '@lading/kit/http/metrics';
import type { Server } from '@lading/kit/http/server';
import type { FastifyRequest } from 'fastify';
import { Gauge, type Registry } from 'prom-client';
import Type from 'typebox';
import type { Hub } from '../hub.ts';
import { notFound } from '../problems.ts';
import { countArchivedMonths } from '../retention/store.ts';
import { readFreshness } from './freshness.ts';

/** `/metrics` for this machine or whoever holds the token; no company is named in any label. */
export function metricsRoute(app: Server, hub: Hub): void {
  const registry = watchServer(app);
  feedGauges(registry, hub);
  app.get(
    '/metrics',
    { config: { access: 'anyone' }, schema: { hide: true, response: { 200: Type.String() } } },
    async (request, reply) => {
      if (!mayRead(hub, request)) throw notFound('address');
      return reply.type(registry.contentType).send(await registry.metrics());
    },
  );
}

function feedGauges(registry: Registry, hub: Hub): void {
  const name = 'lading_feed_oldest_gap_seconds';
  const help = 'Time since the last complete walk of the subscription that has waited longest.';
  const gap: Gauge = new Gauge({ name, help, registers: [registry], collect: setGap });
  const failing: Gauge = new Gauge({
    name: 'lading_feed_failing_subscriptions',
    help: 'Subscriptions whose last walk failed.',
    registers: [registry],
  });
  const silent = new Gauge({
    name: 'lading_feed_silent_subscriptions',
    help: 'Subscriptions without a complete walk for at least so many hours.',
    labelNames: ['hours'],
    registers: [registry],
  });
  const heldBack = new Gauge({
    name: 'lading_feed_held_back',
    help: 'Answers set aside and parts of files that could not be read, waiting for a replay.',
    registers: [registry],
  });
  const competing = new Gauge({
    name: 'lading_feed_competing_subscriptions',
    help: 'Subscriptions that another program was seen to read.',
    registers: [registry],
  });
  const archived = new Gauge({
    name: 'lading_archived_months',
    help: 'Months of raw answers or events that lie in the archive until the operator moves or drops them.',
    registers: [registry],
  });
  const required = new Gauge({
    name: 'lading_feed_reauthorization_required',
    help: 'Subscriptions whose integration must be authorized again.',
    registers: [registry],
  });
  async function setGap(): Promise<void> {
    const freshness = await readFreshness(hub);
    gap.set(freshness.oldestGapSeconds ?? 0);
    failing.set(freshness.failing);
    silent.set({ hours: 1 }, freshness.silent.oneHour);
    silent.set({ hours: 24 }, freshness.silent.oneDay);
    silent.set({ hours: 72 }, freshness.silent.threeDays);
    heldBack.set(freshness.heldBack);
    competing.set(freshness.competing);
    required.set(freshness.reauthorizationRequired);
    archived.set(await countArchivedMonths(hub.door));
  }
}

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** Behind a proxy everybody comes from this machine: then only the token counts. */
function mayRead(hub: Hub, request: FastifyRequest): boolean {
  const { metricsToken, trustProxy } = hub.config;
  const given = request.headers.authorization?.replace(/^Bearer /, '');
  if (metricsToken && given) return equalBytes(Buffer.from(given), Buffer.from(metricsToken.reveal()));
  return !trustProxy && request.headers['x-forwarded-for'] === undefined && LOOPBACK.has(request.ip);
}
