import type { Server } from '@lading/kit/http/server';
import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import {
  AuthorizationStart,
  AuthorizationState,
  Integration,
  IntegrationChange,
  IntegrationList,
  NewIntegration,
  OwnApplication,
} from '../../api/integrations.ts';
import { Id } from '../../api/shapes.ts';
import { memberOf } from '../http/guard.ts';
import { actorOf, type Hub } from '../hub.ts';
import { useApplication } from './application.ts';
import { authorizationState, redirectUri, startAuthorization } from './authorize.ts';
import { switchMode } from './mode.ts';
import { runSelfTest } from './self-test.ts';
import { type Administrator, change, create, get, list, readNow, remove } from './service.ts';

const ById = Type.Object({ integrationId: Id });
const ByAuthorization = Type.Object({ integrationId: Id, authorizationId: Id });
const administrator = { access: 'administrator' } as const;
const tags = ['integrations'];

function administratorOf(request: FastifyRequest): Administrator {
  const { user, company } = memberOf(request);
  return { tenantId: company.tenantId, userId: user.userId, actor: actorOf(request) };
}

/** Manage Integrations: administrators alone; everybody else is told whom to ask. */
export function integrationRoutes(app: Server, hub: Hub): void {
  app.get(
    '/api/v1/integrations',
    {
      config: administrator,
      schema: { summary: 'List integrations', tags, response: { 200: IntegrationList } },
    },
    async (request) => ({
      integrations: await list(hub, memberOf(request).company.tenantId),
      environments: [...hub.carrier.environments],
    }),
  );
  app.post(
    '/api/v1/integrations',
    {
      config: administrator,
      schema: {
        summary: 'Create an integration; a repeat with the same Idempotency-Key answers the same',
        tags,
        headers: Type.Object({ 'idempotency-key': Type.Optional(Type.String({ maxLength: 200 })) }),
        body: NewIntegration,
        response: { 201: Integration },
      },
    },
    async (request, reply) => {
      const key = request.headers['idempotency-key'];
      const answer = await create(hub, administratorOf(request), request.body, key);
      return reply.code(201).send(answer.body);
    },
  );
  oneIntegrationRoutes(app, hub);
  modeRoutes(app, hub);
  authorizationRoutes(app, hub);
  applicationRoute(app, hub);
}

function oneIntegrationRoutes(app: Server, hub: Hub): void {
  const url = '/api/v1/integrations/:integrationId';
  app.get(
    url,
    {
      config: administrator,
      schema: { summary: 'One integration', tags, params: ById, response: { 200: Integration } },
    },
    (request) => get(hub, memberOf(request).company.tenantId, request.params.integrationId),
  );
  app.patch(
    url,
    {
      config: administrator,
      schema: {
        summary: 'Rename, correct subscription names, say directions',
        tags,
        params: ById,
        body: IntegrationChange,
        response: { 200: Integration },
      },
    },
    (request) => change(hub, administratorOf(request), request.params.integrationId, request.body),
  );
  app.delete(
    url,
    {
      config: administrator,
      schema: {
        summary: 'Remove an integration and forget its tokens',
        tags,
        params: ById,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await remove(hub, administratorOf(request), request.params.integrationId);
      return reply.code(204).send(null);
    },
  );
  app.post(
    `${url}/self-test`,
    {
      config: administrator,
      schema: {
        summary: 'Test token and subscriptions, reading by date only',
        tags,
        params: ById,
        response: { 200: Integration },
      },
    },
    (request) => runSelfTest(hub, administratorOf(request), request.params.integrationId),
  );
  app.post(
    `${url}/read`,
    {
      config: administrator,
      schema: {
        summary: 'Read now instead of at the next tick',
        tags,
        params: ById,
        response: { 202: Type.Null() },
      },
    },
    async (request, reply) => {
      await readNow(hub, administratorOf(request), request.params.integrationId);
      return reply.code(202).send(null);
    },
  );
}

function applicationRoute(app: Server, hub: Hub): void {
  app.put(
    '/api/v1/integrations/:integrationId/application',
    {
      config: administrator,
      schema: {
        summary: 'Sign in with an application of one’s own and keep it; its secret never comes out again',
        tags,
        params: ById,
        body: OwnApplication,
        response: { 200: Integration },
      },
    },
    (request) => {
      const by = { ...administratorOf(request), name: memberOf(request).user.name };
      return useApplication(hub, by, request.params.integrationId, request.body);
    },
  );
}

function modeRoutes(app: Server, hub: Hub): void {
  const url = '/api/v1/integrations/:integrationId';
  const schema = { tags, params: ById, response: { 200: Integration } };
  const summaries = {
    'take-over': 'Read what is unread from now on, which takes it from every other reader',
    'hand-back': 'Read by date from now on, which takes nothing from anybody',
  };
  app.post(
    `${url}/take-over`,
    { config: administrator, schema: { ...schema, summary: summaries['take-over'] } },
    (request) => switchMode(hub, administratorOf(request), request.params.integrationId, 'unread'),
  );
  app.post(
    `${url}/hand-back`,
    { config: administrator, schema: { ...schema, summary: summaries['hand-back'] } },
    (request) => switchMode(hub, administratorOf(request), request.params.integrationId, 'shadow'),
  );
}

function authorizationRoutes(app: Server, hub: Hub): void {
  const url = '/api/v1/integrations/:integrationId/authorizations';
  app.post(
    url,
    {
      config: administrator,
      schema: {
        summary: 'Begin an authorization: where the popup goes',
        tags,
        params: ById,
        response: { 201: AuthorizationStart },
      },
    },
    async (request, reply) => {
      const by = administratorOf(request);
      const { integrationId } = request.params;
      const redirectTo = redirectUri(hub, request);
      const start = await startAuthorization(hub, by, memberOf(request), integrationId, redirectTo);
      return reply.code(201).send(start);
    },
  );
  app.get(
    `${url}/:authorizationId`,
    {
      config: administrator,
      schema: {
        summary: 'How an authorization stands',
        tags,
        params: ByAuthorization,
        response: { 200: AuthorizationState },
      },
    },
    (request) => {
      const { integrationId, authorizationId } = request.params;
      return authorizationState(hub, memberOf(request).company.tenantId, integrationId, authorizationId);
    },
  );
}
