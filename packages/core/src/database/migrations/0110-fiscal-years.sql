-- Fiscal years that are not calendar years, and what an assembly does with a year's result.

-- From a day on: a company's first fiscal year of so many months, then years of twelve. Never changed: a new rule begins
-- and cuts the year that runs.
create table samen.fiscal_year_rule (
  office_id       uuid not null,
  legal_entity_id uuid not null,
  valid_from      date not null check (extract(day from valid_from) = 1),
  months          integer not null check (months between 1 and 24),
  reason          text not null check (length(reason) between 1 and 300),
  set_by          text not null,
  set_at          timestamptz not null,
  primary key (office_id, legal_entity_id, valid_from),
  foreign key (office_id, legal_entity_id) references samen.legal_entity
);

-- The result of a fiscal year is never posted: it is what income and expense of that year come to. What an assembly moves
-- from it to the reserves (or, a loss, from the reserves to it) is: proposed by one person, approved by another.
create table samen.appropriation (
  office_id        uuid not null,
  appropriation_id uuid not null,
  legal_entity_id  uuid not null,
  -- The fiscal year the assembly decided on.
  year_from        date not null,
  year_to          date not null check (year_to > year_from),
  currency         char(3) not null,
  -- Minor units to the reserves; negative: taken from the reserves to cover a loss.
  to_reserves      bigint not null check (to_reserves <> 0),
  decided_on       date not null check (decided_on > year_to),
  minutes          text not null check (length(minutes) between 1 and 300),
  state            text not null default 'proposed' check (state in ('proposed', 'approved', 'withdrawn')),
  proposed_by      text not null,
  proposed_at      timestamptz not null,
  approved_by      text,
  approved_at      timestamptz,
  effective_on     date,
  primary key (office_id, appropriation_id),
  foreign key (office_id, legal_entity_id) references samen.legal_entity,
  constraint appropriation_second_person check (approved_by is null or approved_by <> proposed_by),
  check ((state = 'approved') = (approved_by is not null)),
  check ((state = 'approved') = (effective_on is not null))
);
-- An assembly decides on a year once; a withdrawn proposal makes room for another.
create unique index appropriation_once on samen.appropriation (office_id, legal_entity_id, year_to)
  where state <> 'withdrawn';

create function samen.guard_appropriation() returns trigger language plpgsql as $$
begin
  if old.state <> 'proposed' then
    raise exception 'a decided appropriation is never changed' using errcode = 'restrict_violation';
  end if;
  if (to_jsonb(new) - '{state,approved_by,approved_at,effective_on}'::text[])
     <> (to_jsonb(old) - '{state,approved_by,approved_at,effective_on}'::text[]) then
    raise exception 'the terms of an appropriation are never changed; withdraw it and propose another'
      using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger guard_appropriation before update on samen.appropriation
  for each row execute function samen.guard_appropriation();

select samen.secure_office_table(t)
  from unnest(array['samen.fiscal_year_rule', 'samen.appropriation']::regclass[]) t;
select samen.make_append_only('samen.fiscal_year_rule');
revoke delete, truncate on samen.appropriation from samen_server;
