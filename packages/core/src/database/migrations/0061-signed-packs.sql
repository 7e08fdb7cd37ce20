-- Packs are signed, corrected ones supersede, and the group says yes (a receipt) or no (a refusal) so that both sides see it.

-- An office's own keys. The private part lies in the office's row, behind its wall: whoever closes a month, server or
-- command, signs in the transaction that closes it, and who may read it could as well rewrite what it signs. A key that
-- may have been seen is rotated.
create table samen.signing_key (
  office_id    uuid not null,
  key_no       integer not null check (key_no > 0),
  public_key   bytea not null check (length(public_key) = 32),
  private_key  bytea not null,
  -- The first pack it signs.
  from_pack    integer not null check (from_pack > 0),
  -- By the key before it; null for the first.
  announcement bytea check ((announcement is null) = (key_no = 1)),
  made_at      timestamptz not null default now(),
  primary key (office_id, key_no),
  foreign key (office_id) references samen.office
);

alter table samen.pack
  add column key_no integer,
  add column signature bytea check (length(signature) = 64),
  -- Number of the pack of the same month that this one corrects.
  add column supersedes integer,
  drop constraint pack_office_id_period_key;
create unique index pack_first_of_month on samen.pack (office_id, period) where supersedes is null;
create unique index pack_superseded_once on samen.pack (office_id, supersedes) where supersedes is not null;

alter table samen.received_pack
  add column key_no integer,
  add column signature bytea check (length(signature) = 64),
  add column supersedes integer,
  drop constraint received_pack_office_id_from_office_period_key;
create unique index received_pack_first_of_month on samen.received_pack (office_id, from_office, period)
  where supersedes is null;
create unique index received_pack_superseded_once on samen.received_pack (office_id, from_office, supersedes)
  where supersedes is not null;

-- The office's proof that the group has a pack: what the group signed.
create table samen.pack_receipt (
  office_id   uuid not null,
  pack_no     integer not null,
  receipt     jsonb not null,
  key_no      integer not null,
  signature   bytea not null check (length(signature) = 64),
  stored_at   timestamptz not null default now(),
  primary key (office_id, pack_no),
  foreign key (office_id, pack_no) references samen.pack
);

-- Rows of the group's office from here on: who belongs to it, their keys, what it refused, which months it closed.
create table samen.federation_office (
  office_id  uuid not null,
  slug       text not null check (slug ~ '^[a-z][a-z0-9-]{0,30}$'),
  name       text not null check (name <> ''),
  country    char(2) not null,
  currency   char(3) not null,
  -- On the same server, in the same database.
  hosted     boolean not null,
  -- The invitation that let it in; null for a hosted one.
  invitation uuid check (hosted = (invitation is null)),
  paired_at  timestamptz not null default now(),
  left_at    timestamptz,
  primary key (office_id, slug),
  foreign key (office_id) references samen.office
);

create table samen.federation_key (
  office_id    uuid not null,
  slug         text not null,
  key_no       integer not null check (key_no > 0),
  public_key   bytea not null check (length(public_key) = 32),
  from_pack    integer not null,
  announcement bytea check ((announcement is null) = (key_no = 1)),
  learned_at   timestamptz not null default now(),
  primary key (office_id, slug, key_no),
  foreign key (office_id, slug) references samen.federation_office
);

create table samen.federation_invitation (
  office_id     uuid not null,
  invitation_id uuid not null,
  slug          text not null,
  expires_at    timestamptz not null,
  made_by       text not null,
  made_at       timestamptz not null default now(),
  used_at       timestamptz,
  primary key (office_id, invitation_id),
  foreign key (office_id) references samen.office
);

create table samen.pack_refusal (
  office_id   uuid not null,
  from_office text not null,
  pack_no     integer not null,
  hash        bytea not null,
  problem     text not null,
  period      date not null,
  detail      text not null check (length(detail) <= 1000),
  refused_at  timestamptz not null default now(),
  primary key (office_id, from_office, pack_no, hash, problem),
  foreign key (office_id) references samen.office
);

create table samen.group_period (
  office_id uuid not null,
  period    date not null check (extract(day from period) = 1),
  closed_by text not null,
  closed_at timestamptz not null default now(),
  primary key (office_id, period),
  foreign key (office_id) references samen.office
);

-- A row of an office that runs alone: the group it joined, whose first key is pinned.
create table samen.federation_group (
  office_id     uuid not null,
  invitation_id uuid not null,
  url           text not null check (url ~ '^https?://' and length(url) <= 500),
  slug          text not null,
  name          text not null,
  public_key    bytea not null check (length(public_key) = 32),
  joined_at     timestamptz not null default now(),
  left_at       timestamptz,
  primary key (office_id, invitation_id),
  foreign key (office_id) references samen.office
);
create unique index federation_group_one on samen.federation_group (office_id) where left_at is null;

select samen.secure_office_table(t) from unnest(array[
  'samen.signing_key', 'samen.pack_receipt', 'samen.federation_office', 'samen.federation_key',
  'samen.federation_invitation', 'samen.pack_refusal', 'samen.group_period', 'samen.federation_group']::regclass[]) t;
select samen.make_append_only(t) from unnest(array[
  'samen.signing_key', 'samen.pack_receipt', 'samen.federation_key', 'samen.pack_refusal',
  'samen.group_period']::regclass[]) t;
revoke update, delete, truncate on samen.federation_office, samen.federation_invitation, samen.federation_group
  from samen_server;
grant update (name, left_at, invitation, paired_at) on samen.federation_office to samen_server;
grant update (used_at) on samen.federation_invitation to samen_server;
grant update (left_at) on samen.federation_group to samen_server;
