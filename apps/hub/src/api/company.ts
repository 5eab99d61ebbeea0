import Type from 'typebox';
import { Day, Id, Instant, LocaleCode, oneOf } from './shapes.ts';
import { ROLES } from './words.ts';

/** How many days a company may keep what it receives; the hub's tables have the same bounds. */
export const DAYS = {
  raw: { minimum: 14, maximum: 730, usual: 90 },
  events: { minimum: 180, maximum: 2555, usual: 730 },
} as const;

const RawDays = Type.Integer({
  minimum: DAYS.raw.minimum,
  maximum: DAYS.raw.maximum,
  description: 'Days for which answers of the carrier are kept as received; no more than eventDays',
});
const EventDays = Type.Integer({
  minimum: DAYS.events.minimum,
  maximum: DAYS.events.maximum,
  description: 'Days for which a parcel is kept after its last event',
});

/** GET /api/v1/company — for every member; the people stand in the order of their names. */
export const Company = Type.Object({
  companyId: Id,
  name: Type.String(),
  locale: LocaleCode,
  zone: Type.String({ description: 'IANA name; what “today” and unknown scan zones mean' }),
  rawDays: RawDays,
  eventDays: EventDays,
  members: Type.Array(
    Type.Object({ userId: Id, name: Type.String(), email: Type.String(), role: oneOf(ROLES) }),
  ),
});
export type Company = Type.Static<typeof Company>;

/** PATCH /api/v1/company — administrators. */
export const CompanyChange = Type.Object({
  name: Type.Optional(Type.String({ minLength: 1, maxLength: 80 })),
  locale: Type.Optional(LocaleCode),
  zone: Type.Optional(Type.String({ maxLength: 64 })),
  rawDays: Type.Optional(RawDays),
  eventDays: Type.Optional(EventDays),
});
export type CompanyChange = Type.Static<typeof CompanyChange>;

/** GET /api/v1/company/storage — administrators; what the company's rows take, without indexes. */
export const CompanyStorage = Type.Object({
  rawAnswers: Type.Object({
    rows: Type.Integer(),
    receivedBytes: Type.Integer({ description: 'As the carrier sent them' }),
    storedBytes: Type.Integer({ description: 'As they are stored, compressed' }),
    repeatedRows: Type.Integer({
      description: 'Answers whose content another answer of the subscription has',
    }),
    oldest: Type.Union([Type.Null(), Instant]),
  }),
  events: Type.Object({
    rows: Type.Integer(),
    estimatedBytes: Type.Integer({ description: 'From the size of some of the rows' }),
  }),
  parcels: Type.Object({
    rows: Type.Integer(),
    estimatedBytes: Type.Integer({ description: 'From the size of some of the rows' }),
  }),
});
export type CompanyStorage = Type.Static<typeof CompanyStorage>;

/** What a list of the audit log is narrowed by; it may stand in the address of the screen. */
export const AuditFilter = Type.Object({
  /** `<what>.<verb>`. */
  action: Type.Optional(Type.String({ maxLength: 60 })),
  /** Days in the company's zone, inclusive. */
  from: Type.Optional(Day),
  to: Type.Optional(Day),
});
export type AuditFilter = Type.Static<typeof AuditFilter>;

/** GET /api/v1/audit — administrators; newest first. The same as CSV: GET /api/v1/audit.csv */
export const AuditQuery = Type.Object({
  ...AuditFilter.properties,
  cursor: Type.Optional(Type.String({ maxLength: 200 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
});
export type AuditQuery = Type.Static<typeof AuditQuery>;

export const AuditList = Type.Object({
  entries: Type.Array(
    Type.Object({
      entryId: Id,
      at: Instant,
      /** Null where the hub itself acted. */
      userName: Type.Union([Type.Null(), Type.String()]),
      /** `<what>.<verb>`. */
      action: Type.String(),
      subject: Type.String(),
      before: Type.Unknown(),
      after: Type.Unknown(),
      requestId: Type.Union([Type.Null(), Type.String()]),
    }),
  ),
  next: Type.Union([Type.Null(), Type.String()]),
});
export type AuditList = Type.Static<typeof AuditList>;
