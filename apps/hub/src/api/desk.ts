import Type from 'typebox';
import { Fault } from './integrations.ts';
import { Id, Instant, oneOf } from './shapes.ts';
import { INTEGRATION_STATUSES } from './words.ts';

/** GET /api/v1/desk/companies (customer success): each company's way in, without tokens or parcels. */
export const DeskCompanies = Type.Object({
  companies: Type.Array(
    Type.Object({
      companyId: Id,
      name: Type.String(),
      integrations: Type.Array(
        Type.Object({
          integrationId: Id,
          name: Type.String(),
          status: oneOf(INTEGRATION_STATUSES),
          lastFault: Type.Union([Type.Null(), Fault]),
          subscriptions: Type.Array(
            Type.Object({
              name: Type.String(),
              carrierStatus: Type.Union([Type.Null(), Type.String()]),
              lastWalkAt: Type.Union([Type.Null(), Instant]),
            }),
          ),
        }),
      ),
    }),
  ),
});
export type DeskCompanies = Type.Static<typeof DeskCompanies>;
