import type { Server } from '@lading/kit/http/server';
import { DeskCompanies } from '../../api/desk.ts';
import type { Hub } from '../hub.ts';
import { listCompanies } from './service.ts';

/** Customer success: how every company's way in stands, without a token and without a parcel. */
export function deskRoutes(app: Server, hub: Hub): void {
  app.get(
    '/api/v1/desk/companies',
    {
      config: { access: 'desk' },
      schema: { summary: 'Every company’s integrations', tags: ['desk'], response: { 200: DeskCompanies } },
    },
    () => listCompanies(hub),
  );
}
