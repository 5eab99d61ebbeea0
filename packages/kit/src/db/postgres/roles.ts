import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { Problem } from '../../errors.ts';
import type { Owner, ServingRole } from '../engine.ts';
import { sqlState } from '../faults.ts';

export const SERVING_ROLES: readonly ServingRole[] = ['lading_app', 'lading_desk'];

/** Any fixed number: it names the lock under which one database's programs make the roles. */
const ROLE_LOCK = 7_210_432;
const SCRAM_ROUNDS = 4096;
const ATTEMPTS = 5;

/** Roles belong to the whole server while the lock belongs to one database: others may win in between. */
const RACE_STATES: ReadonlySet<string> = new Set(['42710', '23505', 'XX000']);

/** The password of a serving login: derived, so that it stands in no file and every node knows it. */
export function rolePassword(roleSecret: string, role: ServingRole): string {
  return createHmac('sha256', roleSecret).update(`lading login ${role}`).digest('base64url');
}

/** Makes or repairs the serving logins. Run by the owner, before the first migration. */
export async function ensureLogins(owner: Owner, roleSecret: string): Promise<void> {
  await owner.query(`select pg_advisory_lock(${ROLE_LOCK})`);
  try {
    for (const role of SERVING_ROLES) await ensureLogin(owner, role, rolePassword(roleSecret, role));
  } finally {
    await owner.query(`select pg_advisory_unlock(${ROLE_LOCK})`);
  }
  await refusePowerfulRoles(owner);
}

async function ensureLogin(owner: Owner, role: ServingRole, password: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const known = await owner.query('select 1 from pg_roles where rolname = $1', [role]);
      const verb = known.rows.length > 0 ? 'alter role' : 'create role';
      await owner.query(`${verb} ${role} login password '${scramVerifier(password)}'`);
      return;
    } catch (error) {
      if (attempt >= ATTEMPTS || !RACE_STATES.has(sqlState(error))) throw error;
    }
  }
}

/** What the server would store for the password; sent ready-made so that no server log shows the password. */
function scramVerifier(password: string): string {
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, SCRAM_ROUNDS, 32, 'sha256');
  const clientKey = createHmac('sha256', salted).update('Client Key').digest();
  const storedKey = createHash('sha256').update(clientKey).digest('base64');
  const serverKey = createHmac('sha256', salted).update('Server Key').digest('base64');
  return `SCRAM-SHA-256$${SCRAM_ROUNDS}:${salt.toString('base64')}$${storedKey}:${serverKey}`;
}

/** A serving role that may pass by row-level security would show every company to every other. */
async function refusePowerfulRoles(owner: Owner): Promise<void> {
  const { rows } = await owner.query(
    'select rolname from pg_roles where rolname = any($1) and (rolsuper or rolbypassrls or rolcreaterole)',
    [SERVING_ROLES],
  );
  if (rows.length === 0) return;
  throw new Problem({
    code: 'SERVING_ROLE_TOO_POWERFUL',
    status: 500,
    text: {
      en: 'The database role {role} may pass by row-level security. Take that right away before starting.',
      fr: 'Le rôle {role} de la base de données peut contourner la sécurité au niveau des lignes. Retirez-lui ce droit avant de démarrer.',
    },
    params: { role: String(rows[0]?.rolname) },
  });
}
