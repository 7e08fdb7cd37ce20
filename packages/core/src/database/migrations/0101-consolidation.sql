-- What the group's office itself writes down, by which packs become its figures. All rows are the group office's own; amounts
-- are minor units of its currency. Dated rows are never changed: a later revision of the same day stands instead.

create table samen.group_holding (
  office_id           uuid not null,
  -- Slug of the office held, which may be on another server.
  held_office         text not null check (held_office ~ '^[a-z][a-z0-9-]{0,30}$'),
  valid_from          date not null check (extract(day from valid_from) = 1),
  revision            integer not null check (revision > 0),
  method              text not null check (method in ('full', 'proportionate', 'equity')),
  -- An exact fraction: a third is 1/3.
  share_numerator     bigint not null check (share_numerator > 0),
  share_denominator   bigint not null check (share_denominator between 1 and 1000000000),
  -- On the day of joining; null where nobody stated them.
  acquired_net_assets bigint,
  written_by          text not null,
  written_at          timestamptz not null,
  primary key (office_id, held_office, valid_from, revision),
  foreign key (office_id) references samen.office,
  check (share_numerator <= share_denominator)
);

-- How far two offices may be apart before somebody must explain it.
create table samen.group_tolerance (
  office_id   uuid not null,
  valid_from  date not null check (extract(day from valid_from) = 1),
  revision    integer not null check (revision > 0),
  amount      bigint not null check (amount >= 0),
  written_by  text not null,
  written_at  timestamptz not null,
  primary key (office_id, valid_from, revision),
  foreign key (office_id) references samen.office
);

-- The seller's margin in what a buyer within the group still holds, from a month on.
create table samen.group_margin (
  office_id      uuid not null,
  seller         text not null check (seller ~ '^[a-z][a-z0-9-]{0,30}$'),
  buyer          text not null check (buyer ~ '^[a-z][a-z0-9-]{0,30}$' and buyer <> seller),
  group_account  text not null,
  valid_from     date not null check (extract(day from valid_from) = 1),
  revision       integer not null check (revision > 0),
  amount         bigint not null,
  reason         text not null check (length(reason) between 1 and 300),
  written_by     text not null,
  written_at     timestamptz not null,
  primary key (office_id, seller, buyer, group_account, valid_from, revision),
  foreign key (office_id) references samen.office
);

create function samen.sum_of(amounts bigint[]) returns numeric language sql immutable parallel safe
  begin atomic
    select coalesce(sum(amount), 0) from unnest(amounts) amount;
  end;

-- An entry of the group's own: proposed by one person, approved by another.
create table samen.group_adjustment (
  office_id            uuid not null,
  group_adjustment_id  uuid not null,
  period               date not null check (extract(day from period) = 1),
  -- The month that takes it back; null when it stands.
  reversed_in          date check (extract(day from reversed_in) = 1 and reversed_in > period),
  title                text not null check (length(title) between 1 and 200),
  reason               text not null check (length(reason) between 1 and 1000),
  group_accounts       text[] not null check (cardinality(group_accounts) between 2 and 50),
  amounts              bigint[] not null check (cardinality(amounts) = cardinality(group_accounts)
                         and 0 <> all (amounts) and samen.sum_of(amounts) = 0),
  state                text not null default 'proposed' check (state in ('proposed', 'approved', 'withdrawn')),
  proposed_by          text not null,
  proposed_at          timestamptz not null,
  decided_by           text,
  decided_at           timestamptz,
  primary key (office_id, group_adjustment_id),
  foreign key (office_id) references samen.office,
  constraint group_adjustment_second_person check (state <> 'approved' or decided_by <> proposed_by),
  check ((state = 'proposed') = (decided_by is null)),
  check ((decided_by is null) = (decided_at is null))
);

create function samen.guard_group_adjustment() returns trigger language plpgsql as $$
begin
  if old.state <> 'proposed' then
    raise exception 'a decided adjustment is never changed' using errcode = 'restrict_violation';
  end if;
  if (to_jsonb(new) - '{state,decided_by,decided_at}'::text[])
     <> (to_jsonb(old) - '{state,decided_by,decided_at}'::text[]) then
    raise exception 'the entry of an adjustment is never changed; withdraw it and propose another'
      using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger guard_group_adjustment before update on samen.group_adjustment
  for each row execute function samen.guard_group_adjustment();

-- What the group plans for an office, an account of its chart and a month.
create table samen.group_budget (
  office_id      uuid not null,
  for_office     text not null check (for_office ~ '^[a-z][a-z0-9-]{0,30}$'),
  group_account  text not null,
  period         date not null check (extract(day from period) = 1),
  revision       integer not null check (revision > 0),
  amount         bigint not null,
  written_by     text not null,
  written_at     timestamptz not null,
  primary key (office_id, for_office, group_account, period, revision),
  foreign key (office_id) references samen.office
);
create index group_budget_period on samen.group_budget (office_id, period);

-- The figures of a month as they were when the group closed it, to be read beside what a corrected pack makes of them.
create table samen.group_closed_figures (
  office_id  uuid not null,
  period     date not null check (extract(day from period) = 1),
  figures    jsonb not null,
  primary key (office_id, period),
  foreign key (office_id, period) references samen.group_period
);

select samen.secure_office_table(t) from unnest(array['samen.group_holding', 'samen.group_tolerance',
  'samen.group_margin', 'samen.group_adjustment', 'samen.group_budget', 'samen.group_closed_figures']::regclass[]) t;
select samen.make_append_only(t) from unnest(array['samen.group_holding', 'samen.group_tolerance',
  'samen.group_margin', 'samen.group_budget', 'samen.group_closed_figures']::regclass[]) t;
revoke delete, truncate on samen.group_adjustment from samen_server;
