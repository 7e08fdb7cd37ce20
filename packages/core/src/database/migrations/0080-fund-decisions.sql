-- What an assembly decides about the shared funds: how full each should be, and what moves from one to another.

-- From a day on: each fund's floor and cap (minor units available; null: none) and whose turn comes first (1 before 2).
-- Never changed: a new one begins.
create table samen.fund_bounds_rule (
  office_id   uuid not null,
  currency    char(3) not null,
  valid_from  date not null,
  fund_ids    uuid[] not null check (cardinality(fund_ids) between 1 and 20),
  floors      bigint[] not null check (cardinality(floors) = cardinality(fund_ids) and 0 <= all (floors)),
  caps        bigint[] not null check (cardinality(caps) = cardinality(fund_ids)),
  priorities  integer[] not null check (cardinality(priorities) = cardinality(fund_ids) and 0 < all (priorities)),
  primary key (office_id, currency, valid_from)
);

-- Money an assembly moves between funds: proposed by one person, approved by another, and posted with the approval.
create table samen.fund_transfer (
  office_id        uuid not null,
  fund_transfer_id uuid not null,
  legal_entity_id  uuid not null,
  from_fund_id     uuid not null,
  to_fund_id       uuid not null check (to_fund_id <> from_fund_id),
  currency         char(3) not null,
  amount           bigint not null check (amount > 0),
  -- The assembly's day, and where its minutes say so.
  decided_on       date not null,
  minutes          text not null check (length(minutes) between 1 and 300),
  state            text not null default 'proposed' check (state in ('proposed', 'approved', 'withdrawn')),
  proposed_by      text not null,
  proposed_at      timestamptz not null,
  approved_by      text,
  approved_at      timestamptz,
  -- The day it belongs to in the books.
  effective_on     date,
  primary key (office_id, fund_transfer_id),
  foreign key (office_id, from_fund_id) references samen.fund,
  foreign key (office_id, to_fund_id) references samen.fund,
  foreign key (office_id, legal_entity_id) references samen.legal_entity,
  constraint fund_transfer_second_person check (approved_by is null or approved_by <> proposed_by),
  check ((state = 'approved') = (approved_by is not null)),
  check ((state = 'approved') = (effective_on is not null)),
  check (effective_on is null or effective_on >= decided_on)
);
create index fund_transfer_state on samen.fund_transfer (office_id, state, decided_on);

create function samen.guard_fund_transfer() returns trigger language plpgsql as $$
begin
  if old.state <> 'proposed' then
    raise exception 'a decided transfer is never changed' using errcode = 'restrict_violation';
  end if;
  if (to_jsonb(new) - '{state,approved_by,approved_at,effective_on}'::text[])
     <> (to_jsonb(old) - '{state,approved_by,approved_at,effective_on}'::text[]) then
    raise exception 'the terms of a transfer are never changed; withdraw it and propose another'
      using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger guard_fund_transfer before update on samen.fund_transfer
  for each row execute function samen.guard_fund_transfer();

select samen.secure_office_table(t) from unnest(array['samen.fund_bounds_rule', 'samen.fund_transfer']::regclass[]) t;
select samen.make_append_only('samen.fund_bounds_rule');
revoke delete, truncate on samen.fund_transfer from samen_server;
