import { randomBytes } from 'node:crypto';
import { sha256 } from '@lading/kit/crypto';
import type { Selectable } from 'kysely';
import type { RoleName, SessionsTable } from '../../tables.ts';
import { type HubDatabase, newPerson, PASSWORD, type TestHub } from '../../testing.ts';
import { plant } from './plant.ts';
import type { Imagined } from './planted.ts';

/** Somebody who calls routes, with whatever they hold. */
export interface Role {
  readonly name: string;
  /** The company they work for, or (who has none) one that they could work for. */
  readonly own: Imagined;
  readonly isDesk: boolean;
  readonly headers: Readonly<Record<string, string>>;
  /** Puts back a session that a call ended or that has grown old. */
  readonly restore: () => Promise<void>;
}

interface Parts {
  readonly database: HubDatabase;
  readonly test: TestHub;
  readonly victim: Imagined;
}

interface Person {
  readonly isDesk?: boolean;
  readonly memberships?: readonly { readonly tenantId: string; readonly role: RoleName }[];
}

interface SignedIn {
  readonly userId: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly session: Selectable<SessionsTable>;
}

const NOTHING = async (): Promise<void> => undefined;

/** Everybody who has no right to the victim's company, from strangers to its former administrator. */
export async function rolesAgainst(parts: Parts): Promise<readonly Role[]> {
  return [
    await member(parts, 'administrator', (own) => [{ tenantId: own.tenantId, role: 'administrator' }]),
    await member(parts, 'user', (own) => [{ tenantId: own.tenantId, role: 'user' }]),
    await memberOfTwo(parts),
    await member(parts, 'customer success', () => [], true),
    await invited(parts),
    await removed(parts),
    await ended(parts, 'expired session', { expires_at: new Date('2026-03-01T00:00:00Z') }),
    await ended(parts, 'ended session', null),
    await halfSignedIn(parts),
    stranger(await plant(parts.database)),
  ];
}

function stranger(own: Imagined): Role {
  return { name: 'signed out', own, isDesk: false, headers: {}, restore: NOTHING };
}

async function member(
  parts: Parts,
  name: string,
  memberships: (own: Imagined) => NonNullable<Person['memberships']>,
  isDesk = false,
): Promise<Role> {
  const own = await plant(parts.database);
  const signedIn = await signIn(parts, { isDesk, memberships: memberships(own) });
  return live(parts, { name, own, isDesk }, signedIn);
}

/** Works for two companies, neither of them the victim's. */
async function memberOfTwo(parts: Parts): Promise<Role> {
  const [own, other] = [await plant(parts.database), await plant(parts.database)];
  const memberships = [own, other].map(({ tenantId }) => ({ tenantId, role: 'administrator' as const }));
  const signedIn = await signIn(parts, { memberships });
  const session = { ...signedIn.session, tenant_id: own.tenantId };
  const role = live(parts, { name: 'member of two others', own, isDesk: false }, { ...signedIn, session });
  await role.restore();
  return role;
}

/** The victim has written to them, and they have not come in. */
async function invited(parts: Parts): Promise<Role> {
  const own = await plant(parts.database);
  const signedIn = await signIn(parts, {});
  const at = new Date('2026-03-01T12:00:00Z');
  await parts.database.door.asTenant(parts.victim.tenantId, (tx) =>
    tx
      .insertInto('invitations')
      .values({
        ...{ tenant_id: parts.victim.tenantId, invitation_id: signedIn.userId, role: 'administrator' },
        ...{ email: `${signedIn.userId}@example.test`, token_hash: randomBytes(32), created_at: at },
        expires_at: new Date('2026-04-01T12:00:00Z'),
      })
      .execute(),
  );
  return live(parts, { name: 'invited, not joined', own, isDesk: false }, signedIn);
}

