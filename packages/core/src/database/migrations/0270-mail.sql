-- E-mail that leaves an office. The table is its own outbox: a message is written in the transaction that decided it, sent by a
-- job, at most twice (a second time only where nobody knows whether the first arrived), and never lost.

-- Who the office's mail comes from. A new version begins, none is changed; the server's address and password stand nowhere here.
create table samen.mail_setting (
  office_id     uuid not null,
  version       integer not null check (version > 0),
  from_name     text not null check (length(from_name) between 1 and 100),
  from_address  text not null check (length(from_address) between 3 and 254),
  reply_to      text check (length(reply_to) between 3 and 254),
  signature     text not null check (length(signature) <= 1000),
  per_minute    integer not null check (per_minute between 1 and 600),
  set_by        text not null,
  set_at        timestamptz not null,
  primary key (office_id, version),
  foreign key (office_id) references samen.office
);

create table samen.mail (
  office_id       uuid not null,
  mail_id         uuid not null,
  kind            text not null check (kind in ('test', 'invoice', 'quote', 'dunning', 'password', 'invitation',
                                                'wage-paid', 'wage-returned')),
  -- What it is about: of a kind one message, and further copies only where a person asks for them.
  about           text not null check (length(about) between 1 and 100),
  copy            integer not null check (copy between 1 and 20),
  -- Null: no address is known, somebody hands it over.
  recipient       text check (length(recipient) between 3 and 254),
  recipient_name  text not null check (length(recipient_name) <= 200),
  language        text not null check (language ~ '^[a-z]{2}$'),
  -- What fills the text. No token and no amount: links are made from the message's id when it is written.
  fields          jsonb not null check (length(fields::text) <= 4000),
  state           text not null check (state in ('queued', 'sent', 'failed', 'unclear', 'handed-over', 'bounced')),
  attempts        integer not null default 0 check (attempts >= 0),
  -- Attempts of which nobody knows whether the message was taken: after two nobody sends it any more.
  unsettled       integer not null default 0 check (unsettled between 0 and 2),
  due_at          timestamptz not null,
  -- The last attempt began; until `claimed_until` no other server begins one.
  claimed_at      timestamptz,
  claimed_until   timestamptz,
  expires_at      timestamptz not null,
  detail          text check (length(detail) <= 1000),
  queued_by       text not null,
  queued_at       timestamptz not null,
  changed_by      text not null,
  changed_at      timestamptz not null,
  primary key (office_id, mail_id),
  unique (office_id, kind, about, copy)
);
create index mail_due on samen.mail (office_id, due_at, mail_id) where state = 'queued';
create index mail_state on samen.mail (office_id, state, mail_id);
create index mail_claimed on samen.mail (office_id, claimed_at) where claimed_at is not null;

create function samen.guard_mail() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - '{state,attempts,unsettled,due_at,claimed_at,claimed_until,detail,changed_by,changed_at}'::text[])
     <> (to_jsonb(old) - '{state,attempts,unsettled,due_at,claimed_at,claimed_until,detail,changed_by,changed_at}'::text[]) then
    raise exception 'what a message says and to whom is never changed' using errcode = 'restrict_violation';
  end if;
  if new.state = 'queued' and old.state <> 'queued' then
    raise exception 'a message is sent again as a copy of its own' using errcode = 'restrict_violation';
  end if;
  return null;
end
$$;
create trigger guard_mail after update on samen.mail for each row execute function samen.guard_mail();

select samen.secure_office_table(t) from unnest(array['samen.mail_setting', 'samen.mail']::regclass[]) t;
select samen.make_append_only('samen.mail_setting');
revoke delete, truncate on samen.mail from samen_server;
