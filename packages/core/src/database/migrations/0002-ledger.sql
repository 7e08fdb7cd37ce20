-- The ledger: double entry, append-only, one per office. The database itself refuses what would make it wrong:
-- a transaction that does not sum to zero, a posting into a closed month, a fund that lends more than it has.
--
-- How it is proved, without a foreign key or a row trigger on the two big tables:
--  1. a batch declares how many transactions it has, a transaction how many entries; both are numbered from 1;
--  2. all transactions of a batch arrive in one statement, and so do all its entries: the statement triggers count
--     them against what was declared, sum each transaction to zero, and nothing can be added later because the
--     numbers are taken;
--  3. so a batch is either complete or lacks a whole level, and one look at commit (the deferred trigger on the
--     batch) tells which.

create table samen.ledger_account (
  office_id       uuid not null,
  -- The role, the same word in every country; an authority or provision stands behind a colon: authority-payable:onss.
  account         text collate "C" not null check (account ~ '^[a-z][a-z0-9-]*(:[a-z0-9][a-z0-9-]*)?$'),
  role            text collate "C" not null generated always as (split_part(account, ':', 1)) stored,
  national_number text not null check (national_number <> ''),
  name            text not null check (name <> ''),
  group_account   text not null check (group_account <> ''),
  type            text not null check (type in ('asset', 'liability', 'equity', 'income', 'expense')),
  normal_side     text not null generated always as
                    (case when type in ('asset', 'expense') then 'debit' else 'credit' end) stored,
  primary key (office_id, account)
);
select samen.secure_office_table('samen.ledger_account');
-- A name may be corrected; what an account is may not change under the entries that use it.
revoke update, delete, truncate on samen.ledger_account from samen_server;
grant update (national_number, name, group_account) on samen.ledger_account to samen_server;

create table samen.ledger_batch (
  office_id         uuid not null,
  batch_id          uuid not null,
  recorded_at       timestamptz not null default now(),
  transaction_count int not null check (transaction_count between 1 and 50000),
  -- The last link of the batch's hash chain.
  hash              bytea not null check (length(hash) = 32),
  primary key (office_id, batch_id)
);

create table samen.ledger_transaction (
  office_id       uuid not null,
  transaction_id  uuid not null,
  batch_id        uuid not null,
  legal_entity_id uuid not null,
  position        int not null,
  entry_count     int not null check (entry_count between 2 and 1000),
  effective_on    date not null,
  period          date not null,
  recorded_at     timestamptz not null default now(),
  source_id       uuid,
  reverses        uuid,
  idempotency_key text collate "C" not null check (length(idempotency_key) between 1 and 200),
  kind            text collate "C" not null check (kind ~ '^[a-z][a-z0-9-]{0,63}$'),
  source_kind     text collate "C",
  description     text not null default '' check (length(description) <= 500),
  hash            bytea not null check (length(hash) = 32),
  primary key (office_id, transaction_id),
  constraint ledger_transaction_key unique (office_id, idempotency_key),
  constraint ledger_transaction_position unique (office_id, batch_id, position),
  constraint ledger_transaction_month check (period = date_trunc('month', effective_on::timestamp)::date),
  check ((source_kind is null) = (source_id is null)),
  check ((kind = 'reversal') = (reverses is not null))
);
create unique index ledger_transaction_reversed_once on samen.ledger_transaction (office_id, reverses)
  where reverses is not null;

create table samen.ledger_entry (
  office_id      uuid not null,
  transaction_id uuid not null,
  -- Debit positive, credit negative, in minor units of the currency.
  amount         bigint not null check (amount <> 0),
  -- What the amount is about: the activity, client, invoice, fund or pay run.
  subject        uuid,
  entry_no       int not null,
  currency       text collate "C" not null check (length(currency) = 3),
  account        text collate "C" not null,
  primary key (office_id, transaction_id, entry_no),
  constraint ledger_fund_entry_names_its_fund
    check (subject is not null or account not in ('fund-available', 'fund-advanced'))
);
create index ledger_entry_by_account on samen.ledger_entry (office_id, account, subject, transaction_id, entry_no);

-- A month without a row is open. Closing a month closes every month before it.
create table samen.ledger_period (
  office_id uuid not null,
  period    date not null check (extract(day from period) = 1),
  -- soft: corrections and reversals only.
  state     text not null check (state in ('open', 'soft', 'closed')),
  closed_at timestamptz check ((state = 'closed') = (closed_at is not null)),
  primary key (office_id, period)
);

-- Debits and credits of an account per month, kept by the entry trigger and by nobody else. Striped: a writer
-- works in a stripe that is its own until it commits, so two writers never queue on one row nor wait for each other in
-- a circle. The balance is the sum of the stripes.
create table samen.ledger_balance (
  office_id       uuid not null,
  subject         uuid not null, -- all zeros: an amount about nothing in particular
  legal_entity_id uuid not null,
  debit           bigint not null,
  credit          bigint not null,
  month           date not null,
  stripe          smallint not null,
  currency        text collate "C" not null,
  account         text collate "C" not null,
  primary key (office_id, account, subject, currency, month, legal_entity_id, stripe),
  -- Stands in for a foreign key on every entry: each entry has its balance row, so its account exists.
  constraint ledger_account_exists foreign key (office_id, account) references samen.ledger_account
) with (fillfactor = 70);

