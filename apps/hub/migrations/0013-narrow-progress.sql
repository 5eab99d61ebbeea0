-- What scans move on (`progress`) apart from what they take for granted (`basis`): the one is written with every scan,
-- the other with the parcel's nature. Nothing asks the store what stands inside, so both, and the state, are `json`,
-- which is kept and given as it was sent, instead of being taken apart and put together for every scan.

alter table parcels add column basis json not null default '{}';
update parcels set basis = jsonb_strip_nulls(jsonb_build_object(
  'v', progress -> 'v', 'zone', progress -> 'zone', 'settled', progress -> 'settled',
  'from', progress -> 'from', 'to', progress -> 'to', 'known', progress -> 'known'))
  where progress ? 'v';
alter table parcels
  alter column progress drop default,
  alter column progress type json using progress - array['v', 'zone', 'settled', 'from', 'to', 'known'],
  alter column progress set default '{}',
  alter column state type json using state;
