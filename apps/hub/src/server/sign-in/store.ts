import type { Door } from '@lading/kit/db/door';
import type { Transaction } from 'kysely';
import type { Seat } from '../http/seat.ts';
import type { HubTables, RoleName } from '../tables.ts';

type Tx = Transaction<HubTables>;

export interface Credentials {
  readonly userId: string;
  readonly passwordHash: string;
}

export interface MembershipRow {
  readonly tenantId: string;
  readonly companyName: string;
  readonly role: RoleName;
}

export interface NewSession {
  readonly sessionHash: Uint8Array;
  readonly userId: string;
  readonly tenantId: string | null;
  readonly csrfToken: string;
  readonly at: Date;
  readonly expiresAt: Date;
}

/** Sign-in crosses companies, so all of it runs as the desk role. */
export class SessionStore {
  readonly #door: Door<HubTables>;

  constructor(door: Door<HubTables>) {
    this.#door = door;
  }

  credentials(email: string): Promise<Credentials | null> {
    return this.#door.asDesk(async (tx) => {
      const row = await tx
        .selectFrom('users')
        .select(['user_id', 'password_hash'])
        .where('email', '=', email)
        .executeTakeFirst();
      return row ? { userId: row.user_id, passwordHash: row.password_hash } : null;
    });
  }

  memberships(userId: string): Promise<readonly MembershipRow[]> {
    return this.#door.asDesk((tx) => membershipsOf(tx, userId));
  }

  /** Writes the session and takes away the one it replaces. */
  open(session: NewSession, replaced: Uint8Array | null): Promise<void> {
    return this.#door.asDesk(async (tx) => {
      if (replaced) await tx.deleteFrom('sessions').where('session_hash', '=', replaced).execute();
      await tx.deleteFrom('sessions').where('expires_at', '<', session.at).execute();
      await tx
        .insertInto('sessions')
        .values({
          session_hash: session.sessionHash,
          user_id: session.userId,
          tenant_id: session.tenantId,
          csrf_token: session.csrfToken,
          created_at: session.at,
          last_seen_at: session.at,
          expires_at: session.expiresAt,
        })
        .execute();
    });
  }

  /** The seat of a session that is neither idle since `idleSince` nor over at `now`. */
  seat(sessionHash: Uint8Array, now: Date, idleSince: Date): Promise<Seat | null> {
    return this.#door.asDesk((tx) => readSeat(tx, sessionHash, now, idleSince));
  }

  touch(sessionHash: Uint8Array, at: Date): Promise<void> {
    return this.#door.asDesk(async (tx) => {
      await tx
        .updateTable('sessions')
        .set({ last_seen_at: at })
        .where('session_hash', '=', sessionHash)
        .execute();
    });
  }

  close(sessionHash: Uint8Array): Promise<void> {
    return this.#door.asDesk(async (tx) => {
      await tx.deleteFrom('sessions').where('session_hash', '=', sessionHash).execute();
    });
  }

  /** False when the person is no member of that company. */
  chooseCompany(seat: Seat, tenantId: string): Promise<boolean> {
    return this.#door.asDesk(async (tx) => {
      const mine = await membershipsOf(tx, seat.user.userId);
      if (!mine.some((membership) => membership.tenantId === tenantId)) return false;
      await tx
        .updateTable('sessions')
        .set({ tenant_id: tenantId })
        .where('session_hash', '=', seat.sessionHash)
        .execute();
      return true;
    });
  }

  /** Only what the person changes about themselves. */
  changeAccount(
    userId: string,
    change: { readonly locale?: 'en' | 'fr'; readonly zone?: string },
  ): Promise<void> {
    return this.#door.asDesk(async (tx) => {
      if (change.locale === undefined && change.zone === undefined) return;
      await tx.updateTable('users').set(change).where('user_id', '=', userId).execute();
    });
  }
}

function membershipsOf(tx: Tx, userId: string): Promise<MembershipRow[]> {
  return tx
    .selectFrom('memberships')
    .innerJoin('tenants', 'tenants.tenant_id', 'memberships.tenant_id')
    .select(['memberships.tenant_id as tenantId', 'tenants.name as companyName', 'memberships.role as role'])
    .where('memberships.user_id', '=', userId)
    .orderBy('tenants.name')
    .execute();
}

async function readSeat(tx: Tx, sessionHash: Uint8Array, now: Date, idleSince: Date): Promise<Seat | null> {
  const row = await seatQuery(tx)
    .where('s.session_hash', '=', sessionHash)
    .where('s.expires_at', '>', now)
    .where('s.last_seen_at', '>', idleSince)
    .executeTakeFirst();
  if (!row) return null;
  return {
    sessionHash,
    csrfToken: row.csrf_token,
    lastSeenAt: row.last_seen_at,
    user: {
      userId: row.user_id,
      name: row.user_name,
      email: row.email,
      locale: row.user_locale,
      zone: row.user_zone,
      isDesk: row.is_desk,
    },
    company: companyOf(row),
  };
}

function seatQuery(tx: Tx) {
  return tx
    .selectFrom('sessions as s')
    .innerJoin('users as u', 'u.user_id', 's.user_id')
    .leftJoin('memberships as m', (join) =>
      join.onRef('m.user_id', '=', 's.user_id').onRef('m.tenant_id', '=', 's.tenant_id'),
    )
    .leftJoin('tenants as t', 't.tenant_id', 'm.tenant_id')
    .select(['s.csrf_token', 's.last_seen_at', 'u.user_id', 'u.name as user_name', 'u.email', 'u.is_desk'])
    .select([
      'u.locale as user_locale',
      'u.zone as user_zone',
      'm.role',
      't.tenant_id',
      't.name as company_name',
    ])
    .select(['t.locale as company_locale', 't.zone as company_zone']);
}

type SeatRow = Awaited<ReturnType<ReturnType<typeof seatQuery>['executeTakeFirstOrThrow']>>;

/** A membership that has been taken away leaves the session without a company. */
function companyOf(row: SeatRow): Seat['company'] {
  if (!row.tenant_id || !row.role || !row.company_name || !row.company_locale || !row.company_zone)
    return null;
  return {
    tenantId: row.tenant_id,
    name: row.company_name,
    role: row.role,
    locale: row.company_locale,
    zone: row.company_zone,
  };
}
