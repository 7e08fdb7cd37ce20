-- A pack says of itself that it is the last of an office that is wound up: the group waits for no later one, and takes none.
alter table samen.received_pack
  add column is_final boolean not null generated always as (content ? 'final') stored;
create index received_pack_final on samen.received_pack (office_id, from_office) where is_final;
