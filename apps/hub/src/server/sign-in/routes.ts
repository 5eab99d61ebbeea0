import { clearCookie, readCookie, writeCookie } from '@lading/kit/http/cookies';
import type { Server } from '@lading/kit/http/server';
import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { ChooseCompany, Session, SignIn } from '../../api/session.ts';
import { checkSecondFactor } from '../account/second-factor.ts';
import { seatOf } from '../http/guard.ts';
import type { Hub } from '../hub.ts';
import { notFound } from '../problems.ts';
import { noteEntry } from './entry.ts';
import type { SignInLimits } from './limits.ts';
import type { Sessions } from './service.ts';
import { toSession } from './shapes.ts';
import type { SessionStore } from './store.ts';

export interface SignInParts {
  readonly hub: Hub;
  readonly sessions: Sessions;
  readonly store: SessionStore;
  readonly limits: SignInLimits;
}

const COOKIE = 'lading_session';

/** What the browser brought back; the store knows only its hash. */
export function sessionToken(request: FastifyRequest): string | undefined {
  return readCookie(request, COOKIE);
}

/** Signing in and out, and which company one works for. */
export function signInRoutes(app: Server, parts: SignInParts): void {
  const { hub, sessions, store } = parts;

  app.post(
    '/api/v1/session',
    {
      config: { access: 'anyone' },
      schema: { summary: 'Sign in', tags: ['session'], body: SignIn, response: { 200: Session } },
    },
    async (request, reply) => {
      const { email, code } = request.body;
      parts.limits.attempt(request.ip, email);
      const opened = await sessions.open(
        request.body,
        (userId) => checkSecondFactor(hub, userId, code),
        sessionToken(request),
      );
      parts.limits.forgive(email);
      await noteEntry(hub, opened.seat, request.id);
      const maxAgeSeconds = Math.floor(hub.config.sessionLife.absoluteMs / 1000);
      writeCookie(reply, COOKIE, opened.token, { maxAgeSeconds });
      return toSession(hub, opened.seat, await store.memberships(opened.seat.user.userId));
    },
  );

  app.get(
    '/api/v1/session',
    {
      config: { access: 'signed-in' },
      schema: { summary: 'Who is signed in', tags: ['session'], response: { 200: Session } },
    },
    async (request) => {
      const seat = seatOf(request);
      return toSession(hub, seat, await store.memberships(seat.user.userId));
    },
  );

  app.delete(
    '/api/v1/session',
    {
      config: { access: 'signed-in' },
      schema: { summary: 'Sign out', tags: ['session'], response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      await store.close(seatOf(request).sessionHash);
      clearCookie(reply, COOKIE);
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/api/v1/session/company',
    {
      config: { access: 'signed-in' },
      schema: {
        summary: 'Choose a company',
        tags: ['session'],
        body: ChooseCompany,
        response: { 200: Session },
      },
    },
    async (request) => {
      const seat = seatOf(request);
      if (!(await store.chooseCompany(seat, request.body.companyId))) throw notFound('company');
      const chosen = (await sessions.read(sessionToken(request))) ?? seat;
      await noteEntry(hub, chosen, request.id);
      return toSession(hub, chosen, await store.memberships(seat.user.userId));
    },
  );
}
