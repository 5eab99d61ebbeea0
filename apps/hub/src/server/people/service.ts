import { Problem } from '@lading/kit/errors';
import type { People } from '../../api/people.ts';
import { type Actor, writeAudit } from '../audit/store.ts';
import { readMembers } from '../company/store.ts';
import type { Hub } from '../hub.ts';
import { notFound } from '../problems.ts';
import type { RoleName } from '../tables.ts';
import { lockMembers, openInvitations, removeMember, setRole } from './store.ts';

export function listPeople(hub: Hub, tenantId: string): Promise<People> {
  return hub.door.asTenant(tenantId, async (tx) => ({
    members: (await readMembers(tx, tenantId)).map(({ user_id, totp_enabled_at, ...member }) => ({
      userId: user_id,
      ...member,
      hasSecondFactor: totp_enabled_at !== null,
    })),
    invitations: (await openInvitations(tx, tenantId, new Date(hub.clock.now()))).map((row) => ({
      invitationId: row.invitation_id,
      email: row.email,
      role: row.role,
      createdAt: row.created_at.toISOString(),
      expiresAt: row.expires_at.toISOString(),
      invitedBy: row.invited_by,
    })),
    isMailSet: hub.config.mail.smtpUrl !== null,
  }));
}

/** `null` takes the person out of the company; the login stays. @throws `LAST_ADMINISTRATOR` */
export async function changeMember(
  hub: Hub,
  tenantId: string,
  actor: Actor,
  userId: string,
  role: RoleName | null,
): Promise<void> {
  await hub.door.asTenant(tenantId, async (tx) => {
    const members = await lockMembers(tx, tenantId);
    const member = members.find((one) => one.user_id === userId);
    if (!member) throw notFound('person');
    if (member.role === role) return;
    const others = members.filter((one) => one.role === 'administrator' && one.user_id !== userId);
    if (member.role === 'administrator' && others.length === 0) throw lastAdministrator();
    if (role === null) await removeMember(tx, tenantId, userId);
    else await setRole(tx, tenantId, userId, role);
    await writeAudit(tx, {
      ...{ tenantId, actor, subject: userId, entryId: hub.ids.uuid(), at: new Date(hub.clock.now()) },
      action: role === null ? 'person.remove' : 'person.change-role',
      before: { role: member.role },
      ...(role === null ? {} : { after: { role } }),
    });
  });
}

const lastAdministrator = (): Problem =>
  new Problem({
    code: 'LAST_ADMINISTRATOR',
    status: 409,
    text: {
      en: 'A company needs an administrator: make somebody else one first.',
      fr: 'Une entreprise a besoin d’un administrateur : nommez d’abord quelqu’un d’autre.',
    },
  });
