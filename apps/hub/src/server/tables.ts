import type { ColumnType, Generated } from 'kysely';

/**
 * The rows of the migrations as kysely sees them. Both engines hand over the same types: `timestamptz` as Date,
 * `date` as `YYYY-MM-DD`, `timestamp` as `YYYY-MM-DDTHH:mm:ss`, `bytea` as bytes, `bigint` as number, `jsonb`
 * parsed. Json is written as text (`JSON.stringify`), because an array would become a PostgreSQL array.
 */
export interface HubTables {
  tenants: TenantsTable;
  users: UsersTable;
  memberships: MembershipsTable;
  sessions: SessionsTable;
  audit_entries: AuditEntriesTable;
  outbox: OutboxTable;
  idempotency_keys: IdempotencyKeysTable;
  invitations: InvitationsTable;
  password_resets: PasswordResetsTable;
  integrations: IntegrationsTable;
  carrier_grants: CarrierGrantsTable;
  carrier_applications: CarrierApplicationsTable;
  authorizations: AuthorizationsTable;
  subscriptions: SubscriptionsTable;
  raw_answers: RawAnswersTable;
  unread_walks: UnreadWalksTable;
  file_parts: FilePartsTable;
  parcels: ParcelsTable;
  parcel_states: ParcelStatesTable;
  events: EventsTable;
  event_sources: EventSourcesTable;
  terms: TermsTable;
  way_in_steps: WayInStepsTable;
  carrier_accounts: CarrierAccountsTable;
  provided_subscriptions: ProvidedSubscriptionsTable;
  company_contacts: CompanyContactsTable;
  validations: ValidationsTable;
}

export type Json<Value> = ColumnType<Value, string, string>;
export type Instant = ColumnType<Date, Date | string, Date | string>;
type MaybeInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
type Maybe<Value> = ColumnType<Value | null, Value | null | undefined, Value | null>;

export type EnvironmentName = 'sandbox' | 'test' | 'production';
export type IntegrationTypeName = 'ups-quantum-view-data' | 'ups-quantum-view-data-own';
export type FeedSource = 'oauth-json' | 'key-xml' | 'file-drop';
export type RoleName = 'administrator' | 'user';
export type DirectionName = 'outbound' | 'inbound' | 'third-party';
export type IntegrationStatusName = 'pending' | 'authorized' | 'reauthorization-required';
export type AuthorizationOutcome = 'waiting' | 'exchanging' | 'authorized' | 'refused' | 'failed' | 'expired';

/** How an event's zone was known. */
export type ZoneSourceName = 'place' | 'region' | 'country' | 'company' | 'unknown';
export type EventKindName = 'manifest' | 'origin' | 'exception' | 'delivery' | 'generic';

export interface TenantsTable {
  tenant_id: string;
  name: string;
  locale: Generated<'en' | 'fr'>;
  zone: Generated<string>;
  created_at: Instant;
  /** How many days raw answers are kept, and parcels after their last event. */
  raw_days: Generated<number>;
  event_days: Generated<number>;
}

export interface UsersTable {
  user_id: string;
  email: string;
  name: string;
  password_hash: string;
  locale: Maybe<'en' | 'fr'>;
  zone: Maybe<string>;
  is_desk: Generated<boolean>;
  created_at: Instant;
  totp_key_id: Maybe<string>;
  totp_sealed: Maybe<Uint8Array>;
  totp_enabled_at: MaybeInstant;
  totp_last_step: Maybe<number>;
  recovery_hashes: ColumnType<readonly string[], string | undefined, string>;
}

export interface InvitationsTable {
  tenant_id: string;
  invitation_id: string;
  email: string;
  role: RoleName;
  token_hash: Uint8Array;
  created_at: Instant;
  created_by: Maybe<string>;
  expires_at: Instant;
  accepted_at: MaybeInstant;
  revoked_at: MaybeInstant;
}

export interface PasswordResetsTable {
  token_hash: Uint8Array;
  user_id: string;
  created_at: Instant;
  expires_at: Instant;
  used_at: MaybeInstant;
}

export interface MembershipsTable {
  tenant_id: string;
  user_id: string;
  role: RoleName;
  created_at: Instant;
}

export interface SessionsTable {
  session_hash: Uint8Array;
  user_id: string;
  tenant_id: Maybe<string>;
  csrf_token: string;
  created_at: Instant;
  last_seen_at: Instant;
  expires_at: Instant;
}

