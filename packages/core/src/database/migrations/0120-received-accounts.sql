-- The rollup the group's figures are read from: a line for each account of each pack received, written with the pack. The
-- pack itself, as it was signed, stays what is shown and checked.

create table samen.received_account (
  office_id      uuid not null,
  from_office    text not null,
  pack_no        integer not null,
  period         date not null check (extract(day from period) = 1),
  group_account  text collate "C" not null,
  account        text collate "C" not null,
  number         text not null,
  name           text not null,
  -- Major units, as packs write them; debit positive.
  opening        numeric(17, 2) not null,
  closing        numeric(17, 2) not null,
  primary key (office_id, from_office, pack_no, account),
  foreign key (office_id, from_office, pack_no) references samen.received_pack
);

-- Read without opening the pack.
alter table samen.received_pack
  add column currency text generated always as (content ->> 'currency') stored;

-- Forced row-level security binds the owner too: packs received before this migration would not be seen.
alter table samen.received_pack no force row level security;
insert into samen.received_account
  (office_id, from_office, pack_no, period, group_account, account, number, name, opening, closing)
select r.office_id, r.from_office, r.pack_no, r.period, a."group", a.account, a.number, a.name, a.opening, a.closing
  from samen.received_pack r,
       jsonb_to_recordset(r.content -> 'accounts') as a (account text, number text, name text, "group" text,
         opening numeric, closing numeric);
alter table samen.received_pack force row level security;

select samen.secure_office_table('samen.received_account'), samen.make_append_only('samen.received_account');
