-- What a parcel is (`state`) stands apart from its row, which moves on with every scan and is written whole each time.
-- For the copy the owner has to see the rows: while they are forced, its own policies hide them from it.

create table parcel_states (
  tenant_id uuid not null,
  parcel_id uuid not null,
  state     json not null,
  primary key (tenant_id, parcel_id)
);
alter table parcels no force row level security;
insert into parcel_states (tenant_id, parcel_id, state) select tenant_id, parcel_id, state from parcels;
alter table parcels force row level security;
alter table parcels drop column state;

alter table parcel_states enable row level security;
alter table parcel_states force row level security;
create policy own_company on parcel_states to lading_app
  using (tenant_id = (select lading_tenant())) with check (tenant_id = (select lading_tenant()));
grant select, insert, update, delete on parcel_states to lading_app;

-- One index instead of one of statuses and one of each direction's: a scan that moves a parcel on enters it once. A list
-- merges the ranges of every direction and status that it asks for.
drop index parcels_by_status, parcels_outbound, parcels_inbound, parcels_third_party;
create index parcels_in_order on parcels (tenant_id, directions, status, shipped_on desc, parcel_id desc);