export interface AuditEntriesTable {
  tenant_id: string;
  entry_id: string;
  at: Instant;
  user_id: Maybe<string>;
  user_name: Maybe<string>;
  action: string;
  subject: string;
  before: ColumnType<unknown, string | null | undefined, never>;
  after: ColumnType<unknown, string | null | undefined, never>;
  request_id: Maybe<string>;
}

export interface OutboxTable {
  tenant_id: string;
  message_id: string;
  kind: string;
  dedupe_key: string;
  payload: Json<unknown>;
  created_at: Instant;
  next_attempt_at: Instant;
  attempts: Generated<number>;
  sent_at: MaybeInstant;
  last_fault: Maybe<string>;
}

export interface IdempotencyKeysTable {
  tenant_id: string;
  user_id: string;
  key: string;
  request_hash: Uint8Array;
  status: Maybe<number>;
  body: ColumnType<unknown, string | null | undefined, string | null>;
  created_at: Instant;
}

export interface IntegrationsTable {
  tenant_id: string;
  integration_id: string;
  name: string;
  type: IntegrationTypeName;
  environment: EnvironmentName;
  mode: 'shadow' | 'unread';
  status: IntegrationStatusName;
  authorized_at: MaybeInstant;
  authorized_by: Maybe<string>;
  self_test: ColumnType<unknown, string | null | undefined, string | null>;
  last_fault_code: Maybe<string>;
  last_fault_message: Maybe<string>;
  last_fault_at: MaybeInstant;
  created_at: Instant;
  created_by: string;
  removed_at: MaybeInstant;
  /** Whom the carrier named as the owner of its subscriptions. */
  carrier_user: Maybe<string>;
  /** When it was last switched to the mode it has. */
  mode_since: MaybeInstant;
}

export interface CarrierGrantsTable {
  tenant_id: string;
  integration_id: string;
  version: number;
  key_id: string;
  sealed_tokens: Uint8Array;
  access_expires_at: Instant;
  /** Null for an application's own token, which nothing renews. */
  refresh_expires_at: MaybeInstant;
  refresh_count: number;
  lease_owner: Maybe<string>;
  lease_until: MaybeInstant;
  stored_at: Instant;
}

export interface CarrierApplicationsTable {
  tenant_id: string;
  integration_id: string;
  client_id: string;
  account_number: string;
  key_id: string;
  sealed_secret: Uint8Array;
  stored_at: Instant;
  stored_by: string;
  stored_by_name: string;
}

export interface AuthorizationsTable {
  tenant_id: string;
  authorization_id: string;
  state_hash: Uint8Array;
  integration_id: string;
  user_id: string;
  session_hash: Uint8Array;
  created_at: Instant;
  expires_at: Instant;
  outcome: AuthorizationOutcome;
  fault_code: Maybe<string>;
  fault_message: Maybe<string>;
}

export interface SubscriptionsTable {
  tenant_id: string;
  subscription_id: string;
  integration_id: string;
  position: number;
  name: string;
  direction: Maybe<DirectionName>;
  carrier_number: Maybe<string>;
  carrier_status: Maybe<string>;
  next_read_at: MaybeInstant;
  lease_owner: Maybe<string>;
  lease_until: MaybeInstant;
  /** Counts up with every lease taken; an ingest transaction of an older number writes nothing. */
  fence: Generated<number>;
  reread_from: MaybeInstant;
  failures: Generated<number>;
  last_attempt_at: MaybeInstant;
  last_walk_at: MaybeInstant;
  last_new_data_at: MaybeInstant;
  last_fault_code: Maybe<string>;
  last_fault_message: Maybe<string>;
  last_fault_at: MaybeInstant;
  removed_at: MaybeInstant;
  /** The direction with which its parcels were last folded. */
  folded_direction: Maybe<DirectionName>;
  /** How often in a row what may have been lost could not be read by date. */
  reread_failures: Generated<number>;
  /** Files cut between the two were never read, and the carrier no longer has them. */
  gap_from: MaybeInstant;
  gap_until: MaybeInstant;
  /** When the carrier's full seven days are next read by date, and when they last were. */
  reconcile_at: MaybeInstant;
  reconciled_at: MaybeInstant;
  /** What was cut since then must have come as unread; null while that is not known. */
  unread_since: MaybeInstant;
  /** When files were last found that somebody else had taken, the last of them, and how many. */
  competitor_seen_at: MaybeInstant;
  competitor_file: Maybe<string>;
  competitor_files: Generated<number>;
  /** For how many hours of silence the administrators were written to; 0 after every complete walk. */
  alarm_hours: Generated<number>;
}