-- Batches chained per office, after the fact: a batch that vanishes is missed, and still no writer waits for another.
create table samen.ledger_seal (
  office_id   uuid not null,
  seal_no     int not null check (seal_no >= 1),
  sealed_at   timestamptz not null default now(),
  batch_count int not null check (batch_count >= 1),
  hash        bytea not null check (length(hash) = 32),
  primary key (office_id, seal_no)
);

create table samen.ledger_seal_batch (
  office_id uuid not null,
  batch_id  uuid not null,
  seal_no   int not null,
  position  int not null,
  primary key (office_id, batch_id),
  unique (office_id, seal_no, position),
  foreign key (office_id, seal_no) references samen.ledger_seal,
  foreign key (office_id, batch_id) references samen.ledger_batch
);

select samen.secure_office_table(t), samen.make_append_only(t)
  from unnest(array['ledger_batch', 'ledger_transaction', 'ledger_entry', 'ledger_seal', 'ledger_seal_batch']) name,
       lateral (select ('samen.' || name)::regclass as t) as named;
select samen.secure_office_table('samen.ledger_period'), samen.secure_office_table('samen.ledger_balance');
revoke delete, truncate on samen.ledger_period from samen_server;
revoke insert, update, delete, truncate on samen.ledger_balance from samen_server;

-- Names an advisory lock inside one office.
create function samen.ledger_lock(office uuid, purpose text) returns bigint
  language sql immutable parallel safe
  return hashtextextended(purpose, hashtextextended(office::text, 0));

-- The first stripe no other open transaction works in. With more writers than stripes, some wait.
create function samen.ledger_stripe(office uuid) returns smallint
  language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
declare
  stripes constant int := 32;
  base constant bigint := samen.ledger_lock(office, 'stripe');
  own int := pg_backend_pid() % stripes;
begin
  for stripe in 0 .. stripes - 1 loop
    if pg_try_advisory_xact_lock(base + stripe) then
      return stripe;
    end if;
  end loop;
  perform pg_advisory_xact_lock(base + own);
  return own;
end
$$;
revoke execute on function samen.ledger_stripe(uuid) from public;

-- Transactions arrive: into an open month, and as the whole of their batch.
create function samen.ledger_check_transactions() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp
  -- The plans are cached at the first call, when tables may be empty: index look-ups stay right at any size.
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  fault record;
begin
  -- The checks below read what others have committed a moment ago, which an older snapshot would not show.
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'the ledger is posted to in read committed transactions only'
      using errcode = 'feature_not_supported';
  end if;

  -- Shared among writers, exclusive for who closes a month: a month never closes under a posting in flight.
  perform pg_advisory_xact_lock_shared(samen.ledger_lock(office_id, 'periods'))
     from (select distinct office_id from inserted) offices;

  select i.period, p.state into fault
    from (select office_id, period, bool_or(kind not in ('reversal', 'correction')) as ordinary
            from inserted group by office_id, period) i
    join samen.ledger_period p
      on p.office_id = i.office_id
     and ((p.state = 'closed' and p.period >= i.period)
       or (p.state = 'soft' and p.period = i.period and i.ordinary))
   limit 1;
  if found then
    raise exception 'the month % is closed', to_char(fault.period, 'YYYY-MM')
      using errcode = 'check_violation', constraint = 'ledger_period_open',
            detail = to_char(fault.period, 'YYYY-MM');
  end if;

  select i.batch_id into fault
    from (select office_id, batch_id, count(*) as arrived, min(position) as first, max(position) as last,
                 min(recorded_at) as earliest, max(recorded_at) as latest
            from inserted group by office_id, batch_id) i
    left join samen.ledger_batch b on b.office_id = i.office_id and b.batch_id = i.batch_id
   where b.transaction_count is distinct from i.arrived or i.first <> 1 or i.last <> i.arrived
      or i.earliest <> now() or i.latest <> now() or b.recorded_at <> now()
   limit 1;
  if found then
    raise exception 'batch % does not arrive whole, numbered from 1 and recorded now', fault.batch_id
      using errcode = 'check_violation', constraint = 'ledger_batch_whole';
  end if;

  select i.reverses into fault
    from inserted i
    left join samen.ledger_transaction t on t.office_id = i.office_id and t.transaction_id = i.reverses
   where i.reverses is not null and t.kind is null
   limit 1;
  if found then
    raise exception 'there is no transaction % to reverse', fault.reverses
      using errcode = 'check_violation', constraint = 'ledger_reversed_exists';
  end if;
  return null;
end
$$;

create trigger check_transactions after insert on samen.ledger_transaction
  referencing new table as inserted
  for each statement execute function samen.ledger_check_transactions();

-- Entries arrive: each transaction whole and balanced, each batch whole, no fund overdrawn; balances follow.
create function samen.ledger_check_entries() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  fault record;
  fund record;
  office uuid;
  available numeric;
