import Type from 'typebox';
import { Day, Id, Instant, oneOf } from './shapes.ts';
import { ASSOCIATION_WAYS, CARRIER_USER_ORIGINS, INTEGRATION_STATUSES } from './words.ts';

const Email = Type.String({ minLength: 3, maxLength: 254, pattern: '^\\s*[^\\s@]+@[^\\s@]+\\s*$' });

/** Whom a company's people turn to. */
export const Contact = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 80 }),
  email: Email,
  telephone: Type.Union([Type.Null(), Type.String({ minLength: 1, maxLength: 40 })]),
});
export type Contact = Type.Static<typeof Contact>;

/** Who did it, and when. */
export const Done = Type.Object({ at: Instant, by: Type.String() });
export type Done = Type.Static<typeof Done>;

const maybe = <Shape extends Type.TSchema>(shape: Shape) => Type.Union([Type.Null(), shape]);

/** GET /api/v1/way-in/standing — for everybody signed in: whom to ask, and how near the cut-over is. */
export const Standing = Type.Object({
  /** Null where neither the company nor the hub names anybody. */
  contact: maybe(Contact),
  cutOver: maybe(
    Type.Object({
      on: Day,
      /** Null for who works for no company. */
      isMigrated: maybe(Type.Boolean()),
    }),
  ),
});
export type Standing = Type.Static<typeof Standing>;

/** GET /api/v1/way-in — administrators: the four steps, each with who took it. */
export const WayIn = Type.Object({
  carrierUser: maybe(Type.Object({ how: oneOf(CARRIER_USER_ORIGINS), email: Type.String(), done: Done })),
  handOver: maybe(Type.Object({ userName: Type.String(), email: Type.String(), done: Done })),
  associations: maybe(Type.Object({ how: oneOf(ASSOCIATION_WAYS), done: Done })),
  /** The company's integration that came furthest. */
  authorization: maybe(
    Type.Object({
      integrationId: Id,
      status: oneOf(INTEGRATION_STATUSES),
      done: maybe(Done),
      /** What customer success says of this very authorization. */
      validated: maybe(Done),
    }),
  ),
  /** Then no carrier user is needed: the first two steps do not apply. */
  hasOnlyOwnApplications: Type.Boolean(),
  accountCount: Type.Integer(),
  /** The subscription names that customer success provided, to be entered exactly. */
  subscriptionNames: Type.Array(Type.String()),
});
export type WayIn = Type.Static<typeof WayIn>;

/** POST /api/v1/way-in/carrier-user. A CampusShip user is refused by the carrier, so it has to be denied here. */
export const CarrierUserStep = Type.Object(
  { how: oneOf(CARRIER_USER_ORIGINS), email: Email, isCampusShip: Type.Literal(false) },
  { additionalProperties: false },
);
export type CarrierUserStep = Type.Static<typeof CarrierUserStep>;

/** POST /api/v1/way-in/hand-over. There is no member for a password, and none is taken. */
export const HandOverStep = Type.Object(
  { userName: Type.String({ minLength: 1, maxLength: 64, pattern: '\\S' }), email: Email },
  { additionalProperties: false },
);
export type HandOverStep = Type.Static<typeof HandOverStep>;

/** POST /api/v1/way-in/associations */
export const AssociationsStep = Type.Object(
  { how: oneOf(ASSOCIATION_WAYS) },
  { additionalProperties: false },
);
export type AssociationsStep = Type.Static<typeof AssociationsStep>;

/** GET /api/v1/way-in/accounts — administrators; in the order of group, name and number. */
export const AccountDirectory = Type.Object({
  accounts: Type.Array(
    Type.Object({ number: Type.String(), name: Type.String(), group: maybe(Type.String()) }),
  ),
});
export type AccountDirectory = Type.Static<typeof AccountDirectory>;

/**
 * POST /api/v1/way-in/accounts: the whole directory as CSV (comma, semicolon or tab; a heading of account, name and,
 * if wanted, group, in English or French). One bad line and nothing changes: 422 `ACCOUNTS_NOT_IMPORTED`.
 */
export const AccountsFile = Type.Object({ csv: Type.String({ maxLength: 900_000 }) });
export type AccountsFile = Type.Static<typeof AccountsFile>;

/** The details of `ACCOUNTS_NOT_IMPORTED`: the first faults by line, and how many there are. */
export interface AccountFaults {
  readonly count: number;
  readonly en: readonly string[];
  readonly fr: readonly string[];
}

export const AccountsImported = Type.Object({
  added: Type.Integer(),
  changed: Type.Integer(),
  removed: Type.Integer(),
  unchanged: Type.Integer(),
});
export type AccountsImported = Type.Static<typeof AccountsImported>;
