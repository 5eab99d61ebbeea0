-- A company's way in: the steps its administrators take, and what customer success provides, says and confirms.

-- A step that was taken back is gone from here and stays in the audit log. The fourth step, the authorization, is the
-- standing of the company's integrations and has no row.
create table way_in_steps (
  tenant_id    uuid not null references tenants,
  step         text not null check (step in ('carrier-user', 'hand-over', 'associations')),
  how          text check (how in ('new', 'existing', 'associated', 'account-executive')),
  carrier_user text check (char_length(carrier_user) between 1 and 64),
  email        text check (char_length(email) between 3 and 254),
  done_at      timestamptz not null,
  done_by      uuid not null,
  done_by_name text not null,
  primary key (tenant_id, step)
);

-- The carrier accounts of a company under the names and groups that its people know.
create table carrier_accounts (
  tenant_id      uuid not null references tenants,
  account_number text not null check (account_number ~ '^[0-9A-Z]{6}$'),
  name           text not null check (char_length(name) between 1 and 80),
  group_name     text check (char_length(group_name) between 1 and 80),
  primary key (tenant_id, account_number)
);

-- The subscription names that customer success gave a company; the carrier compares them exactly.
create table provided_subscriptions (
  tenant_id        uuid not null references tenants,
  position         smallint not null check (position between 1 and 3),
  name             text not null check (char_length(name) between 1 and 21),
  provided_at      timestamptz not null,
  provided_by      uuid not null,
  provided_by_name text not null,
  primary key (tenant_id, position),
  unique (tenant_id, name)
);

-- Whom a company's people turn to.
create table company_contacts (
  tenant_id uuid primary key references tenants,
  name      text not null check (char_length(name) between 1 and 80),
  email     text not null check (char_length(email) between 3 and 254),
  telephone text check (char_length(telephone) between 1 and 40)
);

-- Customer success looked at an integration and found it right; counts for the authorization before it.
create table validations (
  tenant_id         uuid not null,
  integration_id    uuid not null,
  validated_at      timestamptz not null,
  validated_by      uuid not null,
  validated_by_name text not null,
  primary key (tenant_id, integration_id),
  foreign key (tenant_id, integration_id) references integrations on delete cascade
);

do $$
declare
  name text;
begin
  foreach name in array array[
    'way_in_steps', 'carrier_accounts', 'provided_subscriptions', 'company_contacts', 'validations'
  ] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy own_company on %I to lading_app
         using (tenant_id = (select lading_tenant())) with check (tenant_id = (select lading_tenant()))', name);
    execute format('grant select on %I to lading_app', name);
  end loop;
end
$$;

-- Each side writes its own part: a company cannot provide names or validate, the desk cannot take a company's steps.
grant insert, update, delete on way_in_steps, carrier_accounts to lading_app;
create policy desk on way_in_steps for select to lading_desk using (true);
grant select on way_in_steps to lading_desk;
create policy desk on provided_subscriptions to lading_desk using (true) with check (true);
create policy desk on company_contacts to lading_desk using (true) with check (true);
create policy desk on validations to lading_desk using (true) with check (true);
grant select, insert, update, delete on provided_subscriptions, company_contacts, validations to lading_desk;
