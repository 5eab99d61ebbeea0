import type { Selectable, Transaction } from 'kysely';
import type {
  AssociationsStep,
  CarrierUserStep,
  Contact,
  HandOverStep,
  Standing,
  WayIn,
} from '../../api/way-in.ts';
import { ASSOCIATION_WAYS, CARRIER_USER_ORIGINS } from '../../api/words.ts';
import { type Actor, writeAudit } from '../audit/store.ts';
import { readCompany } from '../company/store.ts';
import type { Seat } from '../http/seat.ts';
import type { Hub } from '../hub.ts';
import { enqueue } from '../outbox/store.ts';
import type { HubTables, WayInStepsTable } from '../tables.ts';
import { authorizationOf, hasOnlyOwnApplications, isMigrated } from './rules.ts';
import {
  countAccounts,
  putStep,
  readContact,
  readProvidedNames,
  readStandings,
  readSteps,
  removeStep,
  type StepName,
  type StepRow,
} from './store.ts';

type Tx = Transaction<HubTables>;

/** An administrator taking a step for the company. */
export interface Walker {
  readonly tenantId: string;
  readonly userId: string;
  readonly name: string;
  readonly actor: Actor;
}

export function getWayIn(hub: Hub, tenantId: string): Promise<WayIn> {
  return hub.door.asTenant(tenantId, async (tx) => {
    const standings = await readStandings(tx, tenantId, hub.config.carrier.environment);
    return {
      ...toSteps(await readSteps(tx, tenantId)),
      authorization: authorizationOf(standings),
      hasOnlyOwnApplications: hasOnlyOwnApplications(standings),
      accountCount: await countAccounts(tx, tenantId),
      subscriptionNames: await readProvidedNames(tx, tenantId),
    };
  });
}

type Steps = Pick<WayIn, 'carrierUser' | 'handOver' | 'associations'>;

/** The stored steps as screens see them, for the company and for the desk. */
export function toSteps(rows: readonly Selectable<WayInStepsTable>[]): Steps {
  const row = (step: StepName) => rows.find((each) => each.step === step);
  const user = row('carrier-user');
  const handOver = row('hand-over');
  const associations = row('associations');
  const origin = CARRIER_USER_ORIGINS.find((one) => one === user?.how);
  const way = ASSOCIATION_WAYS.find((one) => one === associations?.how);
  return {
    carrierUser: user && origin ? { how: origin, email: user.email ?? '', done: doneOf(user) } : null,
    handOver: handOver
      ? { userName: handOver.carrier_user ?? '', email: handOver.email ?? '', done: doneOf(handOver) }
      : null,
    associations: associations && way ? { how: way, done: doneOf(associations) } : null,
  };
}

function doneOf(row: Selectable<WayInStepsTable>) {
  return { at: row.done_at.toISOString(), by: row.done_by_name };
}

/** The first step: a carrier user that no single person takes along, new or made for another migration. */
export function establishCarrierUser(hub: Hub, by: Walker, step: CarrierUserStep): Promise<WayIn> {
  const facts = { how: step.how, carrierUser: null, email: step.email.trim() };
  return take(hub, by, 'carrier-user', facts);
}

/** The second step: customer success sees user name and address on its desk, and its contact gets a letter. */
export function handOver(hub: Hub, by: Walker, step: HandOverStep): Promise<WayIn> {
  const facts = { how: null, carrierUser: step.userName.trim(), email: step.email.trim() };
  return take(hub, by, 'hand-over', facts, (tx, at) => tellContact(hub, tx, by, facts, at));
}

/** The third step; where the accounts were associated before, it is passed over by saying so. */
export function associate(hub: Hub, by: Walker, { how }: AssociationsStep): Promise<WayIn> {
  return take(hub, by, 'associations', { how, carrierUser: null, email: null });
}

type Facts = Pick<StepRow, 'how' | 'carrierUser' | 'email'>;

async function take(
  hub: Hub,
  by: Walker,
  step: StepName,
  facts: Facts,
  also: (tx: Tx, at: Date) => Promise<void> = async () => undefined,
): Promise<WayIn> {
  const { tenantId } = by;
  const at = new Date(hub.clock.now());
  await hub.door.asTenant(tenantId, async (tx) => {
    const before = await factsOf(tx, tenantId, step);
    await putStep(tx, { ...facts, tenantId, step, at, by });
    await audit(hub, tx, by, `way-in.${step}`, { before, after: facts, at });
    await also(tx, at);
  });
  hub.wakeMail();
  return getWayIn(hub, tenantId);
}

/** A step taken by mistake stands open again; the audit log keeps that it was taken. */
export async function takeBack(hub: Hub, by: Walker, step: StepName): Promise<WayIn> {
  await hub.door.asTenant(by.tenantId, async (tx) => {
    const before = await factsOf(tx, by.tenantId, step);
    if (before === undefined) return;
    await removeStep(tx, by.tenantId, step);
    await audit(hub, tx, by, 'way-in.take-back', {
      before: { step, ...before },
      at: new Date(hub.clock.now()),
    });
  });
  return getWayIn(hub, by.tenantId);
}

async function factsOf(tx: Tx, tenantId: string, step: StepName): Promise<Facts | undefined> {
  const row = (await readSteps(tx, tenantId)).find((each) => each.step === step);
  return row && { how: row.how, carrierUser: row.carrier_user, email: row.email };
}

export function audit(
  hub: Hub,
  tx: Tx,
  { tenantId, actor }: Pick<Walker, 'tenantId' | 'actor'>,
  action: string,
  entry: { readonly before?: unknown; readonly after?: unknown; readonly at: Date },
): Promise<void> {
  return writeAudit(tx, { tenantId, actor, action, subject: tenantId, entryId: hub.ids.uuid(), ...entry });
}

async function tellContact(hub: Hub, tx: Tx, by: Walker, facts: Facts, at: Date): Promise<void> {
  const contact = (await readContact(tx, by.tenantId)) ?? hub.config.wayIn.contact;
  if (!contact) return;
  const messageId = hub.ids.uuid();
  const { locale } = await readCompany(tx, by.tenantId);
  await enqueue(tx, hub.sealer, {
    ...{ tenantId: by.tenantId, messageId, kind: 'hand-over', dedupeKey: `hand-over ${messageId}`, at },
    to: { email: contact.email, locale },
    facts: { administrator: by.name, userName: facts.carrierUser ?? '', email: facts.email ?? '' },
  });
}

/** Whom a person asks, and how near the cut-over is: what every screen may have to say. */
export async function getStanding(hub: Hub, seat: Seat): Promise<Standing> {
  const { contact: fallback, cutOver: on } = hub.config.wayIn;
  const ofHub: Contact | null = fallback && { ...fallback, telephone: null };
  if (seat.company === null)
    return { contact: ofHub, cutOver: on === null ? null : { on, isMigrated: null } };
  const { tenantId } = seat.company;
  return hub.door.asTenant(tenantId, async (tx) => {
    const contact = (await readContact(tx, tenantId)) ?? ofHub;
    if (on === null) return { contact, cutOver: null };
    const standings = await readStandings(tx, tenantId, hub.config.carrier.environment);
    return { contact, cutOver: { on, isMigrated: isMigrated(standings) } };
  });
}
