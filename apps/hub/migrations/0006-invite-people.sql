-- How people come into a company, and back in: invitations, forgotten passwords, the second factor.

-- The token of the link is never stored, only its hash.
create table invitations (
  tenant_id     uuid not null references tenants,
  invitation_id uuid not null,
  email         text not null check (email = lower(email)),
  role          text not null check (role in ('administrator', 'user')),
  token_hash    bytea not null,
  created_at    timestamptz not null,
  created_by    uuid,
  expires_at    timestamptz not null,
  accepted_at   timestamptz,
  revoked_at    timestamptz,
  primary key (tenant_id, invitation_id)
);
create unique index invitations_open on invitations (tenant_id, email)
  where accepted_at is null and revoked_at is null;
create unique index invitations_by_token on invitations (token_hash);

alter table invitations enable row level security;
alter table invitations force row level security;
create policy own_company on invitations to lading_app
  using (tenant_id = (select lading_tenant())) with check (tenant_id = (select lading_tenant()));
grant select, insert, update on invitations to lading_app;
-- Whoever follows the link belongs to no company yet.
create policy desk on invitations to lading_desk using (true) with check (true);
grant select, update on invitations to lading_desk;

create table password_resets (
  token_hash bytea primary key,
  user_id    uuid not null references users on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at    timestamptz
);
create index password_resets_by_user on password_resets (user_id, created_at desc);
grant select, insert, update, delete on password_resets to lading_desk;

-- The second factor (RFC 6238): the secret is sealed with the user's id; a code's step counts once.
alter table users
  add column totp_key_id text,
  add column totp_sealed bytea,
  add column totp_enabled_at timestamptz,
  add column totp_last_step bigint,
  add column recovery_hashes jsonb not null default '[]';
grant select (totp_enabled_at) on users to lading_app;
