import Type from 'typebox';
import { Fault } from './integrations.ts';
import { Day, Id, Instant, oneOf } from './shapes.ts';
import { DIRECTIONS, ENVIRONMENTS, EVENT_KINDS, PARCEL_STATUSES } from './words.ts';

export const Place = Type.Object({
  city: Type.Union([Type.Null(), Type.String()]),
  region: Type.Union([Type.Null(), Type.String()]),
  country: Type.Union([Type.Null(), Type.String()]),
});
export type Place = Type.Static<typeof Place>;

/** A scan's time three ways: as the carrier wrote it, as an instant, and how the zone was known. */
export const EventTime = Type.Object({
  localAt: Type.String({ description: 'YYYY-MM-DDTHH:mm:ss as the carrier wrote it' }),
  occurredAt: Instant,
  zone: Type.Union([Type.Null(), Type.String()]),
  zoneSource: oneOf(['place', 'region', 'country', 'company', 'unknown'] as const),
});

export const ParcelRow = Type.Object({
  parcelId: Id,
  trackingNumber: Type.String(),
  environment: oneOf(ENVIRONMENTS),
  status: oneOf(PARCEL_STATUSES),
  isLate: Type.Boolean(),
  isRescheduled: Type.Boolean(),
  directions: Type.Array(oneOf(DIRECTIONS)),
  shipperName: Type.Union([Type.Null(), Type.String()]),
  consigneeName: Type.Union([Type.Null(), Type.String()]),
  destination: Place,
  serviceCode: Type.Union([Type.Null(), Type.String()]),
  weightGrams: Type.Union([Type.Null(), Type.Integer()]),
  shippedOn: Day,
  expectedOn: Type.Union([Type.Null(), Day]),
  deliveredAt: Type.Union([Type.Null(), Instant]),
  lastEventAt: Instant,
});
export type ParcelRow = Type.Static<typeof ParcelRow>;

/** One side of the carrier at a time: nothing is ever mixed. Absent means the one that the session names. */
export const EnvironmentQuery = Type.Object({ environment: Type.Optional(oneOf(ENVIRONMENTS)) });
export type EnvironmentQuery = Type.Static<typeof EnvironmentQuery>;

/** GET /api/v1/parcels — every member may stand in the address of the screen. */
export const ParcelQuery = Type.Object({
  ...EnvironmentQuery.properties,
  /** Tracking number, reference, order, name or city; one word or more, the last one may be unfinished. */
  q: Type.Optional(Type.String({ maxLength: 120 })),
  direction: Type.Optional(oneOf(DIRECTIONS)),
  status: Type.Optional(Type.Union([oneOf(PARCEL_STATUSES), Type.Literal('open'), Type.Literal('late')])),
  /** Ship date from / to, inclusive. */
  from: Type.Optional(Day),
  to: Type.Optional(Day),
  expected: Type.Optional(Day),
  /** Parcels whose last exception happened on this day of the company's zone. */
  exception: Type.Optional(Day),
  cursor: Type.Optional(Type.String({ maxLength: 400 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
});
export type ParcelQuery = Type.Static<typeof ParcelQuery>;

/** `next` is the keyset cursor of the next page, null on the last. CSV of the same query: GET /api/v1/parcels.csv */
export const ParcelList = Type.Object({
  parcels: Type.Array(ParcelRow),
  next: Type.Union([Type.Null(), Type.String()]),
});
export type ParcelList = Type.Static<typeof ParcelList>;

export const EventSource = Type.Object({
  fileName: Type.String(),
  subscription: Type.String(),
  source: oneOf(['oauth-json', 'key-xml', 'file-drop'] as const),
  receivedAt: Instant,
});

export const ParcelEvent = Type.Object({
  eventId: Id,
  kind: oneOf(EVENT_KINDS),
  /** The carrier's code: activity type of a generic record, status code of an exception, else empty. */
  code: Type.String(),
  /** The carrier's own words, as received. */
  description: Type.Union([Type.Null(), Type.String()]),
  time: EventTime,
  place: Place,
  exception: Type.Union([
    Type.Null(),
    Type.Object({
      reasonCode: Type.Union([Type.Null(), Type.String()]),
      reason: Type.Union([Type.Null(), Type.String()]),
      resolutionCode: Type.Union([Type.Null(), Type.String()]),
      resolution: Type.Union([Type.Null(), Type.String()]),
      rescheduledOn: Type.Union([Type.Null(), Day]),
    }),
  ]),
  signedBy: Type.Union([Type.Null(), Type.String()]),
  deliveredTo: Type.Union([Type.Null(), Type.String()]),
  sources: Type.Array(EventSource),
});
export type ParcelEvent = Type.Static<typeof ParcelEvent>;

export const PostalAddress = Type.Object({
  name: Type.Union([Type.Null(), Type.String()]),
  attention: Type.Union([Type.Null(), Type.String()]),
  lines: Type.Array(Type.String()),
  city: Type.Union([Type.Null(), Type.String()]),
  region: Type.Union([Type.Null(), Type.String()]),
  postalCode: Type.Union([Type.Null(), Type.String()]),
  country: Type.Union([Type.Null(), Type.String()]),
});
export type PostalAddress = Type.Static<typeof PostalAddress>;

/** GET /api/v1/parcels/:parcelId */
export const ParcelDetail = Type.Object({
  ...ParcelRow.properties,
  shipper: Type.Union([Type.Null(), PostalAddress]),
  shipperNumber: Type.Union([Type.Null(), Type.String()]),
  consignee: Type.Union([Type.Null(), PostalAddress]),
  references: Type.Array(
    Type.Object({
      level: oneOf(['shipment', 'package'] as const),
      code: Type.Union([Type.Null(), Type.String()]),
      value: Type.String(),
    }),
  ),
  billing: Type.Union([Type.Null(), Type.Object({ option: Type.String(), account: Type.String() })]),
  dimensions: Type.Union([
    Type.Null(),
    Type.Object({ lengthMm: Type.Integer(), widthMm: Type.Integer(), heightMm: Type.Integer() }),
  ]),
  expectedTime: Type.Union([Type.Null(), Type.String()]),
  signedBy: Type.Union([Type.Null(), Type.String()]),
  deliveredTo: Type.Union([Type.Null(), Type.String()]),
  /** Newest first. */
  events: Type.Array(ParcelEvent),
});
export type ParcelDetail = Type.Static<typeof ParcelDetail>;

export const HomeGroup = Type.Object({
  /** Counted up to 1,000; `isCapped` says that there are more. */
  count: Type.Integer(),
  isCapped: Type.Boolean(),
  first: Type.Array(ParcelRow),
});

/** GET /api/v1/home */
export const Home = Type.Object({
  today: Day,
  late: HomeGroup,
  arrivingToday: HomeGroup,
  exceptionsToday: HomeGroup,
  freshness: Type.Array(
    Type.Object({
      subscription: Type.String(),
      integration: Type.String(),
      environment: oneOf(ENVIRONMENTS),
      lastWalkAt: Type.Union([Type.Null(), Instant]),
      lastNewDataAt: Type.Union([Type.Null(), Instant]),
      state: oneOf(['fresh', 'stale', 'never', 'reauthorization-required', 'failing'] as const),
      lastFault: Type.Union([Type.Null(), Fault]),
    }),
  ),
  /** False until the company has an authorized integration: the screen then explains the way in. */
  isConnected: Type.Boolean(),
});
export type Home = Type.Static<typeof Home>;
