import Type from 'typebox';
import { Id, Instant, oneOf } from './shapes.ts';
import {
  AUTHORIZATION_OUTCOMES,
  DIRECTIONS,
  ENVIRONMENTS,
  INTEGRATION_STATUSES,
  INTEGRATION_TYPES,
  MODES,
} from './words.ts';

export const Fault = Type.Object({ code: Type.String(), message: Type.String(), at: Instant });
export type Fault = Type.Static<typeof Fault>;

export const Subscription = Type.Object({
  subscriptionId: Id,
  position: Type.Integer(),
  name: Type.String(),
  direction: Type.Union([Type.Null(), oneOf(DIRECTIONS)]),
  /** The carrier's status code of the subscription, as last seen: UN AT P A I S. */
  carrierStatus: Type.Union([Type.Null(), Type.String()]),
  nextReadAt: Type.Union([Type.Null(), Instant]),
  lastAttemptAt: Type.Union([Type.Null(), Instant]),
  /** The end of the last complete successful walk: what freshness is measured from. */
  lastWalkAt: Type.Union([Type.Null(), Instant]),
  lastNewDataAt: Type.Union([Type.Null(), Instant]),
  lastFault: Type.Union([Type.Null(), Fault]),
  /** The last hole in the feed: files cut between the two were never read, and the carrier no longer has them. */
  gap: Type.Union([Type.Null(), Type.Object({ from: Instant, until: Instant })]),
  /** When the carrier's full seven days were last read by date. */
  reconciledAt: Type.Union([Type.Null(), Instant]),
  /** Somebody else reads it too: since the take-over so many files never came as unread, the last of them by name. */
  competitor: Type.Union([
    Type.Null(),
    Type.Object({ at: Instant, files: Type.Integer(), lastFile: Type.String() }),
  ]),
  /** 1, 24 or 72 where the administrators were written to because so long nothing was read to its end; else 0. */
  silentHours: Type.Integer(),
  /** What could not be read, newest first: a part of the file with the place, or (no file name) a whole answer. */
  heldBack: Type.Array(
    Type.Object({ fileName: Type.Union([Type.Null(), Type.String()]), fault: Type.String(), at: Instant }),
  ),
});
export type Subscription = Type.Static<typeof Subscription>;

/** What the hub learnt right after authorization, reading by date only (nothing consumed). */
export const SelfTest = Type.Object({
  at: Instant,
  token: Type.Object({ ok: Type.Boolean(), fault: Type.Union([Type.Null(), Fault]) }),
  subscriptions: Type.Array(
    Type.Object({
      name: Type.String(),
      outcome: oneOf(['found', 'not-found', 'inactive', 'failed'] as const),
      carrierStatus: Type.Union([Type.Null(), Type.String()]),
      files: Type.Integer(),
      records: Type.Integer(),
      firstTrackingNumbers: Type.Array(Type.String()),
      fault: Type.Union([Type.Null(), Fault]),
    }),
  ),
});
export type SelfTest = Type.Static<typeof SelfTest>;

const clientId = Type.String({ minLength: 1, maxLength: 100, pattern: '^[!-9;-~]+$' });
const accountNumber = Type.String({ pattern: '^[0-9A-Z]{6}$' });

/** PUT /api/v1/integrations/:id/application → Integration. The secret goes in and never comes out again. */
export const OwnApplication = Type.Object(
  {
    clientId,
    clientSecret: Type.String({ minLength: 1, maxLength: 200, pattern: '^[!-~]+$' }),
    /** Sent as `x-merchant-id`. */
    accountNumber,
  },
  { additionalProperties: false },
);
export type OwnApplication = Type.Static<typeof OwnApplication>;

export const Integration = Type.Object({
  integrationId: Id,
  name: Type.String(),
  type: oneOf(INTEGRATION_TYPES),
  environment: oneOf(ENVIRONMENTS),
  /** `shadow` reads by date and consumes nothing; `unread` takes what the carrier has not handed out yet. */
  mode: oneOf(MODES),
  /** When it was last switched; null as long as it never was. */
  modeSince: Type.Union([Type.Null(), Instant]),
  status: oneOf(INTEGRATION_STATUSES),
  authorizedAt: Type.Union([Type.Null(), Instant]),
  authorizedBy: Type.Union([Type.Null(), Type.String()]),
  /** What an own application signs in with, without its secret; null until there is one, and for the other type. */
  application: Type.Union([
    Type.Null(),
    Type.Object({ clientId, accountNumber, storedAt: Instant, storedBy: Type.String() }),
  ]),
  createdAt: Instant,
  lastFault: Type.Union([Type.Null(), Fault]),
  selfTest: Type.Union([Type.Null(), SelfTest]),
  subscriptions: Type.Array(Subscription),
});
export type Integration = Type.Static<typeof Integration>;

/** GET /api/v1/integrations (administrators; others get 403 ADMINISTRATORS_ONLY with the administrators' names). */
export const IntegrationList = Type.Object({
  integrations: Type.Array(Integration),
  /** The carrier's sides that a new integration may belong to; the first is proposed. */
  environments: Type.Array(oneOf(ENVIRONMENTS)),
});
export type IntegrationList = Type.Static<typeof IntegrationList>;

/** POST /api/v1/integrations (takes `Idempotency-Key`). Names are compared exactly by the carrier; they are stored as typed. */
export const NewIntegration = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 80 }),
  type: oneOf(INTEGRATION_TYPES),
  /** One that the hub is configured for; absent means the first. */
  environment: Type.Optional(oneOf(ENVIRONMENTS)),
  subscriptions: Type.Array(Type.String({ minLength: 1, maxLength: 21 }), {
    minItems: 1,
    maxItems: 3,
    uniqueItems: true,
  }),
});
export type NewIntegration = Type.Static<typeof NewIntegration>;

/** PATCH /api/v1/integrations/:id — rename, correct subscription names, say a subscription's direction. */
export const IntegrationChange = Type.Object({
  name: Type.Optional(Type.String({ minLength: 1, maxLength: 80 })),
  subscriptions: Type.Optional(NewIntegration.properties.subscriptions),
  directions: Type.Optional(Type.Record(Id, Type.Union([Type.Null(), oneOf(DIRECTIONS)]))),
});
export type IntegrationChange = Type.Static<typeof IntegrationChange>;

/** POST /api/v1/integrations/:id/authorizations → where the popup goes. The state stays on the server. */
export const AuthorizationStart = Type.Object({
  authorizationId: Type.String(),
  popupUrl: Type.String(),
  expiresAt: Instant,
});
export type AuthorizationStart = Type.Static<typeof AuthorizationStart>;

/** GET /api/v1/integrations/:id/authorizations/:authorizationId — the wizard asks this, never the popup. */
export const AuthorizationState = Type.Object({
  outcome: oneOf(AUTHORIZATION_OUTCOMES),
  fault: Type.Union([Type.Null(), Fault]),
  integration: Integration,
});
export type AuthorizationState = Type.Static<typeof AuthorizationState>;

/* Others: DELETE /api/v1/integrations/:id · POST /api/v1/integrations/:id/self-test → Integration
 * POST /api/v1/integrations/:id/take-over, …/hand-back → Integration
 * POST /api/v1/integrations/:id/read → 202 (reads now instead of at the next tick)
 * GET /integrations/callback?code&state (the popup's landing page, HTML). */
