-- Income and expense that belong to a month although the paper comes later: posted on its last day, taken back on the first of
-- the month after, both at once, so that nobody has to remember.

create table samen.accrual (
  office_id       uuid not null,
  accrual_id      uuid not null,
  legal_entity_id uuid not null,
  period          date not null check (extract(day from period) = 1),
  -- The account of income or expense it belongs to.
  account         text not null,
  currency        char(3) not null,
  -- Minor units, positive; what it takes back of another accrual is negative.
  amount          bigint not null check (amount <> 0),
  reason          text not null check (length(reason) between 1 and 300),
  transaction_id  uuid not null,
  reversal_id     uuid not null,
  recorded_by     text not null,
  recorded_at     timestamptz not null default now(),
  primary key (office_id, accrual_id),
  foreign key (office_id, legal_entity_id) references samen.legal_entity
);
create index accrual_month on samen.accrual (office_id, period, accrual_id);
select samen.secure_office_table('samen.accrual');
select samen.make_append_only('samen.accrual');
