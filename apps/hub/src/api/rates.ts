import Type from 'typebox';
import { Day, oneOf } from './shapes.ts';
import { ENVIRONMENTS } from './words.ts';

const Text = Type.Object({ en: Type.String(), fr: Type.String() });
const Country = Type.String({ pattern: '^[A-Z]{2}$' });
const Measure = Type.Number({ exclusiveMinimum: 0, maximum: 10_000 });

export const RatePlace = Type.Object({
  postalCode: Type.String({ maxLength: 10 }),
  city: Type.Optional(Type.String({ maxLength: 30 })),
  region: Type.Optional(Type.String({ maxLength: 5 })),
  country: Country,
});
export type RatePlace = Type.Static<typeof RatePlace>;

export const RateParcel = Type.Object({
  weight: Measure,
  length: Type.Optional(Measure),
  width: Type.Optional(Measure),
  height: Type.Optional(Measure),
});
export type RateParcel = Type.Static<typeof RateParcel>;

/** POST /api/v1/rates: asks the carrier, for every member of the company. Nothing is shipped. */
export const RateQuestion = Type.Object({
  from: RatePlace,
  to: RatePlace,
  isResidential: Type.Boolean(),
  /** Kilograms and centimetres, or pounds and inches. */
  units: oneOf(['metric', 'imperial'] as const),
  parcels: Type.Array(RateParcel, { minItems: 1, maxItems: 50 }),
});
export type RateQuestion = Type.Static<typeof RateQuestion>;

const Money = Type.Object({
  /** A point before the decimals. */
  amount: Type.String(),
  currency: Type.String(),
});

export const RatedService = Type.Object({
  code: Type.String(),
  name: Text,
  total: Money,
  /** What the contract makes of it, where the carrier says so. */
  negotiated: Type.Union([Type.Null(), Money]),
  businessDays: Type.Union([Type.Null(), Type.Integer()]),
  deliveryOn: Type.Union([Type.Null(), Day]),
  /** `HH:mm`, by the clock of the destination. */
  deliveryBy: Type.Union([Type.Null(), Type.String()]),
  lines: Type.Array(Type.Object({ code: Type.String(), name: Text, amount: Type.String() })),
});
export type RatedService = Type.Static<typeof RatedService>;

/** Cheapest first. */
export const RateAnswer = Type.Object({
  environment: oneOf(ENVIRONMENTS),
  services: Type.Array(RatedService),
  /** The carrier's own remarks. */
  alerts: Type.Array(Type.String()),
});
export type RateAnswer = Type.Static<typeof RateAnswer>;

/** POST /api/v1/rates/places: what the carrier takes a place for; best first. */
export const PlaceCandidates = Type.Object({ places: Type.Array(RatePlace) });
export type PlaceCandidates = Type.Static<typeof PlaceCandidates>;
