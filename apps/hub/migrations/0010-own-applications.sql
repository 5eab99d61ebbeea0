-- A company's own application with the carrier: it signs in for itself, for one of its accounts, without a log-in.

alter table integrations drop constraint integrations_type_check;
alter table integrations add constraint integrations_type_check
  check (type in ('ups-quantum-view-data', 'ups-quantum-view-data-own'));

-- The secret is sealed like a token (AES-256-GCM, tenant id as associated data); the desk role has no grant here.
create table carrier_applications (
  tenant_id      uuid not null,
  integration_id uuid not null,
  client_id      text not null check (char_length(client_id) between 1 and 100),
  account_number text not null check (account_number ~ '^[0-9A-Z]{6}$'),
  key_id         text not null,
  sealed_secret  bytea not null,
  stored_at      timestamptz not null,
  stored_by      uuid not null,
  stored_by_name text not null,
  primary key (tenant_id, integration_id),
  foreign key (tenant_id, integration_id) references integrations on delete cascade
);
alter table carrier_applications enable row level security;
alter table carrier_applications force row level security;
create policy own_company on carrier_applications to lading_app
  using (tenant_id = (select lading_tenant())) with check (tenant_id = (select lading_tenant()));
grant select, insert, update, delete on carrier_applications to lading_app;

-- An application's own token has nothing that renews it: a new one is asked for.
alter table carrier_grants alter column refresh_expires_at drop not null;

-- Who looks at the test environment of a company that also has others must not look through all of their parcels.
create index parcels_of_test on parcels (tenant_id, shipped_on desc, parcel_id desc) where environment = 'test';
