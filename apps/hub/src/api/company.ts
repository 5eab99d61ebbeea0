import Type from 'typebox';
import { Day, Id, Instant, LocaleCode, oneOf } from './shapes.ts';
import { ROLES } from './words.ts';

/** GET /api/v1/company — for every member; the people stand in the order of their names. */
export const Company = Type.Object({
  companyId: Id,
  name: Type.String(),
  locale: LocaleCode,
  zone: Type.String({ description: 'IANA name; what “today” and unknown scan zones mean' }),
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
});
export type CompanyChange = Type.Static<typeof CompanyChange>;

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
