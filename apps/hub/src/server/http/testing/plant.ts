import { randomUUID } from 'node:crypto';
import { hashPassword, sha256 } from '@lading/kit/crypto';
import type { Transaction } from 'kysely';
import type { ParcelState } from '../../ingestion/state.ts';
import { termsOfState } from '../../ingestion/terms.ts';
import type { HubTables } from '../../tables.ts';
import type { HubDatabase } from '../../testing.ts';
import { type Imagined, imagine } from './planted.ts';

type Tx = Transaction<HubTables>;

const AT = new Date('2026-03-01T12:00:00Z');
const LATER = new Date('2026-04-01T12:00:00Z');

let hash: Promise<string> | undefined;

/** Of a password that nobody tries. */
function passwordHash(): Promise<string> {
  hash ??= hashPassword(randomUUID());
  return hash;
}

/** A company with at least one row in every table that belongs to companies; its people can sign in. */
export async function plant(database: HubDatabase): Promise<Imagined> {
  const company = imagine();
  await database.door.asDesk((tx) => plantPeople(tx, company));
  await database.door.asTenant(company.tenantId, async (tx) => {
    await plantIntegration(tx, company);
    await plantFeed(tx, company);
    await plantParcel(tx, company);
    await plantRecords(tx, company);
  });
  await database.door.asDesk((tx) => plantDesk(tx, company));
  return company;
}

async function plantPeople(tx: Tx, company: Imagined): Promise<void> {
  const { tenantId: tenant_id, ids, marks } = company;
  await tx.insertInto('tenants').values({ tenant_id, name: marks.company, created_at: AT }).execute();
  const person = { password_hash: await passwordHash(), created_at: AT };
  await tx
    .insertInto('users')
    .values([
      { user_id: ids.userId, email: marks.email, name: marks.person, ...person },
      { user_id: ids.colleagueId, email: marks.colleagueEmail, name: marks.colleague, ...person },
    ])
    .execute();
  await tx
    .insertInto('memberships')
    .values([
      { tenant_id, user_id: ids.userId, role: 'administrator', created_at: AT },
      { tenant_id, user_id: ids.colleagueId, role: 'user', created_at: AT },
    ])
    .execute();
  await tx
    .insertInto('sessions')
    .values({
      ...{ tenant_id, session_hash: sha256(marks.csrfToken), user_id: ids.userId },
      ...{ csrf_token: marks.csrfToken, created_at: AT, last_seen_at: AT, expires_at: LATER },
    })
    .execute();
  const reset = { token_hash: sha256(marks.resetToken), user_id: ids.userId };
  await tx
    .insertInto('password_resets')
    .values({ ...reset, created_at: AT, expires_at: LATER })
    .execute();
}

async function plantIntegration(tx: Tx, { tenantId, ids, marks }: Imagined): Promise<void> {
  const key = { tenant_id: tenantId, integration_id: ids.integrationId };
  const selfTest = {
    ...{ at: AT.toISOString(), token: { ok: true, fault: null } },
    subscriptions: [
      {
        ...{ name: marks.subscription, outcome: 'found', carrierStatus: 'A', files: 1, records: 1 },
        ...{ firstTrackingNumbers: [marks.selfTestNumber], fault: null },
      },
    ],
  };
  await tx
    .insertInto('integrations')
    .values({
      ...{ ...key, name: marks.integration, type: 'ups-quantum-view-data', environment: 'sandbox' },
      ...{ mode: 'shadow', status: 'authorized', authorized_at: AT, authorized_by: ids.userId },
      ...{ self_test: JSON.stringify(selfTest), carrier_user: marks.carrierUser },
      ...{ last_fault_code: 'TIMEOUT', last_fault_message: marks.faultMessage, last_fault_at: AT },
      ...{ created_at: AT, created_by: ids.userId },
    })
    .execute();
  await tx
    .insertInto('carrier_grants')
    .values({
      ...{ ...key, version: 1, key_id: 'test', sealed_tokens: Buffer.from(marks.sealed), refresh_count: 0 },
      ...{ access_expires_at: LATER, refresh_expires_at: LATER, stored_at: AT },
    })
    .execute();
  await tx
    .insertInto('carrier_applications')
    .values({
      ...{ ...key, client_id: marks.clientId, account_number: marks.account, key_id: 'test', stored_at: AT },
      ...{ sealed_secret: Buffer.from(marks.sealed), stored_by: ids.userId, stored_by_name: marks.person },
    })
    .execute();
  await tx
    .insertInto('authorizations')
    .values({
      ...{ ...key, authorization_id: ids.authorizationId, state_hash: sha256(marks.state) },
      ...{ user_id: ids.userId, session_hash: sha256(marks.csrfToken), created_at: AT },
      ...{ expires_at: LATER, outcome: 'waiting' },
    })
    .execute();
}

