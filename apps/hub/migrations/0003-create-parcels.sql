-- The feed as received (raw answers, file parts), what it says (events, provenance), and what follows (parcels, terms).

create table raw_answers (
  tenant_id       uuid not null,
  raw_id          uuid not null,
  environment     text not null,
  source          text not null check (source in ('oauth-json', 'key-xml', 'file-drop')),
  subscription_id uuid not null,
  walk            text not null check (walk in ('unread', 'dates', 'file')),
  request         jsonb not null,
  received_at     timestamptz not null,
  size_bytes      integer not null,
  content_sha256  bytea not null,
  body_gzip       bytea not null,
  fault           text,
  parsed_at       timestamptz,
  primary key (tenant_id, raw_id)
);
create index raw_answers_by_time on raw_answers (tenant_id, subscription_id, received_at desc);
create index raw_answers_unparsed on raw_answers (tenant_id, subscription_id) where parsed_at is null;

-- The ledger: one row per part of a carrier file, unique by content.
create table file_parts (
  tenant_id       uuid not null,
  part_id         uuid not null,
  environment     text not null,
  source          text not null,
  subscription_id uuid not null,
  file_name       text not null,
  content_sha256  bytea not null,
  raw_id          uuid not null,
  received_at     timestamptz not null,
  event_count     integer not null,
  parser_version  integer not null,
  fault           text,
  primary key (tenant_id, part_id),
  unique (tenant_id, environment, source, subscription_id, file_name, content_sha256)
);
create index file_parts_by_time on file_parts (tenant_id, subscription_id, received_at desc);

-- The id is a hash of environment, tracking number and ship epoch (ADR 0003), so the key keeps them unique.
-- `lives` is how many its number has. `progress` is from where its fold goes on.
-- `seen_by` are the subscriptions that told of it; `directions` is the or of theirs (1 out, 2 in, 4 third party).
create table parcels (
  tenant_id        uuid not null,
  parcel_id        uuid not null,
  environment      text not null,
  tracking_number  text not null collate "C",
  ship_epoch       smallint not null,
  lives            smallint not null default 1,
  status           text not null,
  directions       smallint not null,
  seen_by          uuid[] not null default '{}',
  shipped_on       date not null,
  expected_on      date,
  late_after       timestamptz,
  rescheduled      boolean not null default false,
  delivered_at     timestamptz,
  exception_at     timestamptz,
  last_event_at    timestamptz not null,
  service_code     text,
  weight_grams     integer,
  shipper_name     text,
  consignee_name   text,
  destination_city text,
  destination_region text,
  destination_country text,
  state            jsonb not null,
  progress         jsonb not null default '{}',
  updated_at       timestamptz not null,
  primary key (tenant_id, parcel_id)
) with (fillfactor = 85);
create index parcels_by_ship_date on parcels (tenant_id, shipped_on desc, parcel_id desc);
create index parcels_by_status on parcels (tenant_id, status, shipped_on desc, parcel_id desc);
create index parcels_by_lateness on parcels (tenant_id, late_after desc, parcel_id desc)
  where late_after is not null;
create index parcels_by_expectation on parcels (tenant_id, expected_on, shipped_on desc, parcel_id desc);
create index parcels_outbound on parcels (tenant_id, shipped_on desc, parcel_id desc) where (directions & 1) <> 0;
create index parcels_inbound on parcels (tenant_id, shipped_on desc, parcel_id desc) where (directions & 2) <> 0;
create index parcels_third_party on parcels (tenant_id, shipped_on desc, parcel_id desc)
  where (directions & 4) <> 0;
create index parcels_by_exception on parcels (tenant_id, exception_at desc) where exception_at is not null;

-- One row per fact. Its id is a hash of the identity: parcel, kind, local time, place, code, ordinal.
create table events (
  tenant_id   uuid not null,
  parcel_id   uuid not null,
  event_id    uuid not null,
  kind        text not null,
  code        text not null,
  ordinal     smallint not null,
  local_at    timestamp not null,
  zone        text not null,
  zone_source text not null,
  occurred_at timestamptz not null,
  facts       jsonb not null,
  primary key (tenant_id, parcel_id, event_id)
);

-- Provenance: which part of which file said so. Subscription and arrival stand on the part. A part is written once,
-- by the ledger's key, so no key of its own is needed here.
create table event_sources (
  tenant_id uuid not null,
  part_id   uuid not null,
  parcel_id uuid not null,
  event_id  uuid not null
);
create index event_sources_by_parcel on event_sources (tenant_id, parcel_id);

-- Search: equality and ranges only, because nothing else can use an index under row-level security.
create table terms (
  tenant_id  uuid not null,
  term       text not null collate "C",
  shipped_on date not null,
  parcel_id  uuid not null,
  primary key (tenant_id, term, shipped_on, parcel_id)
);

-- The direction with which the parcels of a subscription were last folded; where it differs, they are folded again.
alter table subscriptions add column folded_direction text;
