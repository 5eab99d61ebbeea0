-- Row-level security on every tenant table, forced, and the two serving roles' rights.

do $$
declare
  name text;
begin
  foreach name in array array[
    'memberships', 'audit_entries', 'outbox', 'idempotency_keys', 'integrations', 'carrier_grants',
    'authorizations', 'subscriptions', 'raw_answers', 'file_parts', 'parcels', 'events', 'event_sources', 'terms'
  ] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy own_company on %I to lading_app
         using (tenant_id = (select lading_tenant())) with check (tenant_id = (select lading_tenant()))', name);
    execute format('grant select, insert, update, delete on %I to lading_app', name);
  end loop;
end
$$;

-- The audit log is append-only.
revoke update, delete on audit_entries from lading_app;

alter table tenants enable row level security;
alter table tenants force row level security;
create policy own_company on tenants to lading_app using (tenant_id = (select lading_tenant()));
grant select on tenants to lading_app;
grant update (name, locale, zone) on tenants to lading_app;

-- A company sees its own members, and never a password hash.
alter table users enable row level security;
alter table users force row level security;
create policy own_members on users for select to lading_app
  using (user_id in (select user_id from memberships));
create policy desk on users to lading_desk using (true) with check (true);
grant select (user_id, email, name, locale, zone, is_desk, created_at) on users to lading_app;

-- The desk: sign-in, the due list, the status view. No token, no parcel.
grant select, insert, update on users to lading_desk;
grant select, insert, update, delete on sessions to lading_desk;
create policy desk on tenants to lading_desk using (true) with check (true);
grant select, insert on tenants to lading_desk;
create policy desk on memberships to lading_desk using (true) with check (true);
grant select, insert on memberships to lading_desk;
create policy desk on audit_entries for insert to lading_desk with check (true);
grant insert on audit_entries to lading_desk;
create policy desk on integrations for select to lading_desk using (true);
grant select on integrations to lading_desk;
create policy desk on subscriptions for select to lading_desk using (true);
grant select on subscriptions to lading_desk;
create policy desk on outbox to lading_desk using (true) with check (true);
grant select, update on outbox to lading_desk;
