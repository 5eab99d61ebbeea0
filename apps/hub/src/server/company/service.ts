import type { Company, CompanyChange, CompanyStorage } from '../../api/company.ts';
import { type Actor, writeAudit } from '../audit/store.ts';
import type { Hub } from '../hub.ts';
import { invalidValue } from '../problems.ts';
import { isZone } from '../zones.ts';
import { measureStorage } from './storage.ts';
import { changeCompany, readCompany, readMembers } from './store.ts';

export function getCompany(hub: Hub, tenantId: string): Promise<Company> {
  return hub.door.asTenant(tenantId, async (tx) => {
    const company = await readCompany(tx, tenantId);
    const members = await readMembers(tx, tenantId);
    return {
      companyId: company.tenant_id,
      name: company.name,
      locale: company.locale,
      zone: company.zone,
      rawDays: company.raw_days,
      eventDays: company.event_days,
      members: members.map(({ user_id: userId, name, email, role }) => ({ userId, name, email, role })),
    };
  });
}

/** Only the members given change; the zone must be one that this machine knows. */
export async function updateCompany(
  hub: Hub,
  tenantId: string,
  actor: Actor,
  change: CompanyChange,
): Promise<Company> {
  if (change.zone !== undefined && !isZone(change.zone)) throw invalidValue('zone');
  if (change.name !== undefined && change.name.trim() === '') throw invalidValue('name');
  await hub.door.asTenant(tenantId, async (tx) => {
    const { name, locale, zone, raw_days: rawDays, event_days: eventDays } = await readCompany(tx, tenantId);
    if ((change.rawDays ?? rawDays) > (change.eventDays ?? eventDays)) throw invalidValue('rawDays');
    await changeCompany(tx, tenantId, change);
    await writeAudit(tx, {
      tenantId,
      entryId: hub.ids.uuid(),
      at: new Date(hub.clock.now()),
      actor,
      action: 'company.change',
      subject: tenantId,
      before: { name, locale, zone, rawDays, eventDays },
      after: {
        ...{ name: change.name, locale: change.locale, zone: change.zone },
        ...{ rawDays: change.rawDays, eventDays: change.eventDays },
      },
    });
  });
  return getCompany(hub, tenantId);
}

/** What the company's rows take in the store. */
export function getStorage(hub: Hub, tenantId: string): Promise<CompanyStorage> {
  return hub.door.asTenant(tenantId, (tx) => measureStorage(tx, tenantId));
}
