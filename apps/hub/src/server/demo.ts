import { hashPassword } from '@lading/kit/crypto';
import { Problem } from '@lading/kit/errors';
import type { Transaction } from 'kysely';
import type { Hub } from './hub.ts';
import type { HubTables, RoleName } from './tables.ts';

/** The password of every demo login; public, which is why the demo refuses the real carrier. */
export const DEMO_PASSWORD = 'lading-demo';

interface DemoPerson {
  readonly userId: string;
  readonly email: string;
  readonly name: string;
  readonly isDesk: boolean;
  readonly membership: { readonly tenantId: string; readonly role: RoleName } | null;
}

const MAPLE = '00000000-0000-7000-8000-0000000000a1';
const NORTHLINE = '00000000-0000-7000-8000-0000000000a2';

export const DEMO_COMPANIES = [
  { tenantId: MAPLE, name: 'Maple Outfitters', locale: 'en', zone: 'America/Toronto' },
  { tenantId: NORTHLINE, name: 'Northline Foods', locale: 'fr', zone: 'America/Montreal' },
] as const;

export const DEMO_PEOPLE: readonly DemoPerson[] = [
  person('b1', 'alice@maple.example', 'Alice Martin', { tenantId: MAPLE, role: 'administrator' }),
  person('b2', 'umar@maple.example', 'Umar Haddad', { tenantId: MAPLE, role: 'user' }),
  person('b3', 'nora@northline.example', 'Nora Tremblay', { tenantId: NORTHLINE, role: 'administrator' }),
  person('b4', 'cleo@lading.example', 'Cleo Fontaine', null),
];

function person(id: string, email: string, name: string, membership: DemoPerson['membership']): DemoPerson {
  const userId = `00000000-0000-7000-8000-0000000000${id}`;
  return { userId, email, name, membership, isDesk: membership === null };
}

/** Companies and logins of the demonstration; what is there already stays as it is. */
export async function seedDemo(hub: Hub): Promise<void> {
  if (hub.carrier.environments.some((environment) => environment !== 'sandbox')) throw demoNeedsSandbox();
  const isSeeded = await hub.door.asDesk((tx) => hasPerson(tx, DEMO_PEOPLE.at(-1)?.userId ?? ''));
  if (isSeeded) return;
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const at = new Date(hub.clock.now());
  await hub.door.asDesk(async (tx) => {
    for (const company of DEMO_COMPANIES) await addCompany(tx, company, at);
    for (const each of DEMO_PEOPLE) await addPerson(tx, each, passwordHash, at);
    for (const { tenantId } of DEMO_COMPANIES) await nameContact(tx, tenantId);
  });
}

async function hasPerson(tx: Transaction<HubTables>, userId: string): Promise<boolean> {
  const row = await tx.selectFrom('users').select('user_id').where('user_id', '=', userId).executeTakeFirst();
  return row !== undefined;
}

async function addCompany(
  tx: Transaction<HubTables>,
  company: (typeof DEMO_COMPANIES)[number],
  at: Date,
): Promise<void> {
  const { tenantId, name, locale, zone } = company;
  await tx
    .insertInto('tenants')
    .values({ tenant_id: tenantId, name, locale, zone, created_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Customer success looks after both companies. */
async function nameContact(tx: Transaction<HubTables>, tenantId: string): Promise<void> {
  const cleo = DEMO_PEOPLE.find((each) => each.isDesk);
  if (!cleo) return;
  await tx
    .insertInto('company_contacts')
    .values({ tenant_id: tenantId, name: cleo.name, email: cleo.email })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function addPerson(
  tx: Transaction<HubTables>,
  { userId, email, name, isDesk, membership }: DemoPerson,
  passwordHash: string,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('users')
    .values({ user_id: userId, email, name, password_hash: passwordHash, is_desk: isDesk, created_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  if (!membership) return;
  await tx
    .insertInto('memberships')
    .values({ tenant_id: membership.tenantId, user_id: userId, role: membership.role, created_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

const demoNeedsSandbox = (): Problem =>
  new Problem({
    code: 'DEMO_NEEDS_SANDBOX',
    status: 500,
    text: {
      en: 'The demonstration is for the sandbox only: its passwords are public.',
      fr: 'La démonstration ne va qu’avec le bac à sable : ses mots de passe sont publics.',
    },
  });
