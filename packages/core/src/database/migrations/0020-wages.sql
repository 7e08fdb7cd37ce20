-- From computed payslips to paid wages, and from the bank's statement to settled invoices.

create table samen.pay_run (
  office_id     uuid not null,
  pay_run_id    uuid not null,
  due_on        date not null,
  -- The day the bank moves the money: the first TARGET day from the due day on.
  paid_on       date not null check (paid_on >= due_on),
  -- 1, 2 … for several runs of one day.
  run_no        integer not null check (run_no > 0),
  state         text not null check (state in ('computed', 'approved', 'posted', 'discarded')),
  payslips      integer not null default 0,
  gross         bigint not null default 0,
  net           bigint not null default 0,
  employer_cost bigint not null default 0,
  -- What the guarantee fund advances for the run's payslips, as decided when it was computed.
  advance       bigint not null default 0,
  -- Payslips whose promised day had passed when the run was computed; jobs whose day has not come yet.
  late          integer not null default 0,
  waiting       integer not null default 0,
  -- Jobs that could not be paid with this run, each with its reason.
  left_out      jsonb not null default '[]',
  prepared_by   text not null,
  prepared_at   timestamptz not null default now(),
  approved_by   text,
  approved_at   timestamptz,
  posted_at     timestamptz,
  primary key (office_id, pay_run_id),
  unique (office_id, due_on, run_no),
  constraint second_person_approves check (approved_by is null or approved_by <> prepared_by),
  check ((state in ('approved', 'posted')) = (approved_by is not null)),
  check ((state = 'posted') = (posted_at is not null)),
  foreign key (office_id) references samen.office
);
-- One run is on the table at a time: each payslip starts from the worker's latest totals, which an open run would hide.
create unique index pay_run_open on samen.pay_run (office_id) where state in ('computed', 'approved');

create table samen.payslip (
  office_id               uuid not null,
  payslip_id              uuid not null,
  pay_run_id              uuid not null,
  -- The employer: running totals are kept per worker and employer.
  legal_entity_id         uuid not null,
  engagement_id           uuid not null,
  contract_id             uuid not null,
  activity_id             uuid not null,
  member_id               uuid not null,
  period_from             date not null,
  period_to               date not null,
  paid_on                 date not null,
  currency                char(3) not null,
  fee                     bigint not null,
  levy                    bigint not null,
  budget                  bigint not null,
  gross                   bigint not null,
  employee_contributions  bigint not null,
  taxable                 bigint not null,
  wage_tax                bigint not null,
  net                     bigint not null check (net >= 0),
  employer_contributions  bigint not null,
  employer_cost           bigint not null,
  mutualised              bigint not null,
  -- Minor units owed to each authority for both sides, reductions for the mutual account taken off.
  owed                    jsonb not null,
  -- The guarantee fund's part of the employer cost, decided when the run was computed.
  advance                 bigint not null default 0 check (advance >= 0),
  situation               jsonb not null,
  detail                  jsonb not null,
  -- Running totals after this payslip; the worker's next situation starts from them.
  to_date                 jsonb not null,
  plugin_version          text not null,
  primary key (office_id, payslip_id),
  -- One wage per engagement and month, ever: the last guard against paying twice.
  unique (office_id, engagement_id, period_from),
  check (net = gross - employee_contributions - wage_tax),
  check (employer_cost = gross + employer_contributions),
  -- Deferred: payslips are written while they are computed, and the run's sums are known when the last one is.
  foreign key (office_id, pay_run_id) references samen.pay_run deferrable initially deferred
);
create index payslip_run on samen.payslip (office_id, pay_run_id);
create index payslip_member on samen.payslip (office_id, member_id, legal_entity_id, payslip_id);
create index payslip_contract on samen.payslip (office_id, contract_id);

create table samen.payment_file (
  office_id        uuid not null,
  payment_file_id  uuid not null,
  pay_run_id       uuid not null,
  message_id       text not null,
  legal_entity_id  uuid not null,
  content          text not null,
  sha256           bytea not null,
  payments         integer not null,
  total            bigint not null,
  created_at       timestamptz not null default now(),
  primary key (office_id, payment_file_id),
  unique (office_id, message_id),
  unique (office_id, pay_run_id, legal_entity_id),
  foreign key (office_id, pay_run_id) references samen.pay_run
);

create table samen.payment (
  office_id        uuid not null,
  payslip_id       uuid not null,
  payment_file_id  uuid not null,
  -- What the bank carries through and reports back.
  end_to_end_id    text not null,
  iban             text not null,
  name             text not null,
  amount           bigint not null check (amount > 0),
  currency         char(3) not null,
  primary key (office_id, payslip_id),
  unique (office_id, end_to_end_id),
  foreign key (office_id, payment_file_id) references samen.payment_file
);

create table samen.bank_statement (
  office_id          uuid not null,
  bank_statement_id  uuid not null,
  legal_entity_id    uuid not null,
  iban               text not null,
  -- The bank's own identification of the statement; makes the import repeatable.
  statement_ref      text not null,
  from_on            date,
  to_on              date not null,
  currency           char(3) not null,
  opening            bigint not null,
  closing            bigint not null,
  imported_at        timestamptz not null default now(),
  imported_by        text not null,
  primary key (office_id, bank_statement_id),
  unique (office_id, iban, statement_ref),
  foreign key (office_id, legal_entity_id) references samen.legal_entity
);

