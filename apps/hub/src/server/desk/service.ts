import { Problem } from '@lading/kit/errors';
import type { Transaction } from 'kysely';
import type { DeskCompanies, DeskCompany, DeskCompanyChange } from '../../api/desk.ts';
import { type Actor, writeAudit } from '../audit/store.ts';
import type { Hub } from '../hub.ts';
import { invalidValue, notFound } from '../problems.ts';
import type { HubTables } from '../tables.ts';
import { toCompanies } from './shapes.ts';
import {
  hasCompany,
  integrationStatus,
  putContact,
  putNames,
  putValidation,
  readStatus,
  removeValidation,
} from './store.ts';

type Tx = Transaction<HubTables>;

/** Somebody of customer success at work for a company. */
export interface Adviser {
  readonly userId: string;
  readonly name: string;
  readonly actor: Actor;
}

/** Each company's way in: steps, integrations, their standing and the freshness of their subscriptions. */
export async function listCompanies(hub: Hub): Promise<DeskCompanies> {
  const rows = await hub.door.asDesk((tx) => readStatus(tx, hub.config.carrier.environment));
  return { cutOver: hub.config.wayIn.cutOver, companies: toCompanies(rows) };
}

async function getCompany(hub: Hub, tenantId: string): Promise<DeskCompany> {
  const { companies } = await listCompanies(hub);
  const found = companies.find(({ companyId }) => companyId === tenantId);
  if (!found) throw notFound('company');
  return found;
}

/** The company's contact, and the subscription names that it is given; only the members given change. */
export async function changeCompany(
  hub: Hub,
  by: Adviser,
  tenantId: string,
  change: DeskCompanyChange,
): Promise<DeskCompany> {
  const { subscriptionNames } = change;
  const contact = change.contact && trimmed(change.contact);
  const at = new Date(hub.clock.now());
  await hub.door.asDesk(async (tx) => {
    if (!(await hasCompany(tx, tenantId))) throw notFound('company');
    if (contact !== undefined) {
      await putContact(tx, tenantId, contact);
      await audit(hub, tx, by, { tenantId, at, action: 'company.contact', after: contact });
    }
    if (subscriptionNames) {
      await putNames(tx, tenantId, subscriptionNames, { ...by, at });
      const after = { subscriptions: subscriptionNames };
      await audit(hub, tx, by, { tenantId, at, action: 'company.provide-subscriptions', after });
    }
  });
  return getCompany(hub, tenantId);
}

function trimmed(contact: NonNullable<DeskCompanyChange['contact']>) {
  const name = contact.name.trim();
  if (name === '') throw invalidValue('name');
  return { name, email: contact.email.trim(), telephone: contact.telephone?.trim() || null };
}

/** Customer success found the integration right. @throws `NOT_TO_VALIDATE` where it is not authorized */
export async function validate(
  hub: Hub,
  by: Adviser,
  tenantId: string,
  integrationId: string,
): Promise<DeskCompany> {
  const at = new Date(hub.clock.now());
  await hub.door.asDesk(async (tx) => {
    const status = await integrationStatus(tx, tenantId, integrationId);
    if (status === null) throw notFound('integration');
    if (status !== 'authorized') throw notToValidate();
    await putValidation(tx, tenantId, integrationId, { ...by, at });
    await audit(hub, tx, by, { tenantId, at, action: 'integration.validate', subject: integrationId });
  });
  return getCompany(hub, tenantId);
}

/** What was confirmed by mistake is open again. */
export async function takeValidationBack(
  hub: Hub,
  by: Adviser,
  tenantId: string,
  integrationId: string,
): Promise<DeskCompany> {
  const at = new Date(hub.clock.now());
  const action = 'integration.take-validation-back';
  await hub.door.asDesk(async (tx) => {
    if ((await integrationStatus(tx, tenantId, integrationId)) === null) throw notFound('integration');
    await removeValidation(tx, tenantId, integrationId);
    await audit(hub, tx, by, { tenantId, at, action, subject: integrationId });
  });
  return getCompany(hub, tenantId);
}

interface Entry {
  readonly tenantId: string;
  readonly at: Date;
  readonly action: string;
  readonly subject?: string;
  readonly after?: unknown;
}

function audit(hub: Hub, tx: Tx, { actor }: Adviser, entry: Entry): Promise<void> {
  return writeAudit(tx, { subject: entry.tenantId, ...entry, actor, entryId: hub.ids.uuid() });
}

const notToValidate = (): Problem =>
  new Problem({
    code: 'NOT_TO_VALIDATE',
    status: 409,
    text: {
      en: 'Only an integration whose Authorized Status is Authorized can be validated.',
      fr: 'Seule une intégration dont l’état d’autorisation est Autorisée peut être validée.',
    },
  });