begin
  select distinct office_id into office from inserted;
  if not found then
    return null;
  end if;

  with arrived as (
    select transaction_id, sum(rows)::int as rows, min(first) as first, max(last) as last,
           bool_and(total = 0) as balanced
      from (select transaction_id, count(*) as rows, min(entry_no) as first, max(entry_no) as last,
                   sum(amount) as total
              from inserted group by transaction_id, currency) by_currency
     group by transaction_id
  ), checked as (
    select t.batch_id, a.transaction_id,
           case when not a.balanced then 'ledger_balanced'
                when t.entry_count is distinct from a.rows or a.first <> 1 or a.last <> a.rows
                then 'ledger_transaction_whole'
           end as broken
      from arrived a
      left join samen.ledger_transaction t on t.office_id = office and t.transaction_id = a.transaction_id
  ), by_batch as (
    select batch_id, count(*) as arrived, min(broken) as broken,
           (array_agg(transaction_id) filter (where broken is not null))[1] as transaction_id
      from checked group by batch_id
  )
  select g.batch_id, g.transaction_id, coalesce(g.broken, 'ledger_batch_whole') as broken into fault
    from by_batch g
    left join samen.ledger_batch b on b.office_id = office and b.batch_id = g.batch_id
   where g.broken is not null or b.transaction_count is distinct from g.arrived
   limit 1;
  if found then
    raise exception '%', case fault.broken
        when 'ledger_balanced' then format('transaction %s does not sum to zero', fault.transaction_id)
        when 'ledger_transaction_whole'
        then format('the entries of transaction %s do not arrive whole, numbered from 1', fault.transaction_id)
        else format('the entries of batch %s do not arrive whole', fault.batch_id) end
      using errcode = 'check_violation', constraint = fault.broken;
  end if;

  insert into samen.ledger_balance as b
    (office_id, account, subject, currency, month, legal_entity_id, stripe, debit, credit)
  select office, i.account, coalesce(i.subject, '00000000-0000-0000-0000-000000000000'), i.currency, t.period,
         t.legal_entity_id, s.stripe,
         coalesce(sum(i.amount) filter (where i.amount > 0), 0),
         coalesce(-sum(i.amount) filter (where i.amount < 0), 0)
    from samen.ledger_stripe(office) as s (stripe), inserted i
    join samen.ledger_transaction t on t.office_id = office and t.transaction_id = i.transaction_id
   group by 2, 3, 4, 5, 6, 7
  on conflict (office_id, account, subject, currency, month, legal_entity_id, stripe)
  do update set debit = b.debit + excluded.debit, credit = b.credit + excluded.credit;

  -- Only who takes from a fund queues at it, and then reads what all before him have left. Who gives does not wait:
  -- at worst his money is not yet seen.
  for fund in
    select subject, currency from inserted where account = 'fund-available'
     group by subject, currency having sum(amount) > 0 order by subject, currency
  loop
    perform pg_advisory_xact_lock(samen.ledger_lock(office, 'fund ' || fund.subject));
    select sum(b.credit) - sum(b.debit) into available
      from samen.ledger_balance b
     where b.office_id = office and b.account = 'fund-available'
       and b.subject = fund.subject and b.currency = fund.currency;
    if available < 0 then
      raise exception 'the fund % would be overdrawn by % %', fund.subject, -available, fund.currency
        using errcode = 'check_violation', constraint = 'ledger_fund_not_overdrawn', detail = fund.subject;
    end if;
  end loop;
  return null;
end
$$;

create trigger check_entries after insert on samen.ledger_entry
  referencing new table as inserted
  for each statement execute function samen.ledger_check_entries();

create function samen.ledger_check_batch() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (
    select from samen.ledger_transaction t
      join samen.ledger_entry e on e.office_id = t.office_id and e.transaction_id = t.transaction_id and e.entry_no = 1
     where t.office_id = new.office_id and t.batch_id = new.batch_id and t.position = 1
  ) then
    raise exception 'batch % has no entries', new.batch_id
      using errcode = 'check_violation', constraint = 'ledger_batch_whole';
  end if;
  return null;
end
$$;

create constraint trigger check_batch after insert on samen.ledger_batch
  deferrable initially deferred for each row execute function samen.ledger_check_batch();

-- A month closes once, in order, and only when nothing is being posted.
create function samen.ledger_check_period() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  earlier date;
begin
  perform pg_advisory_xact_lock(samen.ledger_lock(new.office_id, 'periods'));
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'months are closed in read committed transactions only'
      using errcode = 'feature_not_supported';
  end if;
  if tg_op = 'UPDATE' and (old.state = 'closed' or old.period <> new.period or old.office_id <> new.office_id) then
    raise exception 'the month % is closed', to_char(old.period, 'YYYY-MM')
      using errcode = 'check_violation', constraint = 'ledger_period_open',
            detail = to_char(old.period, 'YYYY-MM');
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

create trigger check_period before insert or update on samen.ledger_period
  for each row execute function samen.ledger_check_period();
