-- What reading has to remember so that one thing that fails again and again holds up nothing else.

-- How often in a row the range from `reread_from` could not be read by date. A hole that nothing closes any more is
-- kept with the times between which files were cut, so that no later fault hides it.
alter table subscriptions
  add column reread_failures integer not null default 0,
  add column gap_from timestamptz,
  add column gap_until timestamptz;

-- How often a stored answer was begun. One that cannot be ingested is set aside, whole.
alter table raw_answers
  add column attempts smallint not null default 0,
  add column quarantined_at timestamptz;

-- Whom the carrier named as the subscriptions' owner; null until an answer did.
alter table integrations add column carrier_user text;

-- The carrier remembers one unread walk for each of its users, whichever company of the hub is asking: who walks now.
-- A row holds as long as the subscription named in it is leased under that fence.
create table unread_walks (
  environment     text not null,
  carrier_user    text not null,
  tenant_id       uuid not null,
  subscription_id uuid not null,
  fence           bigint not null,
  primary key (environment, carrier_user)
);
alter table unread_walks enable row level security;
alter table unread_walks force row level security;
create policy desk on unread_walks to lading_desk using (true) with check (true);
grant select, insert, update on unread_walks to lading_desk;
