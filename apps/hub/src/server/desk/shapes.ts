import type { DeskCompanies, DeskCompany, DeskIntegration } from '../../api/desk.ts';
import { toFault, toSelfTest } from '../integrations/shapes.ts';
import { isMigrated, validationOf } from '../way-in/rules.ts';
import { toSteps } from '../way-in/service.ts';
import type { DeskRows } from './store.ts';

/** The rows of every company as the desk sees them, each company once, in the order given. */
export function toCompanies(rows: DeskRows): DeskCompanies['companies'] {
  const integrations = byTenant(rows.integrations);
  const subscriptions = byTenant(rows.subscriptions);
  const steps = byTenant(rows.steps);
  const contacts = byTenant(rows.contacts);
  const names = byTenant(rows.names);
  return rows.companies.map(({ tenant_id: companyId, name }) => {
    const own = integrations.get(companyId) ?? [];
    return {
      companyId,
      name,
      contact: toContact(contacts.get(companyId)?.[0]),
      subscriptionNames: (names.get(companyId) ?? []).map((row) => row.name),
      isMigrated: isMigrated(own.map((row) => ({ authorizedAt: row.authorized_at }))),
      ...toSteps(steps.get(companyId) ?? []),
      integrations: own.map((row) => toIntegration(row, subscriptions.get(companyId) ?? [])),
    };
  });
}

function toContact(row: DeskRows['contacts'][number] | undefined): DeskCompany['contact'] {
  return row ? { name: row.name, email: row.email, telephone: row.telephone } : null;
}

function toIntegration(
  row: DeskRows['integrations'][number],
  subscriptions: DeskRows['subscriptions'],
): DeskIntegration {
  return {
    integrationId: row.integration_id,
    name: row.name,
    status: row.status,
    authorizedAt: row.authorized_at?.toISOString() ?? null,
    lastFault: toFault(row),
    selfTest: withoutParcels(toSelfTest(row.self_test)),
    validated: validationOf({
      ...{ status: row.status, authorizedAt: row.authorized_at },
      ...{ validatedAt: row.validated_at, validatedBy: row.validated_by_name },
    }),
    subscriptions: subscriptions
      .filter((each) => each.integration_id === row.integration_id)
      .map((each) => ({
        name: each.name,
        carrierStatus: each.carrier_status,
        lastWalkAt: each.last_walk_at?.toISOString() ?? null,
      })),
  };
}

function withoutParcels(selfTest: DeskIntegration['selfTest']): DeskIntegration['selfTest'] {
  if (selfTest === null) return null;
  const subscriptions = selfTest.subscriptions.map((each) => ({ ...each, firstTrackingNumbers: [] }));
  return { ...selfTest, subscriptions };
}

/** One pass: looking each company's rows up by search would take companies × rows. */
function byTenant<Row extends { readonly tenant_id: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.tenant_id);
    if (group) group.push(row);
    else groups.set(row.tenant_id, [row]);
  }
  return groups;
}
