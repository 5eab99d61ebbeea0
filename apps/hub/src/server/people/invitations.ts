import { hashPassword, sha256, verifyPassword } from '@lading/kit/crypto';
import { Problem } from '@lading/kit/errors';
import type { Locale } from '@lading/kit/text';
import type { Transaction } from 'kysely';
import type {
  AcceptInvitation,
  Invitation,
  Invited,
  NewInvitation,
  OpenInvitation,
} from '../../api/people.ts';
import { type Actor, writeAudit } from '../audit/store.ts';
import { readMembers } from '../company/store.ts';
import type { Hub } from '../hub.ts';
import { enqueue } from '../outbox/store.ts';
import { invalidValue, notFound } from '../problems.ts';
import { checkNewPassword } from '../sign-in/passwords.ts';
import { wrongCredentials } from '../sign-in/service.ts';
import type { HubTables } from '../tables.ts';
import { addMember, findInvitation, insertInvitation, markAccepted, revokeInvitation } from './store.ts';

type Tx = Transaction<HubTables>;

const INVITATION_LIFE_MS = 7 * 86_400_000;

export interface Inviter {
  readonly tenantId: string;
  readonly actor: Actor;
  readonly locale: 'en' | 'fr';
}

/** What inviting needs of the hub. */
export type InvitingHub = Pick<
  Hub,
  'config' | 'door' | 'clock' | 'ids' | 'sealer' | 'publicUrl' | 'wakeMail'
>;

/** Writes to somebody who may join the company; a second invitation replaces the first. */
export async function invite(
  hub: InvitingHub,
  inviter: Inviter,
  { email, role }: NewInvitation,
): Promise<Invited> {
  const { tenantId, actor, locale } = inviter;
  const token = hub.ids.token(32);
  const at = new Date(hub.clock.now());
  const invitation: Invitation = {
    invitationId: hub.ids.uuid(),
    email: email.trim().toLowerCase(),
    role,
    createdAt: at.toISOString(),
    expiresAt: new Date(at.getTime() + INVITATION_LIFE_MS).toISOString(),
    invitedBy: actor.userName,
  };
  await hub.door.asTenant(tenantId, async (tx) => {
    const members = await readMembers(tx, tenantId);
    if (members.some((member) => member.email === invitation.email)) throw alreadyMember(invitation.email);
    await store(hub, tx, inviter, invitation, token);
    await enqueue(tx, hub.sealer, {
      ...{ tenantId, at, kind: 'invitation', messageId: hub.ids.uuid() },
      dedupeKey: `invitation ${invitation.invitationId}`,
      to: { email: invitation.email, locale },
      facts: { inviter: actor.userName ?? 'Lading', token, until: invitation.expiresAt },
    });
  });
  hub.wakeMail();
  return { invitation, link: hub.config.mail.smtpUrl ? null : `${hub.publicUrl()}/join?token=${token}` };
}

async function store(
  hub: InvitingHub,
  tx: Tx,
  { tenantId, actor }: Inviter,
  { invitationId, email, role, createdAt, expiresAt }: Invitation,
  token: string,
): Promise<void> {
  const at = new Date(createdAt);
  await insertInvitation(tx, {
    ...{ tenantId, invitationId, email, role, at, by: actor.userId },
    tokenHash: sha256(token),
    expiresAt: new Date(expiresAt),
  });
  await writeAudit(tx, {
    ...{ tenantId, at, actor, action: 'person.invite', subject: invitationId },
    entryId: hub.ids.uuid(),
    after: { email, role },
  });
}

export async function takeBack(
  hub: Hub,
  tenantId: string,
  actor: Actor,
  invitationId: string,
): Promise<void> {
  const at = new Date(hub.clock.now());
  await hub.door.asTenant(tenantId, async (tx) => {
    const email = await revokeInvitation(tx, tenantId, invitationId, at);
    if (email === undefined) throw notFound('invitation');
    await writeAudit(tx, {
      ...{ tenantId, at, actor, action: 'person.take-back-invitation', subject: invitationId },
      entryId: hub.ids.uuid(),
      before: { email },
    });
  });
}

/** What the link opens. @throws `LINK_OVER` */
export async function look(hub: Hub, token: string): Promise<OpenInvitation> {
  const found = await hub.door.asDesk((tx) => findInvitation(tx, sha256(token), new Date(hub.clock.now())));
  if (!found) throw linkOver();
  const { company_name: companyName, email, role, locale, user_id } = found;
  return { companyName, email, role, locale, hasAccount: user_id !== null };
}

/**
 * Makes a new person's login, or asks a known one's password, and lets them in.
 * @throws `LINK_OVER`, `WRONG_CREDENTIALS`, `PASSWORD_TOO_WEAK`
 */
export async function accept(
  hub: Hub,
  { token, name, password, locale }: AcceptInvitation,
  requestId: string,
): Promise<void> {
  const at = new Date(hub.clock.now());
  const found = await hub.door.asDesk((tx) => findInvitation(tx, sha256(token), at));
  if (!found) throw linkOver();
  const known = found.user_id;
  if (known !== null && !(await verifyPassword(found.password_hash ?? '', password)))
    throw wrongCredentials();
  if (known === null) {
    if (!name?.trim()) throw invalidValue('name');
    checkNewPassword(password, found.email);
  }
  const person = {
    userId: known ?? hub.ids.uuid(),
    name: found.user_name ?? name?.trim() ?? found.email,
    passwordHash: known === null ? await hashPassword(password) : null,
  };
  await hub.door.asDesk(async (tx) => {
    if (!(await markAccepted(tx, found.tenant_id, found.invitation_id, at))) throw linkOver();
    if (person.passwordHash !== null) {
      await addUser(tx, {
        ...person,
        passwordHash: person.passwordHash,
        email: found.email,
        locale: locale ?? null,
        at,
      });
    }
    await addMember(tx, { tenantId: found.tenant_id, userId: person.userId, role: found.role, at });
    await writeAudit(tx, {
      ...{ tenantId: found.tenant_id, at, action: 'person.join', subject: person.userId },
      entryId: hub.ids.uuid(),
      actor: { userId: person.userId, userName: person.name, requestId },
      after: { email: found.email, role: found.role },
    });
  });
}

async function addUser(
  tx: Tx,
  user: {
    readonly userId: string;
    readonly name: string;
    readonly email: string;
    readonly passwordHash: string;
    readonly locale: Locale | null;
    readonly at: Date;
  },
): Promise<void> {
  await tx
    .insertInto('users')
    .values({
      user_id: user.userId,
      email: user.email,
      name: user.name,
      password_hash: user.passwordHash,
      locale: user.locale,
      created_at: user.at,
    })
    .execute();
}

/** The same for a link that was used, taken back, over, or never made. */
export const linkOver = (): Problem =>
  new Problem({
    code: 'LINK_OVER',
    status: 410,
    text: {
      en: 'This link was used, taken back, or is over. Ask for a new one.',
      fr: 'Ce lien a servi, a été retiré ou est échu. Demandez-en un nouveau.',
    },
  });

const alreadyMember = (email: string): Problem =>
  new Problem({
    code: 'ALREADY_MEMBER',
    status: 409,
    text: { en: '{email} is a member already.', fr: '{email} est déjà membre.' },
    params: { email },
  });
