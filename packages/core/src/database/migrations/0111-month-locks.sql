-- Who locked, closed and reopened a month, when and why. A closed month opens again by two people only, the latest first.

create table samen.ledger_period_event (
  office_id   uuid not null,
  event_id    uuid not null,
  period      date not null check (extract(day from period) = 1),
  kind        text not null check (kind in
                ('locked', 'unlocked', 'closed', 'reopening-asked', 'reopening-withdrawn', 'reopened')),
  acted_by    text not null check (acted_by <> ''),
  reason      text not null check (length(reason) <= 300),
  -- The request that a withdrawal or a reopening answers.
  answers     uuid,
  recorded_at timestamptz not null default now(),
  primary key (office_id, event_id),
  foreign key (office_id, answers) references samen.ledger_period_event,
  check ((answers is not null) = (kind in ('reopening-withdrawn', 'reopened'))),
  check (reason <> '' or kind in ('closed', 'reopening-withdrawn', 'reopened'))
);
create unique index ledger_period_event_answered_once on samen.ledger_period_event (office_id, answers)
  where answers is not null;
create index ledger_period_event_of_month on samen.ledger_period_event (office_id, period, event_id);

create function samen.guard_ledger_period_event() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  asked samen.ledger_period_event;
begin
  if new.recorded_at <> now() then
    raise exception 'an event is recorded when it happens' using errcode = 'check_violation';
  end if;
  if new.answers is not null then
    select e.* into asked from samen.ledger_period_event e
     where e.office_id = new.office_id and e.event_id = new.answers;
    if asked.kind is distinct from 'reopening-asked' or asked.period <> new.period then
      raise exception 'only a request to reopen the same month is answered' using errcode = 'check_violation';
    end if;
    if new.kind = 'reopened' and asked.acted_by = new.acted_by then
      raise exception 'a second person reopens a month'
        using errcode = 'check_violation', constraint = 'ledger_reopened_by_second_person';
    end if;
  end if;
  return new;
end
$$;
create trigger guard_ledger_period_event after insert on samen.ledger_period_event
  for each row execute function samen.guard_ledger_period_event();

select samen.secure_office_table('samen.ledger_period_event');
select samen.make_append_only('samen.ledger_period_event');

-- As in 0002, but a closed month opens in the transaction that records its reopening, if no later month is closed.
create or replace function samen.ledger_check_period() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  earlier date;
begin
  perform pg_advisory_xact_lock(samen.ledger_lock(new.office_id, 'periods'));
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'months are closed in read committed transactions only'
      using errcode = 'feature_not_supported';
  end if;
  if tg_op = 'UPDATE' then
    if old.period <> new.period or old.office_id <> new.office_id
       or (old.state = 'closed' and not (
             new.state = 'open'
             and exists (select from samen.ledger_period_event e
                          where e.office_id = old.office_id and e.period = old.period and e.kind = 'reopened'
                            and e.recorded_at = now())
             and not exists (select from samen.ledger_period p
                              where p.office_id = old.office_id and p.period > old.period and p.state = 'closed'))) then
      raise exception 'the month % is closed', to_char(old.period, 'YYYY-MM')
        using errcode = 'check_violation', constraint = 'ledger_period_open',
              detail = to_char(old.period, 'YYYY-MM');
    end if;
  end if;
  if new.state = 'closed' then
    select min(b.month) into earlier
      from samen.ledger_balance b
     where b.office_id = new.office_id and b.month < new.period
       and not exists (select from samen.ledger_period p
                        where p.office_id = b.office_id and p.period >= b.month and p.state = 'closed');
    if earlier is not null then
      raise exception 'the month % is still open', to_char(earlier, 'YYYY-MM')
        using errcode = 'check_violation', constraint = 'ledger_periods_close_in_order',
              detail = to_char(earlier, 'YYYY-MM');
    end if;
  end if;
  return new;
end
$$;
