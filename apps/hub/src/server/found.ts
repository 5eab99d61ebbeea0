import { systemClock } from '@lading/kit/clock';
import { Problem } from '@lading/kit/errors';
import { randomIds } from '@lading/kit/ids';
import type { Log } from '@lading/kit/log';
import { theHub } from './audit/store.ts';
import type { HubConfig } from './config.ts';
import { openStore, sealerOf } from './open-store.ts';
import { type InvitingHub, invite } from './people/invitations.ts';
import { invalidValue } from './problems.ts';
import { isZone } from './zones.ts';

export interface NewCompany {
  readonly name: string;
  readonly locale: 'en' | 'fr';
  /** IANA name. */
  readonly zone: string;
  readonly administratorEmail: string;
}

export interface Founded {
  /** Where the first administrator chooses a password; works once, for a week. */
  readonly link: string;
  /** The same link is in the outbox: it goes out when the hub starts. */
  readonly isMailed: boolean;
}

/**
 * Makes an empty hub a company's own: the company and an invitation for its first administrator, no login that
 * anybody else knows.
 * @throws `ALREADY_FOUNDED` where a company is; what opening the store throws; `INVALID_VALUE` for the zone
 */
export async function foundCompany(config: HubConfig, company: NewCompany, log: Log): Promise<Founded> {
  if (!isZone(company.zone)) throw invalidValue('zone');
  const key = config.key?.reveal();
  if (key === undefined) throw invalidValue('LADING_HUB_KEY');
  const database = await openStore(config, key, log);
  try {
    const { door } = database;
    const [ids, clock] = [randomIds, systemClock];
    const tenantId = ids.uuid();
    await door.asDesk(async (tx) => {
      const known = await tx.selectFrom('tenants').select('name').limit(1).executeTakeFirst();
      if (known) throw alreadyFounded(known.name);
      const { name, locale, zone } = company;
      await tx
        .insertInto('tenants')
        .values({ tenant_id: tenantId, name, locale, zone, created_at: new Date(clock.now()) })
        .execute();
    });
    const url = config.publicUrl ?? `http://${config.host}:${config.port}`;
    const hub: InvitingHub = {
      ...{ config, door, clock, ids, sealer: sealerOf(key), publicUrl: () => url },
      wakeMail: () => undefined,
    };
    const inviter = { tenantId, actor: theHub, locale: company.locale };
    const invited = await invite(hub, inviter, { email: company.administratorEmail, role: 'administrator' });
    return { link: invited.link ?? url, isMailed: invited.link === null };
  } finally {
    await database.close();
  }
}

const alreadyFounded = (name: string): Problem =>
  new Problem({
    code: 'ALREADY_FOUNDED',
    status: 409,
    text: {
      en: 'This hub belongs to {name} already. Choose another folder or database.',
      fr: 'Ce hub appartient déjà à {name}. Choisissez un autre dossier ou une autre base de données.',
    },
    params: { name },
  });
