-- An office is wound up by its assembly's decision: written down by one person, confirmed by another. From then on no job goes on
-- after its last day.
create table samen.wind_up_step (
  office_id  uuid not null,
  step_no    int not null check (step_no > 0),
  kind       text not null check (kind in ('proposed', 'confirmed', 'withdrawn', 'finished')),
  at         timestamptz not null,
  by         text not null check (length(by) between 1 and 200),
  decided_on date,
  ends_on    date,
  minutes    text check (length(minutes) between 1 and 500),
  primary key (office_id, step_no),
  check ((kind = 'proposed') = (decided_on is not null and ends_on is not null and minutes is not null)),
  check (ends_on >= decided_on)
);
select samen.secure_office_table('samen.wind_up_step');
select samen.make_append_only('samen.wind_up_step');

-- The last day of an office whose winding up is confirmed; null where none is.
create function samen.last_day_of_office(office uuid) returns date
  language sql stable set search_path = samen, pg_catalog, pg_temp
  return (select case when last.kind in ('confirmed', 'finished') then proposed.ends_on end
            from (select kind from samen.wind_up_step where office_id = office order by step_no desc limit 1) last,
                 (select ends_on from samen.wind_up_step where office_id = office and kind = 'proposed'
                   order by step_no desc limit 1) proposed);
revoke execute on function samen.last_day_of_office(uuid) from public;
grant execute on function samen.last_day_of_office(uuid) to samen_server;

-- After triggers, so that row-level security speaks first.
create function samen.refuse_after_the_end() returns trigger
  language plpgsql set search_path = samen, pg_catalog, pg_temp as $$
declare
  last_day constant date := samen.last_day_of_office(samen.current_office());
begin
  if last_day is not null and exists (
    select from written where ends_on > last_day and state <> 'cancelled') then
    raise exception 'The office is being wound up: its last day is %, and no job goes on after it.', last_day
      using errcode = 'SW001';
  end if;
  return null;
end
$$;
create trigger not_after_the_end_new after insert on samen.contract referencing new table as written
  for each statement execute function samen.refuse_after_the_end();
create trigger not_after_the_end_changed after update on samen.contract referencing new table as written
  for each statement execute function samen.refuse_after_the_end();