export interface RawAnswersTable {
  tenant_id: string;
  raw_id: string;
  environment: EnvironmentName;
  source: FeedSource;
  subscription_id: string;
  walk: 'unread' | 'dates' | 'file';
  request: Json<unknown>;
  received_at: Instant;
  size_bytes: number;
  content_sha256: Uint8Array;
  body_gzip: Uint8Array;
  fault: Maybe<string>;
  parsed_at: MaybeInstant;
  /** How often somebody began to ingest it. */
  attempts: Generated<number>;
  /** It could not be ingested and is kept for a replay. */
  quarantined_at: MaybeInstant;
}

/** Who walks through a carrier user's unread files. */
export interface UnreadWalksTable {
  environment: EnvironmentName;
  carrier_user: string;
  tenant_id: string;
  subscription_id: string;
  fence: number;
}

export interface FilePartsTable {
  tenant_id: string;
  part_id: string;
  environment: EnvironmentName;
  source: FeedSource;
  subscription_id: string;
  file_name: string;
  content_sha256: Uint8Array;
  raw_id: string;
  received_at: Instant;
  event_count: number;
  parser_version: number;
  fault: Maybe<string>;
  /** When an unread read first gave it; null where it was seen by date alone. */
  unread_at: MaybeInstant;
}

export interface ParcelsTable {
  tenant_id: string;
  parcel_id: string;
  environment: EnvironmentName;
  tracking_number: string;
  ship_epoch: number;
  /** How many lives its number has. */
  lives: Generated<number>;
  status: string;
  /** Bits: 1 outbound, 2 inbound, 4 third party. */
  directions: number;
  /** The subscriptions that told of it, sorted. */
  seen_by: Generated<string[]>;
  shipped_on: string;
  /** The local day of its first event; `-infinity` where it was folded before that was noted. */
  first_on: Generated<string>;
  expected_on: Maybe<string>;
  late_after: MaybeInstant;
  rescheduled: Generated<boolean>;
  delivered_at: MaybeInstant;
  exception_at: MaybeInstant;
  last_event_at: Instant;
  service_code: Maybe<string>;
  weight_grams: Maybe<number>;
  shipper_name: Maybe<string>;
  consignee_name: Maybe<string>;
  destination_city: Maybe<string>;
  destination_region: Maybe<string>;
  destination_country: Maybe<string>;
  /** From where the fold of its events goes on: what scans move, and what they take for granted. */
  progress: ColumnType<unknown, string | undefined, string>;
  basis: ColumnType<unknown, string | undefined, string>;
  updated_at: Instant;
}

/** What a parcel is, apart from the row that every scan writes anew. */
export interface ParcelStatesTable {
  tenant_id: string;
  parcel_id: string;
  state: Json<unknown>;
}

export interface EventsTable {
  tenant_id: string;
  parcel_id: string;
  event_id: string;
  kind: EventKindName;
  code: string;
  ordinal: number;
  /** `timestamp` without zone, as the carrier wrote it: `YYYY-MM-DDTHH:mm:ss`. */
  local_at: string;
  zone: string;
  zone_source: ZoneSourceName;
  occurred_at: Instant;
  facts: Json<unknown>;
}

export interface EventSourcesTable {
  tenant_id: string;
  part_id: string;
  parcel_id: string;
  event_id: string;
}

export interface TermsTable {
  tenant_id: string;
  term: string;
  shipped_on: string;
  parcel_id: string;
}

/** How a step of the way in was taken. */
export type StepWay = 'new' | 'existing' | 'associated' | 'account-executive';

export interface WayInStepsTable {
  tenant_id: string;
  step: 'carrier-user' | 'hand-over' | 'associations';
  how: Maybe<StepWay>;
  carrier_user: Maybe<string>;
  email: Maybe<string>;
  done_at: Instant;
  done_by: string;
  done_by_name: string;
}

export interface CarrierAccountsTable {
  tenant_id: string;
  account_number: string;
  name: string;
  group_name: Maybe<string>;
}

export interface ProvidedSubscriptionsTable {
  tenant_id: string;
  position: number;
  name: string;
  provided_at: Instant;
  provided_by: string;
  provided_by_name: string;
}

export interface CompanyContactsTable {
  tenant_id: string;
  name: string;
  email: string;
  telephone: Maybe<string>;
}

export interface ValidationsTable {
  tenant_id: string;
  integration_id: string;
  validated_at: Instant;
  validated_by: string;
  validated_by_name: string;
}
