import type { Server } from '@lading/kit/http/server';
import Type from 'typebox';
import {
  AcceptInvitation,
  InvitationToken,
  Invited,
  MemberChange,
  NewInvitation,
  OpenInvitation,
  People,
} from '../../api/people.ts';
import { Id } from '../../api/shapes.ts';
import { memberOf } from '../http/guard.ts';
import { localeOf } from '../http/seat.ts';
import { actorOf, type Hub } from '../hub.ts';
import type { SignInLimits } from '../sign-in/limits.ts';
import { accept, invite, look, takeBack } from './invitations.ts';
import { changeMember, listPeople } from './service.ts';

const tags = ['people'];
const PersonId = Type.Object({ userId: Id });
const Nothing = Type.Null();

/** Who belongs to the company, who is invited, and coming in by a link. */
export function peopleRoutes(app: Server, hub: Hub, limits: SignInLimits): void {
  const administrator = { access: 'administrator' } as const;
  app.get(
    '/api/v1/people',
    {
      config: administrator,
      schema: { summary: 'Members and invitations', tags, response: { 200: People } },
    },
    (request) => listPeople(hub, memberOf(request).company.tenantId),
  );
  app.post(
    '/api/v1/people/invitations',
    {
      config: administrator,
      schema: { summary: 'Invite somebody', tags, body: NewInvitation, response: { 201: Invited } },
    },
    async (request, reply) => {
      const seat = memberOf(request);
      const inviter = { tenantId: seat.company.tenantId, actor: actorOf(request), locale: localeOf(seat) };
      return reply.code(201).send(await invite(hub, inviter, request.body));
    },
  );
  app.delete(
    '/api/v1/people/invitations/:invitationId',
    {
      config: administrator,
      schema: {
        summary: 'Take an invitation back',
        tags,
        params: Type.Object({ invitationId: Id }),
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      const { tenantId } = memberOf(request).company;
      await takeBack(hub, tenantId, actorOf(request), request.params.invitationId);
      return reply.code(204).send(null);
    },
  );
  app.patch(
    '/api/v1/people/:userId',
    {
      config: administrator,
      schema: {
        summary: 'Change a member’s role',
        tags,
        params: PersonId,
        body: MemberChange,
        response: { 200: People },
      },
    },
    async (request) => {
      const { tenantId } = memberOf(request).company;
      await changeMember(hub, tenantId, actorOf(request), request.params.userId, request.body.role);
      return listPeople(hub, tenantId);
    },
  );
  app.delete(
    '/api/v1/people/:userId',
    {
      config: administrator,
      schema: { summary: 'Remove a member', tags, params: PersonId, response: { 204: Nothing } },
    },
    async (request, reply) => {
      const { tenantId } = memberOf(request).company;
      await changeMember(hub, tenantId, actorOf(request), request.params.userId, null);
      return reply.code(204).send(null);
    },
  );
  joinRoutes(app, hub, limits);
}

/** For whoever holds a link; attempts count as those of signing in do. */
function joinRoutes(app: Server, hub: Hub, limits: SignInLimits): void {
  const anyone = { access: 'anyone' } as const;
  app.post(
    '/api/v1/invitations/look',
    {
      config: anyone,
      schema: {
        summary: 'What an invitation’s link opens',
        tags,
        body: InvitationToken,
        response: { 200: OpenInvitation },
      },
    },
    (request) => {
      limits.attempt(request.ip, request.body.token);
      return look(hub, request.body.token);
    },
  );
  app.post(
    '/api/v1/invitations/accept',
    {
      config: anyone,
      schema: { summary: 'Accept an invitation', tags, body: AcceptInvitation, response: { 204: Nothing } },
    },
    async (request, reply) => {
      limits.attempt(request.ip, request.body.token);
      await accept(hub, request.body, request.id);
      return reply.code(204).send(null);
    },
  );
}
