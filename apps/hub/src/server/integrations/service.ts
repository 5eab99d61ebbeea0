import { Problem } from '@lading/kit/errors';
import type { Transaction } from 'kysely';
import type { Integration, IntegrationChange, NewIntegration } from '../../api/integrations.ts';
import { type Actor, writeAudit } from '../audit/store.ts';
import { type Answer, idempotently } from '../http/idempotency.ts';
import type { Hub } from '../hub.ts';
import { notFound } from '../problems.ts';
import type { HubTables } from '../tables.ts';
import { toIntegration } from './shapes.ts';
import {
  getIntegration,
  insertIntegration,
  insertSubscription,
  listIntegrations,
  lockIntegration,
  makeDue,
  moveSubscription,
  type NewSubscriptionRow,
  removeIntegration,
  removeSubscriptions,
  renameIntegration,
  type StoredIntegration,
  setDirection,
} from './store.ts';

type Tx = Transaction<HubTables>;

/** A company's administrator at work on its integrations. */
export interface Administrator {
  readonly tenantId: string;
  readonly userId: string;
  readonly actor: Actor;
}

export async function list(hub: Hub, tenantId: string): Promise<Integration[]> {
  const stored = await hub.door.asTenant(tenantId, (tx) => listIntegrations(tx, tenantId));
  return stored.map(toIntegration);
}

export async function get(hub: Hub, tenantId: string, integrationId: string): Promise<Integration> {
  return hub.door.asTenant(tenantId, async (tx) => toIntegration(await found(tx, tenantId, integrationId)));
}

export async function found(tx: Tx, tenantId: string, integrationId: string): Promise<StoredIntegration> {
  const stored = await getIntegration(tx, tenantId, integrationId);
  if (!stored) throw notFound('integration');
  return stored;
}

/** Stores the integration as pending, for one of the environments that this hub is configured for. */
export function create(
  hub: Hub,
  by: Administrator,
  body: NewIntegration,
  idempotencyKey: string | undefined,
): Promise<Answer<Integration>> {
  const at = new Date(hub.clock.now());
  const name = body.name.trim();
  if (name === '') throw emptyName();
  const environment = body.environment ?? hub.config.carrier.environment;
  if (!hub.carrier.environments.includes(environment)) throw otherEnvironment(environment);
  return hub.door.asTenant(by.tenantId, (tx) =>
    idempotently(tx, { ...by, key: idempotencyKey, body, at }, async () => {
      const integrationId = hub.ids.uuid();
      const { type } = body;
      const row = { ...by, integrationId, name, type, environment, createdBy: by.userId, at };
      await insertIntegration(tx, row);
      for (const [index, name] of body.subscriptions.entries()) {
        const row = { tenantId: by.tenantId, integrationId, position: index + 1, name, nextReadAt: null };
        await addSubscription(hub, tx, row);
      }
      await audit(hub, tx, by, 'integration.create', integrationId, {
        after: { name, type, subscriptions: body.subscriptions, environment },
      });
      return { status: 201, body: toIntegration(await found(tx, by.tenantId, integrationId)) };
    }),
  );
}

function addSubscription(hub: Hub, tx: Tx, row: Omit<NewSubscriptionRow, 'subscriptionId'>): Promise<void> {
  return insertSubscription(tx, { ...row, subscriptionId: hub.ids.uuid() });
}

/** Renames, corrects subscription names, says directions; only the members given change. */
export function change(
  hub: Hub,
  by: Administrator,
  integrationId: string,
  body: IntegrationChange,
): Promise<Integration> {
  return hub.door.asTenant(by.tenantId, async (tx) => {
    if (!(await lockIntegration(tx, by.tenantId, integrationId))) throw notFound('integration');
    const before = await found(tx, by.tenantId, integrationId);
    if (body.name !== undefined) await rename(tx, by.tenantId, integrationId, body.name);
    if (body.subscriptions) await replaceSubscriptions(hub, tx, by.tenantId, before, body.subscriptions);
    if (body.directions) await setDirections(tx, by.tenantId, before, body.directions);
    await audit(hub, tx, by, 'integration.change', integrationId, {
      before: namesOf(before),
      after: { name: body.name, subscriptions: body.subscriptions, directions: body.directions },
    });
    return toIntegration(await found(tx, by.tenantId, integrationId));
  });
}

async function rename(tx: Tx, tenantId: string, integrationId: string, name: string): Promise<void> {
  if (name.trim() === '') throw emptyName();
  await renameIntegration(tx, tenantId, integrationId, name.trim());
}

