-- What a member brought along from another office, as that office signed it: to be read, never to be worked with.

create table samen.member_history (
  office_id      uuid not null,
  member_id      uuid not null,
  -- SHA-256 of the document: the same one is kept once.
  sha256         bytea not null check (length(sha256) = 32),
  from_office    text not null check (from_office ~ '^[a-z][a-z0-9-]{0,30}$'),
  written_on     date not null,
  document       jsonb not null,
  kept_by        text not null,
  kept_at        timestamptz not null default now(),
  primary key (office_id, member_id, sha256),
  foreign key (office_id, member_id) references samen.member
);

select samen.secure_office_table('samen.member_history'), samen.make_append_only('samen.member_history');