/** Was the victim's administrator while signing in; the session still says so. */
async function removed(parts: Parts): Promise<Role> {
  const own = await plant(parts.database);
  const signedIn = await signIn(parts, victims(parts));
  await parts.database.door.asTenant(parts.victim.tenantId, (tx) =>
    tx.deleteFrom('memberships').where('user_id', '=', signedIn.userId).execute(),
  );
  return live(parts, { name: 'removed administrator', own, isDesk: false }, signedIn);
}

/** The victim's administrator with a session that is over: `null` removes it. */
async function ended(
  parts: Parts,
  name: string,
  change: Partial<Selectable<SessionsTable>> | null,
): Promise<Role> {
  const own = await plant(parts.database);
  const { headers, session } = await signIn(parts, victims(parts));
  await parts.database.door.asDesk(async (tx) => {
    const hash = session.session_hash;
    if (change === null) await tx.deleteFrom('sessions').where('session_hash', '=', hash).execute();
    else await tx.updateTable('sessions').set(change).where('session_hash', '=', hash).execute();
  });
  return { name, own, isDesk: false, headers, restore: NOTHING };
}

/** Knows the password of the victim's administrator and not the second factor. */
async function halfSignedIn(parts: Parts): Promise<Role> {
  const own = await plant(parts.database);
  const { userId, email } = await newPerson(parts.database, victims(parts));
  const { keyId, sealed } = parts.test.hub.sealer.seal(randomBytes(20), userId);
  await parts.database.door.asDesk((tx) =>
    tx
      .updateTable('users')
      .set({ totp_key_id: keyId, totp_sealed: sealed, totp_enabled_at: new Date('2026-03-01T12:00:00Z') })
      .where('user_id', '=', userId)
      .execute(),
  );
  const answer = await enter(parts, email);
  if (answer.statusCode !== 401 || answer.json().code !== 'CODE_REQUIRED') {
    throw new Error(`Without a second factor the sign-in answered ${answer.statusCode}: ${answer.body}`);
  }
  const headers = { ...cookieOf(answer), 'x-csrf-token': String(answer.json().csrfToken ?? '') };
  return { name: 'half signed in', own, isDesk: false, headers, restore: NOTHING };
}

const victims = ({ victim }: Parts): Person => ({
  memberships: [{ tenantId: victim.tenantId, role: 'administrator' }],
});

async function signIn(parts: Parts, person: Person): Promise<SignedIn> {
  const { userId, email } = await newPerson(parts.database, person);
  const answer = await enter(parts, email);
  if (answer.statusCode !== 200) throw new Error(`The sign-in answered ${answer.statusCode}: ${answer.body}`);
  const hash = sha256(answer.cookies[0]?.value ?? '');
  const session = await parts.database.door.asDesk((tx) =>
    tx.selectFrom('sessions').selectAll().where('session_hash', '=', hash).executeTakeFirstOrThrow(),
  );
  return { userId, session, headers: { ...cookieOf(answer), 'x-csrf-token': session.csrf_token } };
}

type Answer = Awaited<ReturnType<TestHub['app']['inject']>>;

function enter({ test }: Parts, email: string): Promise<Answer> {
  const payload = { email, password: PASSWORD };
  return test.app.inject({ method: 'POST', url: '/api/v1/session', payload, remoteAddress: '10.9.9.9' });
}

function cookieOf(answer: Answer): Record<string, string> {
  const [cookie] = answer.cookies;
  return cookie ? { cookie: `${cookie.name}=${cookie.value}` } : {};
}

function live(
  { database, test }: Parts,
  role: Pick<Role, 'name' | 'own' | 'isDesk'>,
  { headers, session }: SignedIn,
): Role {
  const { tenant_id } = session;
  const expires_at = new Date('2027-01-01T00:00:00Z');
  const restore = async (): Promise<void> => {
    const fresh = { tenant_id, expires_at, last_seen_at: new Date(test.clock.now()) };
    await database.door.asDesk((tx) =>
      tx
        .insertInto('sessions')
        .values({ ...session, ...fresh })
        .onConflict((conflict) => conflict.column('session_hash').doUpdateSet(fresh))
        .execute(),
    );
  };
  return { ...role, headers, restore };
}