/** A kept name keeps its row and its history; another name is another subscription of the carrier. */
async function replaceSubscriptions(
  hub: Hub,
  tx: Tx,
  tenantId: string,
  before: StoredIntegration,
  names: readonly string[],
): Promise<void> {
  const at = new Date(hub.clock.now());
  const gone = before.subscriptions.filter((each) => !names.includes(each.name));
  await removeSubscriptions(
    tx,
    tenantId,
    gone.map((each) => each.subscription_id),
    at,
  );
  const { integration_id: integrationId, status } = before.integration;
  const nextReadAt = status === 'authorized' ? at : null;
  for (const [index, name] of names.entries()) {
    const position = index + 1;
    const kept = before.subscriptions.find((each) => each.name === name);
    if (kept) await moveSubscription(tx, tenantId, kept.subscription_id, position);
    else await addSubscription(hub, tx, { tenantId, integrationId, position, name, nextReadAt });
  }
}

async function setDirections(
  tx: Tx,
  tenantId: string,
  before: StoredIntegration,
  directions: NonNullable<IntegrationChange['directions']>,
): Promise<void> {
  for (const [subscriptionId, direction] of Object.entries(directions)) {
    if (!before.subscriptions.some((each) => each.subscription_id === subscriptionId)) {
      throw notFound('subscription');
    }
    await setDirection(tx, tenantId, subscriptionId, direction);
  }
}

/** Forgets the tokens at once; what was read stays, and parcels still name where it came from. */
export function remove(hub: Hub, by: Administrator, integrationId: string): Promise<void> {
  return hub.door.asTenant(by.tenantId, async (tx) => {
    if (!(await lockIntegration(tx, by.tenantId, integrationId))) throw notFound('integration');
    const before = namesOf(await found(tx, by.tenantId, integrationId));
    await removeIntegration(tx, by.tenantId, integrationId, new Date(hub.clock.now()));
    await audit(hub, tx, by, 'integration.remove', integrationId, { before });
  });
}

/** Makes every subscription due and wakes the reading tick. */
export async function readNow(hub: Hub, by: Administrator, integrationId: string): Promise<void> {
  await hub.door.asTenant(by.tenantId, async (tx) => {
    const { integration } = await found(tx, by.tenantId, integrationId);
    if (integration.status !== 'authorized') throw notAuthorized();
    await makeDue(tx, by.tenantId, integrationId, new Date(hub.clock.now()));
    await audit(hub, tx, by, 'integration.read', integrationId, {});
  });
  hub.wake();
}

/** What the audit log keeps of an integration: names and standing, never a token. */
function namesOf({ integration, subscriptions }: StoredIntegration) {
  return {
    name: integration.name,
    type: integration.type,
    environment: integration.environment,
    status: integration.status,
    subscriptions: subscriptions.map(({ name, direction }) => ({ name, direction })),
  };
}

export function audit(
  hub: Hub,
  tx: Tx,
  by: Administrator,
  action: string,
  subject: string,
  states: { readonly before?: unknown; readonly after?: unknown },
): Promise<void> {
  const at = new Date(hub.clock.now());
  return writeAudit(tx, {
    tenantId: by.tenantId,
    entryId: hub.ids.uuid(),
    at,
    actor: by.actor,
    action,
    subject,
    ...states,
  });
}

export const notAuthorized = (): Problem =>
  new Problem({
    code: 'INTEGRATION_NOT_AUTHORIZED',
    status: 409,
    text: {
      en: 'This integration is not authorized with the carrier. Choose Authorize first.',
      fr: 'Cette intégration n’est pas autorisée auprès du transporteur. Choisissez d’abord Autoriser.',
    },
  });

export const otherType = (): Problem =>
  new Problem({
    code: 'OTHER_TYPE',
    status: 409,
    text: {
      en: 'An integration of this type is authorized in another way.',
      fr: 'Une intégration de ce type s’autorise d’une autre façon.',
    },
  });

export const otherEnvironment = (environment: string): Problem =>
  new Problem({
    code: 'OTHER_ENVIRONMENT',
    status: 409,
    text: {
      en: 'This hub is not set up for the environment of this integration ({environment}).',
      fr: 'Ce système n’est pas configuré pour l’environnement de cette intégration ({environment}).',
    },
    params: { environment },
    details: { environment },
  });

const emptyName = (): Problem =>
  new Problem({
    code: 'EMPTY_NAME',
    status: 400,
    text: { en: 'Give the integration a name.', fr: 'Donnez un nom à l’intégration.' },
  });