create table samen.bank_transaction (
  office_id            uuid not null,
  bank_transaction_id  uuid not null,
  bank_statement_id    uuid not null,
  -- The bank's reference of the entry, or its place in the statement where the bank gives none.
  entry_ref            text not null,
  booked_on            date not null,
  -- Signed: money in is positive.
  amount               bigint not null check (amount <> 0),
  currency             char(3) not null,
  counterparty_name    text,
  counterparty_iban    text,
  payment_reference    text,
  remittance           text,
  end_to_end_id        text,
  -- Takes back an earlier booking or returns a payment: never matched without a human.
  reversal             boolean not null default false,
  primary key (office_id, bank_transaction_id),
  unique (office_id, bank_statement_id, entry_ref),
  foreign key (office_id, bank_statement_id) references samen.bank_statement
);

-- What a bank transaction was for. The parts of a transaction sum to at most its amount; what is left waits for a human.
create table samen.bank_match (
  office_id            uuid not null,
  bank_match_id        uuid not null,
  bank_transaction_id  uuid not null,
  invoice_id           uuid,
  payslip_id           uuid,
  amount               bigint not null check (amount > 0),
  -- Why it was matched: `reference`, `end-to-end`, `manual`.
  matched_by           text not null,
  decided_by           text not null,
  matched_at           timestamptz not null default now(),
  primary key (office_id, bank_match_id),
  check ((invoice_id is null) <> (payslip_id is null)),
  foreign key (office_id, bank_transaction_id) references samen.bank_transaction,
  foreign key (office_id, invoice_id) references samen.invoice
);
create index bank_match_transaction on samen.bank_match (office_id, bank_transaction_id);
create index bank_match_invoice on samen.bank_match (office_id, invoice_id) where invoice_id is not null;
-- A wage leaves the bank once.
create unique index bank_match_payslip on samen.bank_match (office_id, payslip_id) where payslip_id is not null;

create table samen.invoice_write_off (
  office_id          uuid not null,
  invoice_id         uuid not null,
  written_off_on     date not null,
  -- Of the open total: taken back from unspent budget, relieved VAT, borne by the fund, uncovered.
  unspent_budget     bigint not null check (unspent_budget >= 0),
  vat_relief         bigint not null check (vat_relief >= 0),
  fund_loss          bigint not null check (fund_loss >= 0),
  uncovered          bigint not null check (uncovered >= 0),
  reason             text not null,
  decided_by         text not null,
  primary key (office_id, invoice_id),
  foreign key (office_id, invoice_id) references samen.invoice
);

select samen.secure_office_table(t) from unnest(array[
  'samen.pay_run', 'samen.payslip', 'samen.payment_file', 'samen.payment', 'samen.bank_statement',
  'samen.bank_transaction', 'samen.bank_match', 'samen.invoice_write_off']::regclass[]) t;
select samen.make_append_only(t) from unnest(array[
  'samen.payment_file', 'samen.payment', 'samen.bank_statement', 'samen.bank_transaction', 'samen.bank_match',
  'samen.invoice_write_off']::regclass[]) t;

-- A run goes computed → approved → posted; an approval can be withdrawn, a computed run discarded; posted is final.
create function samen.guard_pay_run() returns trigger language plpgsql as $$
begin
  if (old.state, new.state) not in (('computed', 'approved'), ('approved', 'posted'), ('approved', 'computed'),
                                    ('computed', 'discarded')) then
    raise exception 'a pay run does not go from % to %', old.state, new.state using errcode = 'restrict_violation';
  end if;
  if (to_jsonb(new) - '{state,approved_by,approved_at,posted_at}'::text[])
     <> (to_jsonb(old) - '{state,approved_by,approved_at,posted_at}'::text[]) then
    raise exception 'the figures of a pay run are never changed' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger guard_pay_run before update on samen.pay_run for each row execute function samen.guard_pay_run();
revoke delete, truncate on samen.pay_run from samen_server;

-- A payslip can be thrown away with its unapproved run; from approval on it stands as it is.
revoke update, truncate on samen.payslip from samen_server;
create function samen.keep_approved_payslips() returns trigger language plpgsql as $$
begin
  if exists (select from changed c join samen.pay_run r using (office_id, pay_run_id) where r.state <> 'computed') then
    raise exception 'a payslip of an approved pay run is never changed; correct it with a delta payslip'
      using errcode = 'restrict_violation';
  end if;
  return null;
end
$$;
create trigger keep_approved_insert after insert on samen.payslip
  referencing new table as changed for each statement execute function samen.keep_approved_payslips();
create trigger keep_approved_update after update on samen.payslip
  referencing old table as changed for each statement execute function samen.keep_approved_payslips();
create trigger keep_approved_delete after delete on samen.payslip
  referencing old table as changed for each statement execute function samen.keep_approved_payslips();
