-- What it takes to read a feed that others may be reading too, and to say when it falls silent.

-- Since when the integration reads as it does; null for as long as it has never been switched.
alter table integrations add column mode_since timestamptz;

-- Every night the full seven days are read by date. `unread_since`: what the carrier has cut since then must have come
-- as unread; what is seen by date alone was taken by somebody else, who is noted with the last of the files.
-- `alarm_hours`: for how long a silence the administrators were written to.
alter table subscriptions
  add column reconcile_at timestamptz,
  add column reconciled_at timestamptz,
  add column unread_since timestamptz,
  add column competitor_seen_at timestamptz,
  add column competitor_file text,
  add column competitor_files integer not null default 0,
  add column alarm_hours smallint not null default 0;

-- When an unread read first gave the part; null where it was seen by date alone.
alter table file_parts add column unread_at timestamptz;
update file_parts p set unread_at = p.received_at from raw_answers r
  where r.tenant_id = p.tenant_id and r.raw_id = p.raw_id and r.walk = 'unread';

-- What is held back until a replay: few rows among many, counted often. The desk counts them, and reads none.
create index file_parts_faulty on file_parts (tenant_id, subscription_id) where fault is not null;
create index raw_answers_quarantined on raw_answers (tenant_id, subscription_id) where quarantined_at is not null;
create policy desk on file_parts for select to lading_desk using (true);
grant select (tenant_id, subscription_id, fault) on file_parts to lading_desk;
create policy desk on raw_answers for select to lading_desk using (true);
grant select (tenant_id, subscription_id, quarantined_at) on raw_answers to lading_desk;
