import Type from 'typebox';
import { Id, Instant, LocaleCode, oneOf } from './shapes.ts';
import { ROLES } from './words.ts';

const Email = Type.String({ minLength: 3, maxLength: 254, pattern: '^\\S+@\\S+$' });
const Password = Type.String({ maxLength: 200 });
const Token = Type.String({ minLength: 20, maxLength: 100 });

export const Invitation = Type.Object({
  invitationId: Id,
  email: Type.String(),
  role: oneOf(ROLES),
  createdAt: Instant,
  expiresAt: Instant,
  invitedBy: Type.Union([Type.Null(), Type.String()]),
});
export type Invitation = Type.Static<typeof Invitation>;

/** GET /api/v1/people (administrators): members by name, and the invitations that nobody has accepted yet. */
export const People = Type.Object({
  members: Type.Array(
    Type.Object({
      userId: Id,
      name: Type.String(),
      email: Type.String(),
      role: oneOf(ROLES),
      hasSecondFactor: Type.Boolean(),
    }),
  ),
  invitations: Type.Array(Invitation),
  /** False where no mail server is set: then the link is shown to be handed over. */
  isMailSet: Type.Boolean(),
});
export type People = Type.Static<typeof People>;

/** POST /api/v1/people/invitations. */
export const NewInvitation = Type.Object({ email: Email, role: oneOf(ROLES) });
export type NewInvitation = Type.Static<typeof NewInvitation>;

/** The answer to whoever invites; `link` only where no mail is sent. */
export const Invited = Type.Object({
  invitation: Invitation,
  link: Type.Union([Type.Null(), Type.String()]),
});
export type Invited = Type.Static<typeof Invited>;

/** PATCH /api/v1/people/:userId */
export const MemberChange = Type.Object({ role: oneOf(ROLES) });

/** POST /api/v1/invitations/look: what the link opens, before anything is accepted. */
export const InvitationToken = Type.Object({ token: Token });
export const OpenInvitation = Type.Object({
  companyName: Type.String(),
  email: Type.String(),
  role: oneOf(ROLES),
  /** The address has a login already: its password accepts the invitation. */
  hasAccount: Type.Boolean(),
  locale: LocaleCode,
});
export type OpenInvitation = Type.Static<typeof OpenInvitation>;

/** POST /api/v1/invitations/accept: afterwards one signs in. */
export const AcceptInvitation = Type.Object({
  token: Token,
  /** New people only. */
  name: Type.Optional(Type.String({ minLength: 1, maxLength: 120 })),
  /** The language in which the invitation was read. */
  locale: Type.Optional(LocaleCode),
  password: Password,
});
export type AcceptInvitation = Type.Static<typeof AcceptInvitation>;

/** POST /api/v1/password-resets: the same answer whether the address is known or not. */
export const AskReset = Type.Object({ email: Email });
/** POST /api/v1/password-resets/complete */
export const CompleteReset = Type.Object({ token: Token, password: Password });

/** POST /api/v1/account/password */
export const ChangePassword = Type.Object({ current: Password, password: Password });

/** POST /api/v1/account/second-factor: begins; nothing counts before the first code does. */
export const SecondFactorStart = Type.Object({
  secret: Type.String(),
  url: Type.String({ description: 'otpauth:// for an authenticator program' }),
  /** The same as a picture: side in modules, and the dark ones row by row as an SVG path. */
  picture: Type.Object({ side: Type.Integer(), path: Type.String() }),
});
export type SecondFactorStart = Type.Static<typeof SecondFactorStart>;
/** POST /api/v1/account/second-factor/confirm → codes for the day the telephone is lost, shown once. */
export const SecondFactorCode = Type.Object({ code: Type.String({ minLength: 6, maxLength: 20 }) });
export const RecoveryCodes = Type.Object({ codes: Type.Array(Type.String()) });
export type RecoveryCodes = Type.Static<typeof RecoveryCodes>;
/** DELETE /api/v1/account/second-factor takes the password. */
export const EndSecondFactor = Type.Object({ password: Password });
/** GET /api/v1/account/security */
export const Security = Type.Object({
  hasSecondFactor: Type.Boolean(),
  recoveryCodesLeft: Type.Integer(),
});
export type Security = Type.Static<typeof Security>;
