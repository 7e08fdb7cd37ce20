-- The mutualised funds: what was put in, lent, lost and spent, and by which rule a levy is split.
-- The money itself stands in the ledger (fund-available, fund-advanced, by fund); these rows say why.

create table samen.fund (
  office_id uuid not null,
  fund_id   uuid not null,
  kind      text not null
              check (kind in ('wage-guarantee', 'development', 'training', 'solidarity', 'insurance', 'custom')),
  currency  char(3) not null check (currency ~ '^[A-Z]{3}$'),
  name      text not null check (length(name) between 1 and 200),
  primary key (office_id, fund_id)
);
-- The one that lends: advances, and with them the limit per client, queue at it.
create unique index fund_one_guarantee on samen.fund (office_id, currency) where kind = 'wage-guarantee';

create function samen.fund_sum(numbers bigint[]) returns numeric
  language sql immutable parallel safe
  return (select sum(n) from unnest(numbers) n);

-- Each levy is split by the rule in force on its day. A rule is never changed: a new one begins.
create table samen.fund_allocation_rule (
  office_id   uuid not null,
  currency    char(3) not null,
  valid_from  date not null,
  fund_ids    uuid[] not null check (cardinality(fund_ids) between 1 and 20),
  numerators  bigint[] not null check (cardinality(numerators) = cardinality(fund_ids) and 0 < all (numerators)),
  denominator bigint not null,
  primary key (office_id, currency, valid_from),
  constraint fund_allocation_rule_sums_to_one check (samen.fund_sum(numerators) = denominator)
);

-- What the guarantee fund lent so that one wage could go out before one invoice was paid.
create table samen.fund_advance (
  office_id      uuid not null,
  advance_id     uuid not null,
  fund_id        uuid not null,
  payslip_id     uuid not null,
  invoice_id     uuid not null,
  client_id      uuid not null,
  transaction_id uuid not null,
  currency       char(3) not null,
  granted_on     date not null,
  amount         bigint not null check (amount > 0),
  repaid         bigint not null default 0 check (repaid >= 0),
  lost           bigint not null default 0 check (lost >= 0),
  primary key (office_id, advance_id),
  unique (office_id, payslip_id, invoice_id),
  constraint fund_advance_outstanding check (repaid + lost <= amount),
  foreign key (office_id, fund_id) references samen.fund
);
create index fund_advance_invoice on samen.fund_advance (office_id, invoice_id);
create index fund_advance_exposure on samen.fund_advance (office_id, client_id) where repaid + lost < amount;

create table samen.fund_movement (
  office_id      uuid not null,
  transaction_id uuid not null,
  movement_no    int not null,
  fund_id        uuid not null,
  kind           text not null check (kind in
                   ('contribution', 'advance', 'repayment', 'loss', 'recovery', 'spending', 'transfer')),
  currency       char(3) not null,
  -- Minor units. A credit note gives a contribution back, a transfer leaves one fund for another: those may be negative.
  amount         bigint not null check (amount > 0 or (amount < 0 and kind in ('contribution', 'transfer'))),
  effective_on   date not null,
  -- A loss with an advance was lent before; one without was still available.
  advance_id     uuid,
  invoice_id     uuid,
  payslip_id     uuid,
  client_id      uuid,
  recorded_at    timestamptz not null default now(),
  primary key (office_id, transaction_id, movement_no),
  check ((advance_id is not null) or kind not in ('advance', 'repayment')),
  foreign key (office_id, fund_id) references samen.fund
);
create index fund_movement_by_fund on samen.fund_movement (office_id, fund_id, kind) include (amount, advance_id);

select samen.secure_office_table(t) from unnest(array[
  'samen.fund', 'samen.fund_allocation_rule', 'samen.fund_advance', 'samen.fund_movement']::regclass[]) t;
select samen.make_append_only(t) from unnest(array[
  'samen.fund_allocation_rule', 'samen.fund_movement']::regclass[]) t;
revoke update, delete, truncate on samen.fund, samen.fund_advance from samen_server;
grant update (name) on samen.fund to samen_server;
grant update (repaid, lost) on samen.fund_advance to samen_server;
-- See 0002: an office unknown to the statistics must not look like a single row.
alter table samen.fund_advance alter column office_id set statistics 0;
alter table samen.fund_movement alter column office_id set statistics 0;
