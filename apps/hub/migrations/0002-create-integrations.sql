-- Integrations with the carrier, their authorization, and the subscriptions they read.

create table integrations (
  tenant_id          uuid not null references tenants,
  integration_id     uuid not null,
  name               text not null check (char_length(name) between 1 and 80),
  type               text not null check (type in ('ups-quantum-view-data')),
  environment        text not null check (environment in ('sandbox', 'test', 'production')),
  mode               text not null check (mode in ('shadow', 'unread')),
  status             text not null check (status in ('pending', 'authorized', 'reauthorization-required')),
  authorized_at      timestamptz,
  authorized_by      uuid,
  self_test          jsonb,
  last_fault_code    text,
  last_fault_message text,
  last_fault_at      timestamptz,
  created_at         timestamptz not null,
  created_by         uuid not null,
  removed_at         timestamptz,
  primary key (tenant_id, integration_id)
);

-- Tokens are sealed (AES-256-GCM, tenant id as associated data); the desk role has no grant on this table.
create table carrier_grants (
  tenant_id          uuid not null,
  integration_id     uuid not null,
  version            integer not null,
  key_id             text not null,
  sealed_tokens      bytea not null,
  access_expires_at  timestamptz not null,
  refresh_expires_at timestamptz not null,
  refresh_count      integer not null,
  lease_owner        text,
  lease_until        timestamptz,
  stored_at          timestamptz not null,
  primary key (tenant_id, integration_id),
  foreign key (tenant_id, integration_id) references integrations on delete cascade
);

-- One row per press of Authorize. The state itself is never stored, only its hash.
create table authorizations (
  tenant_id        uuid not null,
  authorization_id uuid not null,
  state_hash       bytea not null,
  integration_id   uuid not null,
  user_id          uuid not null,
  session_hash     bytea not null,
  created_at       timestamptz not null,
  expires_at       timestamptz not null,
  outcome          text not null check (outcome in ('waiting', 'exchanging', 'authorized', 'refused', 'failed', 'expired')),
  fault_code       text,
  fault_message    text,
  primary key (tenant_id, authorization_id),
  unique (tenant_id, state_hash),
  foreign key (tenant_id, integration_id) references integrations on delete cascade
);
create index authorizations_by_integration on authorizations (tenant_id, integration_id, created_at desc);

-- A subscription that leaves an integration stays as a row (`removed_at`): parcels name it as their source.
create table subscriptions (
  tenant_id             uuid not null,
  subscription_id       uuid not null,
  integration_id        uuid not null,
  position              smallint not null check (position between 1 and 3),
  name                  text not null check (char_length(name) between 1 and 21),
  direction             text check (direction in ('outbound', 'inbound', 'third-party')),
  carrier_number        text,
  carrier_status        text,
  next_read_at          timestamptz,
  lease_owner           text,
  lease_until           timestamptz,
  fence                 bigint not null default 0,
  reread_from           timestamptz,
  failures              integer not null default 0,
  last_attempt_at       timestamptz,
  last_walk_at          timestamptz,
  last_new_data_at      timestamptz,
  last_fault_code       text,
  last_fault_message    text,
  last_fault_at         timestamptz,
  removed_at            timestamptz,
  primary key (tenant_id, subscription_id),
  foreign key (tenant_id, integration_id) references integrations on delete cascade
);
create unique index subscriptions_by_name on subscriptions (tenant_id, integration_id, name)
  where removed_at is null;
create index subscriptions_due on subscriptions (next_read_at) where next_read_at is not null;
