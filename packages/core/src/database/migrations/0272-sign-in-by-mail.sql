-- A password chosen by a link that was mailed, and news that a member does not want.

-- Somebody asked for a new password. Whether anybody has that address is found out later, by a job, so that no answer tells.
create table auth.password_request (
  email     text primary key check (length(email) <= 254 and email = lower(email)),
  asked_at  timestamptz not null
);

-- A link by which one person chooses a password, once. The token itself stands nowhere.
create table auth.password_link (
  token_hash  bytea primary key check (length(token_hash) = 32),
  person_id   text not null references auth.person on delete cascade,
  made_at     timestamptz not null,
  expires_at  timestamptz not null,
  used_at     timestamptz
);
create index password_link_person on auth.password_link (person_id, made_at);

grant select, insert, delete on auth.password_request to samen_server;
grant select, insert, update, delete on auth.password_link to samen_server;

create table samen.mail_choice (
  office_id  uuid not null,
  member_id  uuid not null,
  kind       text not null check (kind in ('wage-paid')),
  wanted     boolean not null,
  set_at     timestamptz not null,
  primary key (office_id, member_id, kind),
  foreign key (office_id, member_id) references samen.member
);
select samen.secure_office_table('samen.mail_choice');

create index bank_match_wage on samen.bank_match (office_id, matched_at) where payslip_id is not null;
