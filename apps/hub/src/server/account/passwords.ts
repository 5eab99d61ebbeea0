import { hashPassword, sha256, verifyPassword } from '@lading/kit/crypto';
import type { Actor } from '../audit/store.ts';
import type { Seat } from '../http/seat.ts';
import type { Hub } from '../hub.ts';
import { enqueue, NO_COMPANY } from '../outbox/store.ts';
import { linkOver } from '../people/invitations.ts';
import { checkNewPassword } from '../sign-in/passwords.ts';
import { wrongCredentials } from '../sign-in/service.ts';
import { noteEverywhere } from './second-factor.ts';
import { readLogin, setPassword } from './store.ts';

const RESET_LIFE_MS = 3_600_000;

/** @throws `WRONG_CREDENTIALS`, `PASSWORD_TOO_WEAK` */
export async function changePassword(
  hub: Hub,
  seat: Seat,
  actor: Actor,
  { current, password }: { readonly current: string; readonly password: string },
): Promise<void> {
  const { userId, email } = seat.user;
  const login = await hub.door.asDesk((tx) => readLogin(tx, userId));
  if (!(await verifyPassword(login.password_hash, current))) throw wrongCredentials();
  checkNewPassword(password, email);
  const passwordHash = await hashPassword(password);
  await hub.door.asDesk(async (tx) => {
    await setPassword(tx, userId, passwordHash, seat.sessionHash);
    await noteEverywhere(hub, tx, userId, actor, 'password.change');
  });
}

/** Writes to the address if there is a login of that name; says nothing of it either way. */
export async function askReset(hub: Hub, typed: string): Promise<void> {
  const email = typed.trim().toLowerCase();
  const token = hub.ids.token(32);
  const at = new Date(hub.clock.now());
  const expiresAt = new Date(at.getTime() + RESET_LIFE_MS);
  const known = await hub.door.asDesk(async (tx) => {
    const user = await tx
      .selectFrom('users')
      .select(['user_id', 'locale'])
      .where('email', '=', email)
      .executeTakeFirst();
    if (!user) return undefined;
    await tx.deleteFrom('password_resets').where('user_id', '=', user.user_id).execute();
    await tx
      .insertInto('password_resets')
      .values({ token_hash: sha256(token), user_id: user.user_id, created_at: at, expires_at: expiresAt })
      .execute();
    return user;
  });
  if (!known) return;
  await hub.door.asTenant(NO_COMPANY, (tx) =>
    enqueue(tx, hub.sealer, {
      ...{ tenantId: NO_COMPANY, kind: 'password-reset', at, messageId: hub.ids.uuid() },
      dedupeKey: `password-reset ${sha256(token).toString('hex')}`,
      to: { email, locale: known.locale ?? 'en' },
      facts: { token, until: expiresAt.toISOString() },
    }),
  );
  hub.wakeMail();
}

/** A new password by the link of a letter; every session of the person ends. @throws `LINK_OVER` */
export async function completeReset(
  hub: Hub,
  { token, password }: { readonly token: string; readonly password: string },
  requestId: string,
): Promise<void> {
  const at = new Date(hub.clock.now());
  const tokenHash = sha256(token);
  const found = await hub.door.asDesk((tx) =>
    tx
      .selectFrom('password_resets as r')
      .innerJoin('users as u', 'u.user_id', 'r.user_id')
      .select(['u.user_id', 'u.email', 'u.name'])
      .where('r.token_hash', '=', tokenHash)
      .where('r.used_at', 'is', null)
      .where('r.expires_at', '>', at)
      .executeTakeFirst(),
  );
  if (!found) throw linkOver();
  checkNewPassword(password, found.email);
  const passwordHash = await hashPassword(password);
  const actor = { userId: found.user_id, userName: found.name, requestId };
  await hub.door.asDesk(async (tx) => {
    const used = await tx
      .updateTable('password_resets')
      .set({ used_at: at })
      .where('token_hash', '=', tokenHash)
      .where('used_at', 'is', null)
      .returning('user_id')
      .executeTakeFirst();
    if (!used) throw linkOver();
    await setPassword(tx, found.user_id, passwordHash, null);
    await noteEverywhere(hub, tx, found.user_id, actor, 'password.reset');
  });
}
