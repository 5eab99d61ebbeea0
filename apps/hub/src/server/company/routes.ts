import type { Server } from '@lading/kit/http/server';
import { Company, CompanyChange, CompanyStorage } from '../../api/company.ts';
import { memberOf } from '../http/guard.ts';
import { actorOf, type Hub } from '../hub.ts';
import { getCompany, getStorage, updateCompany } from './service.ts';

const tags = ['company'];

export function companyRoutes(app: Server, hub: Hub): void {
  app.get(
    '/api/v1/company',
    {
      config: { access: 'member' },
      schema: { summary: 'The company and its people', tags, response: { 200: Company } },
    },
    (request) => getCompany(hub, memberOf(request).company.tenantId),
  );
  app.patch(
    '/api/v1/company',
    {
      config: { access: 'administrator' },
      schema: {
        summary: 'Change name, language, zone or how long data is kept',
        tags,
        body: CompanyChange,
        response: { 200: Company },
      },
    },
    (request) => updateCompany(hub, memberOf(request).company.tenantId, actorOf(request), request.body),
  );
  app.get(
    '/api/v1/company/storage',
    {
      config: { access: 'administrator' },
      schema: {
        summary: 'What the company’s data takes in the store',
        tags,
        response: { 200: CompanyStorage },
      },
    },
    (request) => getStorage(hub, memberOf(request).company.tenantId),
  );
}
