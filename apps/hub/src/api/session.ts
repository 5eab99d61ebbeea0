import Type from 'typebox';
import { Id, LocaleCode, oneOf } from './shapes.ts';
import { ENVIRONMENTS, ROLES } from './words.ts';

export const Membership = Type.Object({ companyId: Id, companyName: Type.String(), role: oneOf(ROLES) });
export type Membership = Type.Static<typeof Membership>;

/** GET /api/v1/session, and the answer of signing in. `csrfToken` goes back in header `x-csrf-token` on every change. */
export const Session = Type.Object({
  user: Type.Object({
    userId: Id,
    name: Type.String(),
    email: Type.String(),
    locale: LocaleCode,
    zone: Type.String(),
    isDesk: Type.Boolean(),
  }),
  company: Type.Union([
    Type.Null(),
    Type.Object({
      companyId: Id,
      name: Type.String(),
      role: oneOf(ROLES),
      zone: Type.String(),
      /** Whom an ordinary user asks: the names of the company's administrators. */
      administrators: Type.Array(Type.String()),
    }),
  ]),
  companies: Type.Array(Membership),
  csrfToken: Type.String(),
  /** The carrier's side that is looked at where nothing else is said: a name and a colour on every page. */
  environment: oneOf(ENVIRONMENTS),
  /** What there may be to look at for this company: that one, and wherever it has or had an integration. */
  environments: Type.Array(oneOf(ENVIRONMENTS)),
  /** The hub's clock, so that screens speak of the same "today" as the server. */
  now: Type.String(),
});
export type Session = Type.Static<typeof Session>;

/** POST /api/v1/session */
export const SignIn = Type.Object({
  email: Type.String({ maxLength: 254 }),
  password: Type.String({ maxLength: 200 }),
  /** Of the authenticator, or a recovery code: asked for by `CODE_REQUIRED`. */
  code: Type.Optional(Type.String({ maxLength: 30 })),
});
export type SignIn = Type.Static<typeof SignIn>;

/** POST /api/v1/session/company */
export const ChooseCompany = Type.Object({ companyId: Id });

/** PATCH /api/v1/account */
export const AccountChange = Type.Object({
  locale: Type.Optional(LocaleCode),
  zone: Type.Optional(Type.String({ maxLength: 64 })),
});
export type AccountChange = Type.Static<typeof AccountChange>;
