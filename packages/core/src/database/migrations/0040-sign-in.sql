-- Who can sign in. These tables know no office: a person may have rights in several, which samen.office_right says.
-- Written by the sign-in library (better-auth) through the server's role, which owns them as little as any other.

create schema auth;
grant usage on schema auth to samen_server;

create table auth.person (
  id             text primary key,
  name           text not null check (length(name) between 1 and 200),
  email          text not null check (length(email) <= 254 and email = lower(email)),
  email_verified boolean not null default false,
  image          text,
  created_at     timestamptz not null default now(),
  updated_at     timestamptz not null default now(),
  unique (email)
);

create table auth.session (
  id         text primary key,
  person_id  text not null references auth.person on delete cascade,
  token      text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index session_person on auth.session (person_id);
create index session_expiry on auth.session (expires_at);

-- A way to prove who one is: a password, or an account elsewhere.
create table auth.credential (
  id                       text primary key,
  person_id                text not null references auth.person on delete cascade,
  account_id               text not null,
  provider_id              text not null,
  access_token             text,
  refresh_token            text,
  id_token                 text,
  access_token_expires_at  timestamptz,
  refresh_token_expires_at timestamptz,
  scope                    text,
  password                 text,
  created_at               timestamptz not null default now(),
  updated_at               timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index credential_person on auth.credential (person_id);

create table auth.verification (
  id         text primary key,
  identifier text not null,
  value      text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verification_identifier on auth.verification (identifier);

grant select, insert, update, delete on auth.person, auth.session, auth.credential, auth.verification to samen_server;