async function plantFeed(tx: Tx, { tenantId, ids, marks }: Imagined): Promise<void> {
  const own = { tenant_id: tenantId, subscription_id: ids.subscriptionId };
  const file = { environment: 'sandbox', source: 'oauth-json', raw_id: ids.rawId } as const;
  await tx
    .insertInto('subscriptions')
    .values({
      ...{ ...own, integration_id: ids.integrationId, position: 1, name: marks.subscription },
      ...{ direction: 'outbound', carrier_number: marks.carrierNumber, carrier_status: 'A' },
      ...{ last_walk_at: AT, last_fault_code: 'TIMEOUT', last_fault_message: marks.faultMessage },
    })
    .execute();
  await tx
    .insertInto('raw_answers')
    .values({
      ...{ ...own, ...file, walk: 'dates', request: JSON.stringify({ name: marks.rawRequest }) },
      ...{ received_at: AT, size_bytes: 1, content_sha256: sha256(marks.rawBody) },
      ...{ body_gzip: Buffer.from(marks.rawBody), quarantined_at: AT, fault: marks.partFault },
    })
    .execute();
  await tx
    .insertInto('file_parts')
    .values({
      ...{ ...own, ...file, part_id: ids.partId, file_name: marks.fileName, event_count: 1 },
      ...{ content_sha256: sha256(marks.fileName), received_at: AT, parser_version: 1 },
      fault: marks.partFault,
    })
    .execute();
}

function stateOf({ marks }: Imagined): ParcelState {
  const address = { attention: null, region: null, postalCode: null, country: 'CA' };
  return {
    ...{ trackingNumber: marks.trackingNumber, shipperNumber: marks.account, billing: null },
    shipper: { ...address, name: marks.shipper, city: marks.city, lines: [marks.street] },
    consignee: { ...address, name: marks.consignee, city: marks.city, lines: [marks.street] },
    references: [{ level: 'package', code: 'PO', value: marks.reference }],
    ...{ dimensions: null, description: null },
  };
}

async function plantParcel(tx: Tx, company: Imagined): Promise<void> {
  const { tenantId: tenant_id, ids, marks } = company;
  const key = { tenant_id, parcel_id: ids.parcelId };
  const state = stateOf(company);
  const story = { expectedTime: null, signedBy: marks.signedBy, deliveredTo: marks.deliveredTo };
  await tx
    .insertInto('parcels')
    .values({
      ...{ ...key, environment: 'sandbox', tracking_number: marks.trackingNumber, ship_epoch: 0 },
      ...{ status: 'exception', directions: 1, shipped_on: '2026-03-01', last_event_at: AT },
      ...{ seen_by: [ids.subscriptionId], exception_at: AT, updated_at: AT },
      ...{ shipper_name: marks.shipper, consignee_name: marks.consignee, destination_city: marks.city },
      ...{ progress: JSON.stringify({ story: { ...story, exception: null } }) },
    })
    .execute();
  await tx
    .insertInto('parcel_states')
    .values({ ...key, state: JSON.stringify(state) })
    .execute();
  await tx
    .insertInto('events')
    .values({
      ...{ ...key, event_id: ids.eventId, kind: 'exception', code: 'X', ordinal: 0, zone: 'UTC' },
      ...{ local_at: '2026-03-01T12:00:00', zone_source: 'unknown', occurred_at: AT },
      facts: JSON.stringify({ place: { city: marks.eventPlace }, signedBy: marks.signedBy }),
    })
    .execute();
  const source = { ...key, event_id: ids.eventId, part_id: ids.partId };
  await tx.insertInto('event_sources').values(source).execute();
  const terms = termsOfState(state).map((term) => ({ ...key, term, shipped_on: '2026-03-01' }));
  await tx.insertInto('terms').values(terms).execute();
}

