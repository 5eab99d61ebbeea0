-- A list of one direction and one status reads one range. Of a direction alone it merges those of all statuses: with
-- the status behind the ship date it would read a company's every delivered parcel to find the few of a rare direction.

drop index parcels_outbound, parcels_inbound, parcels_third_party;
create index parcels_outbound on parcels (tenant_id, status, shipped_on desc, parcel_id desc)
  where (directions & 1) <> 0;
create index parcels_inbound on parcels (tenant_id, status, shipped_on desc, parcel_id desc)
  where (directions & 2) <> 0;
create index parcels_third_party on parcels (tenant_id, status, shipped_on desc, parcel_id desc)
  where (directions & 4) <> 0;
