-- Raw answers and events by month (docs/adr, months and days). The months are made by the owner at start and upkeep;
-- what falls into none of them lies in the default partition. What was stored so far becomes it, uncopied.

alter table raw_answers rename to raw_answers_default;
alter table raw_answers_default drop constraint raw_answers_pkey;
alter table raw_answers_default add primary key (tenant_id, raw_id, received_at);
alter index raw_answers_by_time rename to raw_answers_default_by_time;
alter index raw_answers_unparsed rename to raw_answers_default_unparsed;
alter index raw_answers_quarantined rename to raw_answers_default_quarantined;

-- When an answer came never changes, so the key keeps `raw_id` unique.
create table raw_answers (
  like raw_answers_default including defaults including constraints,
  primary key (tenant_id, raw_id, received_at)
) partition by range (received_at);
alter table raw_answers attach partition raw_answers_default default;
create index raw_answers_by_time on raw_answers (tenant_id, subscription_id, received_at desc);
create index raw_answers_unparsed on raw_answers (tenant_id, subscription_id) where parsed_at is null;
create index raw_answers_quarantined on raw_answers (tenant_id, subscription_id) where quarantined_at is not null;

alter table events rename to events_default;
alter table events_default drop constraint events_pkey;
alter table events_default add primary key (tenant_id, parcel_id, event_id, local_at);

-- The local time is in the hash that `event_id` is: one event told again has the same one, and stays one row.
create table events (
  like events_default including defaults including constraints,
  primary key (tenant_id, parcel_id, event_id, local_at)
) partition by range (local_at);
alter table events attach partition events_default default;

-- The local day of the earliest event: with `last_event_at` it says in which months a parcel's events lie. What was
-- folded before does not know it until it is folded again, and is looked for in every month.
alter table parcels add column first_on date not null default '-infinity';

-- Policies and rights stand on the whole. A partition is the
-- owner's alone, so nobody reaches it around them.
do $$
declare
  name text;
begin
  foreach name in array array['raw_answers', 'events'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy own_company on %I to lading_app
         using (tenant_id = (select lading_tenant())) with check (tenant_id = (select lading_tenant()))', name);
    execute format('grant select, insert, update, delete on %I to lading_app', name);
    execute format('drop policy own_company on %I', name || '_default');
    execute format('revoke all on %I from lading_app, lading_desk', name || '_default');
    execute format('alter table %I force row level security', name || '_default');
    execute format('create policy owner on %I to current_user using (true) with check (true)', name || '_default');
  end loop;
end
$$;
drop policy desk on raw_answers_default;
revoke select (tenant_id, subscription_id, quarantined_at) on raw_answers_default from lading_desk;
create policy desk on raw_answers for select to lading_desk using (true);
grant select (tenant_id, subscription_id, quarantined_at) on raw_answers to lading_desk;

-- Months past every company's days. No serving login has a right here.
create schema archive;
revoke all on schema archive from public;

-- How many days a company keeps what it received, and what it made of it.
alter table tenants
  add column raw_days smallint not null default 90 check (raw_days between 14 and 730),
  add column event_days smallint not null default 730 check (event_days between 180 and 2555),
  add constraint tenants_days check (raw_days <= event_days);
grant update (raw_days, event_days) on tenants to lading_app;
