import { equalBytes } from '@lading/kit/crypto';
import type { Server } from '@lading/kit/http/server';
import type { FastifyRequest } from 'fastify';
import {
  administratorsOnly,
  companyRequired,
  crossSiteRequest,
  deskOnly,
  signInRequired,
} from '../problems.ts';
import type { Access, MemberSeat, Seat } from './seat.ts';
import { refuseUnknownQuery } from './unknown-query.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Required on every route of the hub; a route without it stops the start. */
    access?: Access;
  }
  interface FastifyInstance {
    /** `GET /api/v1/home` → who may call it. */
    readonly accessByRoute: ReadonlyMap<string, Access>;
  }
  interface FastifyRequest {
    seat: Seat | null;
  }
}

export interface GuardParts {
  /** `https://hub.example`, the one origin that screens are served from. */
  readonly publicOrigin: () => string;
  readonly readSeat: (request: FastifyRequest) => Promise<Seat | null>;
  readonly administratorNames: (tenantId: string) => Promise<readonly string[]>;
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Puts the guard before every route: session, role, for every change the cross-site check, then the query's names. */
export function guardRoutes(app: Server, parts: GuardParts): void {
  app.decorateRequest('seat', null);
  const accessByRoute = new Map<string, Access>();
  app.decorate('accessByRoute', accessByRoute);
  app.addHook('onRoute', (route) => {
    const name = `${String(route.method)} ${route.url}`;
    const access = route.config?.access;
    if (access === undefined) throw new Error(`The route ${name} does not say who may call it.`);
    accessByRoute.set(name, access);
  });
  app.addHook('onRequest', async (request) => {
    const access = request.routeOptions.config?.access ?? 'anyone';
    request.seat = await parts.readSeat(request);
    if (!SAFE.has(request.method)) checkSameSite(request, access, parts.publicOrigin());
    await checkAccess(access, request.seat, parts);
  });
  refuseUnknownQuery(app);
}

async function checkAccess(access: Access, seat: Seat | null, parts: GuardParts): Promise<void> {
  if (access === 'anyone') return;
  if (seat === null) throw signInRequired();
  if (access === 'signed-in') return;
  if (access === 'desk') {
    if (!seat.user.isDesk) throw deskOnly();
    return;
  }
  if (seat.company === null) throw companyRequired();
  if (access === 'administrator' && seat.company.role !== 'administrator') {
    throw administratorsOnly(await parts.administratorNames(seat.company.tenantId));
  }
}

/** A change must come from our own pages: by Origin where the browser says it, and by the session's token. */
function checkSameSite(request: FastifyRequest, access: Access, publicOrigin: string): void {
  if (!isOurOrigin(request, publicOrigin)) throw crossSiteRequest();
  const { seat } = request;
  if (seat === null || access === 'anyone') return;
  const token = request.headers['x-csrf-token'];
  if (typeof token !== 'string' || !equalBytes(Buffer.from(token), Buffer.from(seat.csrfToken))) {
    throw crossSiteRequest();
  }
}

function isOurOrigin(request: FastifyRequest, publicOrigin: string): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const { origin } = request.headers;
  if (origin === undefined) return true;
  return origin === publicOrigin || origin === `${request.protocol}://${request.host}`;
}

/** The person of a route that asks for one; the guard has already refused everybody else. */
export function seatOf(request: FastifyRequest): Seat {
  if (request.seat === null) throw signInRequired();
  return request.seat;
}

/** The person and company of a company route. */
export function memberOf(request: FastifyRequest): MemberSeat {
  const seat = seatOf(request);
  if (seat.company === null) throw companyRequired();
  return { ...seat, company: seat.company };
}
