import Type from 'typebox';
import { Fault, SelfTest } from './integrations.ts';
import { Day, Id, Instant, oneOf } from './shapes.ts';
import { Contact, Done, WayIn } from './way-in.ts';
import { INTEGRATION_STATUSES } from './words.ts';

const { carrierUser, handOver, associations } = WayIn.properties;

export const DeskIntegration = Type.Object({
  integrationId: Id,
  name: Type.String(),
  status: oneOf(INTEGRATION_STATUSES),
  authorizedAt: Type.Union([Type.Null(), Instant]),
  lastFault: Type.Union([Type.Null(), Fault]),
  /** Without tracking numbers: the desk sees no parcel. */
  selfTest: Type.Union([Type.Null(), SelfTest]),
  /** Null too where it was authorized anew after the validation. */
  validated: Type.Union([Type.Null(), Done]),
  subscriptions: Type.Array(
    Type.Object({
      name: Type.String(),
      carrierStatus: Type.Union([Type.Null(), Type.String()]),
      lastWalkAt: Type.Union([Type.Null(), Instant]),
    }),
  ),
});
export type DeskIntegration = Type.Static<typeof DeskIntegration>;

export const DeskCompany = Type.Object({
  companyId: Id,
  name: Type.String(),
  /** The company's own; null where the hub's fallback stands in. */
  contact: Type.Union([Type.Null(), Contact]),
  subscriptionNames: Type.Array(Type.String()),
  /** One of its integrations was authorized. */
  isMigrated: Type.Boolean(),
  ...{ carrierUser, handOver, associations },
  integrations: Type.Array(DeskIntegration),
});
export type DeskCompany = Type.Static<typeof DeskCompany>;

/** GET /api/v1/desk/companies (customer success): each company's way in, without tokens or parcels. */
export const DeskCompanies = Type.Object({
  cutOver: Type.Union([Type.Null(), Day]),
  companies: Type.Array(DeskCompany),
});
export type DeskCompanies = Type.Static<typeof DeskCompanies>;

/** PATCH /api/v1/desk/companies/:companyId — only the members given change; `contact: null` is the hub's fallback. */
export const DeskCompanyChange = Type.Object(
  {
    contact: Type.Optional(Type.Union([Type.Null(), Contact])),
    /** As the carrier's side knows them; stored as typed, compared exactly. */
    subscriptionNames: Type.Optional(
      Type.Array(Type.String({ minLength: 1, maxLength: 21 }), { maxItems: 3, uniqueItems: true }),
    ),
  },
  { additionalProperties: false },
);
export type DeskCompanyChange = Type.Static<typeof DeskCompanyChange>;

/* POST and DELETE /api/v1/desk/companies/:companyId/integrations/:integrationId/validation → DeskCompany */
