-- A month the group closed is opened again when two people of the group say so; the closing itself is never unsaid.

create table samen.group_reopening (
  office_id           uuid not null,
  group_reopening_id  uuid not null,
  -- This month and every later one that was closed is open again.
  period              date not null check (extract(day from period) = 1),
  reason              text not null check (length(reason) between 1 and 300),
  state               text not null default 'asked' check (state in ('asked', 'confirmed', 'withdrawn')),
  asked_by            text not null,
  asked_at            timestamptz not null,
  decided_by          text,
  decided_at          timestamptz,
  -- The last month closed again since; months from `period` to here are closed as before.
  closed_through      date check (closed_through >= period),
  primary key (office_id, group_reopening_id),
  foreign key (office_id) references samen.office,
  constraint group_reopening_second_person check (state <> 'confirmed' or decided_by <> asked_by),
  check ((state = 'asked') = (decided_by is null)),
  check ((decided_by is null) = (decided_at is null)),
  check (closed_through is null or state = 'confirmed')
);
create unique index group_reopening_asked_once on samen.group_reopening (office_id) where state = 'asked';

create function samen.guard_group_reopening() returns trigger language plpgsql as $$
begin
  if old.state = 'withdrawn' or (old.state = 'confirmed' and
       ((to_jsonb(new) - 'closed_through') <> (to_jsonb(old) - 'closed_through')
         or new.closed_through is null or new.closed_through < old.closed_through)) then
    raise exception 'a decided reopening is never changed' using errcode = 'restrict_violation';
  end if;
  if (to_jsonb(new) - '{state,decided_by,decided_at,closed_through}'::text[])
     <> (to_jsonb(old) - '{state,decided_by,decided_at,closed_through}'::text[]) then
    raise exception 'what was asked is never changed; withdraw it and ask anew' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger guard_group_reopening before update on samen.group_reopening
  for each row execute function samen.guard_group_reopening();

select samen.secure_office_table('samen.group_reopening');
revoke delete, truncate on samen.group_reopening from samen_server;
