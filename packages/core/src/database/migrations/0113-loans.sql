-- What an activity borrows: from the office, or from a fund. What is lent, paid back and earned stands in the ledger by subject
-- (the loan's id); these rows say why.

create table samen.activity_loan (
  office_id       uuid not null,
  loan_id         uuid not null,
  activity_id     uuid not null,
  legal_entity_id uuid not null,
  -- Null: the office itself.
  fund_id         uuid,
  currency        char(3) not null,
  principal       bigint not null check (principal > 0),
  -- Monthly instalments, the first due on a day, the others on the same day of the months after.
  first_due_on    date not null check (extract(day from first_due_on) <= 28),
  instalments     integer not null check (instalments between 1 and 240),
  purpose         text not null check (length(purpose) between 1 and 300),
  state           text not null default 'proposed' check (state in ('proposed', 'lent', 'withdrawn')),
  proposed_by     text not null,
  proposed_at     timestamptz not null,
  approved_by     text,
  lent_on         date,
  primary key (office_id, loan_id),
  foreign key (office_id, activity_id) references samen.activity,
  foreign key (office_id, legal_entity_id) references samen.legal_entity,
  foreign key (office_id, fund_id) references samen.fund,
  constraint activity_loan_second_person check (approved_by is null or approved_by <> proposed_by),
  check ((state = 'lent') = (approved_by is not null)),
  check ((state = 'lent') = (lent_on is not null)),
  check (lent_on is null or first_due_on > lent_on)
);
create index activity_loan_activity on samen.activity_loan (office_id, activity_id, loan_id);

-- The rate a year from a day on; never changed: a new one begins.
create table samen.activity_loan_rate (
  office_id        uuid not null,
  loan_id          uuid not null,
  valid_from       date not null,
  rate_numerator   bigint not null check (rate_numerator >= 0),
  rate_denominator bigint not null check (rate_denominator > 0 and rate_numerator <= rate_denominator),
  set_by           text not null,
  primary key (office_id, loan_id, valid_from),
  foreign key (office_id, loan_id) references samen.activity_loan
);

create table samen.activity_loan_payment (
  office_id  uuid not null,
  loan_id    uuid not null,
  payment_no integer not null check (payment_no >= 1),
  -- Which instalment it was; null for what was paid back early.
  instalment integer check (instalment >= 1),
  -- What the caller named an early payment, so that the same is not taken twice.
  request_id uuid check ((request_id is null) = (instalment is not null)),
  paid_on    date not null,
  principal  bigint not null check (principal >= 0),
  interest   bigint not null check (interest >= 0),
  primary key (office_id, loan_id, payment_no),
  unique (office_id, loan_id, instalment),
  unique (office_id, loan_id, request_id),
  foreign key (office_id, loan_id) references samen.activity_loan,
  check (principal + interest > 0 or instalment is not null)
);

create function samen.guard_activity_loan() returns trigger language plpgsql as $$
begin
  if old.state <> 'proposed' then
    raise exception 'a loan that was lent or withdrawn is never changed' using errcode = 'restrict_violation';
  end if;
  if (to_jsonb(new) - '{state,approved_by,lent_on}'::text[]) <> (to_jsonb(old) - '{state,approved_by,lent_on}'::text[]) then
    raise exception 'the terms of a loan are never changed; withdraw it and propose another'
      using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger guard_activity_loan before update on samen.activity_loan
  for each row execute function samen.guard_activity_loan();

-- What a fund lends to an activity is advanced too, and comes back as repayment.
alter table samen.fund_movement add column loan_id uuid;
do $$
declare
  name text;
begin
  select conname into strict name from pg_constraint
   where conrelid = 'samen.fund_movement'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%advance_id%';
  execute format('alter table samen.fund_movement drop constraint %I', name);
end
$$;
alter table samen.fund_movement add constraint fund_movement_names_what_was_lent
  check (kind not in ('advance', 'repayment') or num_nonnulls(advance_id, loan_id) = 1);

select samen.secure_office_table(t) from unnest(array[
  'samen.activity_loan', 'samen.activity_loan_rate', 'samen.activity_loan_payment']::regclass[]) t;
select samen.make_append_only(t) from unnest(array[
  'samen.activity_loan_rate', 'samen.activity_loan_payment']::regclass[]) t;
revoke delete, truncate on samen.activity_loan from samen_server;
