import type { Server } from '@lading/kit/http/server';
import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { DeskCompanies, DeskCompany, DeskCompanyChange } from '../../api/desk.ts';
import { Id } from '../../api/shapes.ts';
import { seatOf } from '../http/guard.ts';
import { actorOf, type Hub } from '../hub.ts';
import { type Adviser, changeCompany, listCompanies, takeValidationBack, validate } from './service.ts';

const tags = ['desk'];
const desk = { access: 'desk' } as const;
const ById = Type.Object({ companyId: Id });
const ByIntegration = Type.Object({ companyId: Id, integrationId: Id });
const response = { 200: DeskCompany };

function adviserOf(request: FastifyRequest): Adviser {
  const { user } = seatOf(request);
  return { userId: user.userId, name: user.name, actor: actorOf(request) };
}

/** Customer success: how every company’s way in stands, without a token and without a parcel. */
export function deskRoutes(app: Server, hub: Hub): void {
  app.get(
    '/api/v1/desk/companies',
    {
      config: desk,
      schema: { summary: 'Every company’s way in', tags, response: { 200: DeskCompanies } },
    },
    () => listCompanies(hub),
  );
  app.patch(
    '/api/v1/desk/companies/:companyId',
    {
      config: desk,
      schema: {
        summary: 'Name the company’s contact, provide its subscription names',
        ...{ tags, params: ById, body: DeskCompanyChange, response },
      },
    },
    (request) => changeCompany(hub, adviserOf(request), request.params.companyId, request.body),
  );
  const validation = '/api/v1/desk/companies/:companyId/integrations/:integrationId/validation';
  app.post(
    validation,
    {
      config: desk,
      schema: {
        summary: 'Record that the integration was found right',
        ...{ tags, params: ByIntegration, response },
      },
    },
    (request) => validate(hub, adviserOf(request), request.params.companyId, request.params.integrationId),
  );
  app.delete(
    validation,
    {
      config: desk,
      schema: { summary: 'Take a validation back', tags, params: ByIntegration, response },
    },
    (request) =>
      takeValidationBack(hub, adviserOf(request), request.params.companyId, request.params.integrationId),
  );
}
