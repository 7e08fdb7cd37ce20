-- A wage that the bank could not deliver comes back: it is owed again, and paid again once.

alter table samen.bank_match
  -- 1 the first payment of a payslip, 2 the one after it came back …
  add column attempt integer not null default 1 check (attempt between 1 and 9),
  -- The payment came back by this transaction.
  add column is_return boolean not null default false check (not is_return or payslip_id is not null);
drop index samen.bank_match_payslip;
-- Each payment leaves the bank once, and comes back at most once.
create unique index bank_match_payment on samen.bank_match (office_id, payslip_id, attempt, is_return)
  where payslip_id is not null;
create index bank_match_return on samen.bank_match (office_id, matched_at) where is_return;

alter table samen.payment
  add column attempt integer not null default 1 check (attempt between 1 and 9),
  drop constraint payment_pkey,
  add primary key (office_id, payslip_id, attempt);

alter table samen.payment_file
  -- Pays again what came back, and not a run.
  add column repeats boolean not null default false,
  drop constraint payment_file_office_id_pay_run_id_legal_entity_id_key;
create unique index payment_file_run on samen.payment_file (office_id, pay_run_id, legal_entity_id) where not repeats;

-- A payment to be made again: proposed by one person with the account it goes to, released by another.
create table samen.payment_repeat (
  office_id     uuid not null,
  payslip_id    uuid not null,
  attempt       integer not null check (attempt between 2 and 9),
  iban          text not null,
  state         text not null default 'proposed' check (state in ('proposed', 'released')),
  proposed_by   text not null,
  proposed_at   timestamptz not null,
  released_by   text,
  released_at   timestamptz,
  primary key (office_id, payslip_id, attempt),
  foreign key (office_id, payslip_id) references samen.payslip,
  constraint payment_repeat_second_person check (released_by is null or released_by <> proposed_by),
  check ((state = 'released') = (released_by is not null)),
  check ((state = 'released') = (released_at is not null))
);

create function samen.guard_payment_repeat() returns trigger language plpgsql as $$
begin
  if old.state = 'released' then
    raise exception 'a released payment is never changed' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger guard_payment_repeat before update on samen.payment_repeat
  for each row execute function samen.guard_payment_repeat();

select samen.secure_office_table('samen.payment_repeat');
revoke delete, truncate on samen.payment_repeat from samen_server;
