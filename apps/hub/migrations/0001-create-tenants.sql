-- People, companies, sessions, the audit log and the outbox.
-- Roles lading_app and lading_desk are made by kit before the first migration.

create function lading_tenant() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('lading.tenant', true), '')::uuid;

create table tenants (
  tenant_id  uuid primary key,
  name       text not null check (char_length(name) between 1 and 80),
  locale     text not null default 'en' check (locale in ('en', 'fr')),
  zone       text not null default 'America/Toronto',
  created_at timestamptz not null
);

create table users (
  user_id       uuid primary key,
  email         text not null unique check (email = lower(email)),
  name          text not null,
  password_hash text not null,
  locale        text check (locale in ('en', 'fr')),
  zone          text,
  is_desk       boolean not null default false,
  created_at    timestamptz not null
);

create table memberships (
  tenant_id  uuid not null references tenants,
  user_id    uuid not null references users,
  role       text not null check (role in ('administrator', 'user')),
  created_at timestamptz not null,
  primary key (tenant_id, user_id)
);
create index memberships_by_user on memberships (user_id);

create table sessions (
  session_hash bytea primary key,
  user_id      uuid not null references users on delete cascade,
  tenant_id    uuid references tenants,
  csrf_token   text not null,
  created_at   timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at   timestamptz not null
);
create index sessions_by_user on sessions (user_id);
create index sessions_by_expiry on sessions (expires_at);

create table audit_entries (
  tenant_id  uuid not null,
  entry_id   uuid not null,
  at         timestamptz not null,
  user_id    uuid,
  user_name  text,
  action     text not null,
  subject    text not null,
  before     jsonb,
  after      jsonb,
  request_id text,
  primary key (tenant_id, entry_id)
);
create index audit_by_time on audit_entries (tenant_id, at desc, entry_id desc);

create table outbox (
  tenant_id       uuid not null,
  message_id      uuid not null,
  kind            text not null,
  dedupe_key      text not null,
  payload         jsonb not null,
  created_at      timestamptz not null,
  next_attempt_at timestamptz not null,
  attempts        integer not null default 0,
  sent_at         timestamptz,
  last_fault      text,
  primary key (tenant_id, message_id),
  unique (tenant_id, dedupe_key)
);
create index outbox_due on outbox (next_attempt_at) where sent_at is null;

create table idempotency_keys (
  tenant_id    uuid not null,
  user_id      uuid not null,
  key          text not null,
  request_hash bytea not null,
  status       integer,
  body         jsonb,
  created_at   timestamptz not null,
  primary key (tenant_id, user_id, key)
);
