-- Clients who do not pay: when an office reminds, what was sent, what was agreed, and what follows for a client's credit.

-- From a day on: so many days after the due day, level by level. Never changed: a new one begins.
create table samen.dunning_rule (
  office_id      uuid not null,
  valid_from     date not null,
  days_after_due integer[] not null check (cardinality(days_after_due) between 1 and 5 and 0 < all (days_after_due)),
  fees           bigint[] not null check (cardinality(fees) = cardinality(days_after_due) and 0 <= all (fees)),
  -- What recovery costs for each invoice where the law states it in another currency than the office's.
  recovery_cost  bigint check (recovery_cost >= 0),
  decided_by     text not null,
  primary key (office_id, valid_from),
  foreign key (office_id) references samen.office
);

-- What a person approved to be sent. Its letters are the outbox's from then on.
create table samen.dunning_run (
  office_id      uuid not null,
  dunning_run_id uuid not null,
  as_of          date not null,
  letters        integer not null check (letters > 0),
  approved_by    text not null,
  approved_at    timestamptz not null default now(),
  primary key (office_id, dunning_run_id),
  foreign key (office_id) references samen.office
);

create table samen.dunning_letter (
  office_id         uuid not null,
  dunning_letter_id uuid not null,
  dunning_run_id    uuid not null,
  client_id         uuid not null,
  legal_entity_id   uuid not null,
  level             integer not null check (level between 1 and 5),
  levels            integer not null check (levels between 1 and 5),
  language          text not null,
  sent_on           date not null,
  currency          char(3) not null,
  -- Of the invoices listed, minor units: open, and what the law adds until this day.
  open              bigint not null check (open > 0),
  interest          bigint not null check (interest >= 0),
  costs             bigint not null check (costs >= 0),
  fee               bigint not null check (fee >= 0),
  -- Parties and invoices as they stood on the day.
  document          jsonb not null,
  primary key (office_id, dunning_letter_id),
  foreign key (office_id, dunning_run_id) references samen.dunning_run,
  foreign key (office_id, client_id) references samen.client,
  foreign key (office_id, legal_entity_id) references samen.legal_entity
);
create index dunning_letter_client on samen.dunning_letter (office_id, client_id);

-- The last guard against reminding twice: an invoice reaches a level once.
create table samen.dunning_reminder (
  office_id         uuid not null,
  invoice_id        uuid not null,
  level             integer not null check (level between 1 and 5),
  dunning_letter_id uuid not null,
  sent_on           date not null,
  primary key (office_id, invoice_id, level),
  foreign key (office_id, invoice_id) references samen.invoice,
  foreign key (office_id, dunning_letter_id) references samen.dunning_letter
);

-- What was agreed with a client or decided about it, about one invoice or all it owes.
create table samen.collection_step (
  office_id          uuid not null,
  collection_step_id uuid not null,
  client_id          uuid not null,
  invoice_id         uuid,
  kind               text not null check (kind in ('promise', 'dispute', 'dispute-settled', 'hand-over', 'taken-back',
                       'insolvency', 'claim-filed')),
  happened_on        date not null,
  -- Of a promise: how much, and until when.
  amount             bigint check (amount > 0),
  until_on           date,
  reason             text not null check (length(reason) between 1 and 300),
  recorded_by        text not null,
  recorded_at        timestamptz not null default now(),
  primary key (office_id, collection_step_id),
  foreign key (office_id, client_id) references samen.client,
  foreign key (office_id, invoice_id) references samen.invoice,
  check (kind <> 'promise' or (until_on is not null and amount is not null and until_on >= happened_on)),
  check (kind <> 'claim-filed' or amount is not null)
);
create index collection_step_client on samen.collection_step (office_id, client_id, collection_step_id);

-- How a client was rated, when that changed, and on what grounds.
create table samen.client_rating (
  office_id       uuid not null,
  client_id       uuid not null,
  rated_on        date not null,
  rating          char(1) not null check (rating in ('N', 'A', 'B', 'C', 'D', 'E')),
  paid_invoices   integer not null,
  days_late       integer not null,
  overdue_days    integer not null,
  broken_promises integer not null,
  lost_invoices   integer not null,
  recorded_at     timestamptz not null default now(),
  primary key (office_id, client_id, recorded_at),
  foreign key (office_id, client_id) references samen.client
);

alter table samen.client
  add column rating char(1) not null default 'N' check (rating in ('N', 'A', 'B', 'C', 'D', 'E')),
  -- The day the rating became what it is: it bounds what is lent for work that begins later.
  add column rated_on date,
  add column insured_limit bigint check (insured_limit >= 0),
  add column insured_until date,
  add column insurer text check (length(insurer) between 1 and 200),
  add column handed_over_on date,
  add constraint client_insured_whole check
    ((insured_limit is null) = (insured_until is null) and (insured_limit is null) = (insurer is null));

-- Limits that were decided and covers that were agreed.
create table samen.client_limit (
  office_id    uuid not null,
  client_limit_id uuid not null,
  client_id    uuid not null,
  kind         text not null check (kind in ('decided', 'insured')),
  amount       bigint not null check (amount >= 0),
  until_on     date,
  reason       text not null check (length(reason) between 1 and 300),
  decided_by   text not null,
  decided_on   date not null,
  primary key (office_id, client_limit_id),
  foreign key (office_id, client_id) references samen.client
);
create index client_limit_client on samen.client_limit (office_id, client_id, client_limit_id);

-- A receipt may pay what the law adds to a late invoice: interest and costs, which are nobody's debt in the books before.
alter table samen.bank_match
  add column late_payment_of uuid,
  add foreign key (office_id, late_payment_of) references samen.invoice,
  drop constraint bank_match_check,
  add constraint bank_match_purpose check (num_nonnulls(invoice_id, payslip_id, late_payment_of) = 1);
create index bank_match_late_payment on samen.bank_match (office_id, late_payment_of) where late_payment_of is not null;

select samen.secure_office_table(t) from unnest(array[
  'samen.dunning_rule', 'samen.dunning_run', 'samen.dunning_letter', 'samen.dunning_reminder', 'samen.collection_step',
  'samen.client_rating', 'samen.client_limit']::regclass[]) t;
select samen.make_append_only(t) from unnest(array[
  'samen.dunning_rule', 'samen.dunning_run', 'samen.dunning_letter', 'samen.dunning_reminder', 'samen.collection_step',
  'samen.client_rating', 'samen.client_limit']::regclass[]) t;
