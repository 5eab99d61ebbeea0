import type { Server } from '@lading/kit/http/server';
import { chooseLocale, type Locale } from '@lading/kit/text';
import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { localeOf } from '../http/seat.ts';
import { actorOf, type Hub } from '../hub.ts';
import type { SessionStore } from '../sign-in/store.ts';
import { CALLBACK_PATH, finishAuthorization, type Landing, redirectUri } from './authorize.ts';
import { landingPage } from './landing.ts';

/** Whatever comes through a person's browser is answered with a page, so nothing of it is refused beforehand. */
const CallbackQuery = Type.Record(Type.String(), Type.Unknown());
type CallbackQuery = Type.Static<typeof CallbackQuery>;

const LONGEST = { state: 500, code: 4000, error: 500 } as const;

/** A member as the carrier sends it; one that came twice or is too long is none. */
function textOf(query: CallbackQuery, member: keyof typeof LONGEST): string | undefined {
  const value = query[member];
  return typeof value === 'string' && value.length <= LONGEST[member] ? value : undefined;
}

const STATUS: Readonly<Record<Landing, number>> = {
  authorized: 200,
  refused: 200,
  failed: 502,
  expired: 410,
  unknown: 400,
};

/** The popup's landing page. Open to anyone, because only the stored state says whose it is. */
export function callbackRoute(app: Server, hub: Hub, sessions: Pick<SessionStore, 'memberships'>): void {
  app.get(
    CALLBACK_PATH,
    { config: { access: 'anyone' }, schema: { querystring: CallbackQuery, hide: true } },
    async (request, reply) => {
      const landing = await land(hub, sessions, request, request.query);
      return reply
        .code(STATUS[landing])
        .header('cache-control', 'no-store')
        .type('text/html; charset=utf-8')
        .send(landingPage(landing, localeFor(request), reply.cspNonce.style));
    },
  );
}

async function land(
  hub: Hub,
  sessions: Pick<SessionStore, 'memberships'>,
  request: FastifyRequest,
  query: CallbackQuery,
): Promise<Landing> {
  const { seat } = request;
  const companies = seat ? await sessions.memberships(seat.user.userId) : [];
  const mine = companies.filter((company) => company.role === 'administrator');
  return finishAuthorization(
    hub,
    seat,
    mine.map((company) => company.tenantId),
    actorOf(request),
    {
      state: textOf(query, 'state'),
      code: textOf(query, 'code'),
      error: textOf(query, 'error'),
      redirectedTo: redirectUri(hub, request),
    },
  );
}

function localeFor(request: FastifyRequest): Locale {
  return request.seat ? localeOf(request.seat) : chooseLocale(request.headers['accept-language']);
}
