-- An office's period-close report to the group, and the group's side of it.

create table samen.pack (
  office_id      uuid not null,
  pack_no        integer not null check (pack_no > 0),
  period         date not null check (extract(day from period) = 1),
  content        jsonb not null,
  hash           bytea not null,
  -- Hash of the pack before, null for the first: a missing pack is seen.
  previous_hash  bytea,
  sealed_at      timestamptz not null default now(),
  primary key (office_id, pack_no),
  unique (office_id, period),
  foreign key (office_id) references samen.office
);

-- Rows of the group's office: what it received from each national office.
create table samen.received_pack (
  office_id      uuid not null,
  from_office    text not null,
  pack_no        integer not null,
  period         date not null,
  content        jsonb not null,
  hash           bytea not null,
  previous_hash  bytea,
  received_at    timestamptz not null default now(),
  primary key (office_id, from_office, pack_no),
  unique (office_id, from_office, period),
  foreign key (office_id) references samen.office
);

create table samen.outbox (
  office_id        uuid not null,
  outbox_id        uuid not null,
  -- `pack`, `invoice`, `payment-file`, `declaration`: who delivers it.
  kind             text not null,
  idempotency_key  text not null,
  payload          jsonb not null,
  created_at       timestamptz not null default now(),
  attempts         integer not null default 0,
  -- Not tried before; moves away with each failure, and to infinity when nobody should try any more.
  due_at           timestamptz not null default now(),
  delivered_at     timestamptz,
  last_error       text,
  primary key (office_id, outbox_id),
  unique (office_id, kind, idempotency_key),
  foreign key (office_id) references samen.office
);
create index outbox_waiting on samen.outbox (office_id, kind, due_at) where delivered_at is null;

-- What a signed-in person may do in an office. `user_id` belongs to the sign-in tables, which know no office.
create table samen.office_right (
  office_id  uuid not null,
  user_id    text not null,
  role       text not null check (role in ('member', 'staff', 'approver', 'finance')),
  member_id  uuid,
  granted_at timestamptz not null default now(),
  primary key (office_id, user_id, role),
  check ((role = 'member') = (member_id is not null)),
  foreign key (office_id) references samen.office,
  foreign key (office_id, member_id) references samen.member
);

create table samen.import_file (
  office_id    uuid not null,
  sha256       bytea not null,
  kind         text not null check (kind in ('contracts', 'statement')),
  name         text not null,
  lines        integer not null,
  accepted     integer not null,
  refused      integer not null,
  -- The rest of what was answered then, refused lines included: asked again, the same answer is given.
  report       jsonb not null default '{}',
  imported_at  timestamptz not null default now(),
  imported_by  text not null,
  primary key (office_id, kind, sha256),
  foreign key (office_id) references samen.office
);

-- What a contract's lines said when they were imported, as a hash: the same again is nothing new, something else is refused.
create table samen.imported_contract (
  office_id       uuid not null,
  contract_id     uuid not null,
  content_sha256  bytea not null,
  primary key (office_id, contract_id),
  foreign key (office_id, contract_id) references samen.contract
);

select samen.secure_office_table(t) from unnest(array[
  'samen.pack', 'samen.received_pack', 'samen.outbox', 'samen.office_right', 'samen.import_file',
  'samen.imported_contract']::regclass[]) t;
select samen.make_append_only(t) from unnest(array[
  'samen.pack', 'samen.received_pack', 'samen.import_file', 'samen.imported_contract']::regclass[]) t;

-- A signed-in person's rights in all offices: the second question answered across offices.
create policy rights_directory on samen.office_right for select to current_user using (true);
create function samen.rights_of(person text)
  returns table (office_id uuid, role text, member_id uuid)
  language sql stable security definer set search_path = samen, pg_temp
  begin atomic
    select r.office_id, r.role, r.member_id from samen.office_right r where r.user_id = person order by r.office_id, r.role;
  end;
revoke execute on function samen.rights_of(text) from public;
grant execute on function samen.rights_of(text) to samen_server;
