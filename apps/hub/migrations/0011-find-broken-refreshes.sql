-- A refresh that a process began and never ended may have spent the company's token: it is looked for across companies.
-- The desk sees that there is one, and neither tokens nor their lives.

create index carrier_grants_leased on carrier_grants (tenant_id, integration_id) where lease_owner is not null;
create policy desk on carrier_grants for select to lading_desk using (true);
grant select (tenant_id, integration_id, lease_owner, lease_until) on carrier_grants to lading_desk;
