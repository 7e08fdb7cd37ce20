-- How much a member agrees alone, and the quotes above it that wait for the office.

-- From a day on; null: no ceiling of that kind. Never changed: a new one begins, and of the same day the later one counts.
create table samen.validation_ceiling (
  office_id     uuid not null,
  ceiling_id    uuid not null,
  member_id     uuid not null,
  valid_from    date not null,
  per_contract  bigint check (per_contract >= 0),
  per_month     bigint check (per_month >= 0),
  set_by        text not null,
  set_at        timestamptz not null,
  primary key (office_id, ceiling_id),
  foreign key (office_id, member_id) references samen.member
);
create index validation_ceiling_member on samen.validation_ceiling (office_id, member_id, valid_from, ceiling_id);

create table samen.contract_validation (
  office_id       uuid not null,
  contract_id     uuid not null,
  validation_no   integer not null check (validation_no > 0),
  member_id       uuid not null,
  -- Of the quote: a revised one is asked about anew.
  version         integer not null,
  -- What the contract comes to at most, with every option: approved is this and no more.
  worth           bigint not null check (worth > 0),
  why             text not null check (why in ('per-contract', 'per-month')),
  -- The ceiling it is above.
  ceiling         bigint not null,
  asked_at        timestamptz not null,
  state           text not null default 'waiting' check (state in ('waiting', 'approved', 'rejected', 'superseded')),
  decided_by      text,
  decided_at      timestamptz,
  reason          text check (length(reason) between 1 and 300),
  primary key (office_id, contract_id, validation_no),
  check ((state = 'waiting') = (decided_at is null)),
  check (state <> 'rejected' or reason is not null),
  foreign key (office_id, contract_id) references samen.contract,
  foreign key (office_id, member_id) references samen.member
);
create unique index contract_validation_waiting on samen.contract_validation (office_id, contract_id) where state = 'waiting';
create index contract_validation_queue on samen.contract_validation (office_id, asked_at) where state = 'waiting';

create function samen.guard_contract_validation() returns trigger language plpgsql as $$
begin
  if old.state <> 'waiting' then
    raise exception 'a decided validation is never changed' using errcode = 'restrict_violation';
  end if;
  if (to_jsonb(new) - '{state,decided_by,decided_at,reason}'::text[])
     <> (to_jsonb(old) - '{state,decided_by,decided_at,reason}'::text[]) then
    raise exception 'what is asked is never changed; ask anew' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger guard_contract_validation before update on samen.contract_validation
  for each row execute function samen.guard_contract_validation();

select samen.secure_office_table(t) from unnest(array['samen.validation_ceiling', 'samen.contract_validation']::regclass[]) t;
select samen.make_append_only('samen.validation_ceiling');
revoke delete, truncate on samen.contract_validation from samen_server;