async function plantRecords(tx: Tx, { tenantId: tenant_id, ids, marks }: Imagined): Promise<void> {
  const done = { done_at: AT, done_by: ids.userId, done_by_name: marks.person };
  await tx
    .insertInto('audit_entries')
    .values({
      ...{ tenant_id, entry_id: ids.entryId, at: AT, user_id: ids.userId },
      ...{ user_name: marks.person, action: 'company.change', subject: marks.auditSubject },
      ...{ before: JSON.stringify(marks.auditBefore), after: JSON.stringify(marks.auditAfter) },
    })
    .execute();
  await tx
    .insertInto('outbox')
    .values({
      ...{ tenant_id, message_id: ids.messageId, kind: 'invitation', dedupe_key: marks.letter },
      ...{ payload: JSON.stringify({ to: marks.letter }), created_at: AT, next_attempt_at: LATER },
    })
    .execute();
  await tx
    .insertInto('idempotency_keys')
    .values({
      ...{ tenant_id, user_id: ids.userId, key: marks.idempotencyKey, created_at: AT, status: 201 },
      ...{ request_hash: sha256(marks.idempotencyKey), body: JSON.stringify(marks.keptAnswer) },
    })
    .execute();
  await tx
    .insertInto('invitations')
    .values({
      ...{ tenant_id, invitation_id: ids.invitationId, email: marks.invitedEmail, role: 'user' },
      ...{ token_hash: sha256(marks.inviteToken), created_at: AT, expires_at: LATER },
    })
    .execute();
  await tx
    .insertInto('way_in_steps')
    .values([
      { tenant_id, step: 'carrier-user', how: 'existing', email: marks.handedEmail, ...done },
      { tenant_id, step: 'hand-over', carrier_user: marks.carrierUser, email: marks.handedEmail, ...done },
      { tenant_id, step: 'associations', how: 'associated', ...done },
    ])
    .execute();
  await tx
    .insertInto('carrier_accounts')
    .values({
      ...{ tenant_id, account_number: marks.account, name: marks.accountName },
      group_name: marks.accountGroup,
    })
    .execute();
}

async function plantDesk(tx: Tx, { tenantId: tenant_id, ids, marks }: Imagined): Promise<void> {
  const provider = { provided_at: AT, provided_by: ids.userId, provided_by_name: marks.validator };
  await tx
    .insertInto('provided_subscriptions')
    .values({ tenant_id, position: 1, name: marks.provided, ...provider })
    .execute();
  await tx
    .insertInto('company_contacts')
    .values({ tenant_id, name: marks.contactName, email: marks.contactEmail })
    .execute();
  await tx
    .insertInto('validations')
    .values({
      ...{ tenant_id, integration_id: ids.integrationId, validated_at: LATER },
      ...{ validated_by: ids.userId, validated_by_name: marks.validator },
    })
    .execute();
  await tx
    .insertInto('unread_walks')
    .values({
      ...{ tenant_id, environment: 'sandbox', carrier_user: marks.carrierUser, fence: 1 },
      subscription_id: ids.subscriptionId,
    })
    .execute();
}
