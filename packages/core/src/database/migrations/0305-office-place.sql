-- Where an office works: it moved away from this server, stayed after all, arrived by a restored archive, or was wound up and works
-- nowhere. Nothing written means that it was opened here and works here.
create table samen.office_place (
  office_id uuid not null,
  place_no  int not null check (place_no > 0),
  kind      text not null check (kind in ('moved', 'stayed', 'arrived', 'wound-up')),
  at        timestamptz not null,
  by        text not null check (length(by) between 1 and 200),
  reason    text not null check (length(reason) between 1 and 500),
  primary key (office_id, place_no)
);
select samen.secure_office_table('samen.office_place');
select samen.make_append_only('samen.office_place');

-- What was said last; null in an office that was opened here and works here.
create function samen.office_place_of(office uuid) returns text
  language sql volatile set search_path = samen, pg_catalog, pg_temp
  return (select kind from samen.office_place where office_id = office order by place_no desc limit 1);

-- Begins a transaction in an office. All who work in it share a lock; who moves it holds it alone, and waits for the others to
-- end. Where the office has moved away or was wound up, the transaction can only read: whatever would write is refused by the database.
-- `volatile`, so that the state is read after the lock was got, not as it was when the waiting began.
create function samen.enter_office(office uuid, alone boolean) returns void
  language plpgsql volatile set search_path = samen, pg_catalog, pg_temp as $$
begin
  perform set_config('samen.office_id', office::text, true);
  if alone then
    perform set_config('lock_timeout', '60s', true);
    perform pg_advisory_xact_lock(samen.ledger_lock(office, 'place'));
  else
    perform pg_advisory_xact_lock_shared(samen.ledger_lock(office, 'place'));
    if samen.office_place_of(office) in ('moved', 'wound-up') then
      perform set_config('transaction_read_only', 'on', true);
    end if;
  end if;
end
$$;
revoke execute on function samen.enter_office(uuid, boolean), samen.office_place_of(uuid) from public;
grant execute on function samen.enter_office(uuid, boolean), samen.office_place_of(uuid) to samen_server;
