import type { Session } from '../../api/session.ts';
import { administratorNames, environmentsOf } from '../company/store.ts';
import { localeOf, type Seat, zoneOf } from '../http/seat.ts';
import type { Hub } from '../hub.ts';
import type { EnvironmentName } from '../tables.ts';
import type { MembershipRow } from './store.ts';

/** What screens know about the person in front of them. */
export async function toSession(
  hub: Hub,
  seat: Seat,
  memberships: readonly MembershipRow[],
): Promise<Session> {
  const { user, company } = seat;
  return {
    user: {
      userId: user.userId,
      name: user.name,
      email: user.email,
      locale: localeOf(seat),
      zone: zoneOf(seat),
      isDesk: user.isDesk,
    },
    company: company && {
      companyId: company.tenantId,
      name: company.name,
      role: company.role,
      zone: company.zone,
      administrators: await hub.door.asTenant(company.tenantId, (tx) =>
        administratorNames(tx, company.tenantId),
      ),
    },
    companies: memberships.map(({ tenantId: companyId, companyName, role }) => ({
      companyId,
      companyName,
      role,
    })),
    csrfToken: seat.csrfToken,
    environment: hub.config.carrier.environment,
    environments: await environmentsFor(hub, company?.tenantId),
    now: new Date(hub.clock.now()).toISOString(),
  };
}

async function environmentsFor(hub: Hub, tenantId: string | undefined): Promise<EnvironmentName[]> {
  const { environment } = hub.config.carrier;
  if (tenantId === undefined) return [environment];
  const own = await hub.door.asTenant(tenantId, (tx) => environmentsOf(tx, tenantId));
  return [...new Set([environment, ...own])];
}
