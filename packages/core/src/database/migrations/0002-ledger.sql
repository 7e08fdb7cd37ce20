-- The ledger: double entry, append-only, one per office. The database itself refuses what would make it wrong:
-- a transaction that does not sum to zero, a posting into a closed month, a fund that lends more than it has.
--
-- How it is proved, without a foreign key or a row trigger on the two big tables:
--  1. a batch declares how many transactions it has and between which ids they lie, a transaction how many entries;
--  2. all entries of a batch arrive in one statement, and the statement triggers count them against what was declared,
--     sum each transaction to zero, and refuse a second helping because the entry numbers are taken;
--  3. at commit (the deferred trigger on the batch) the batch's range of ids holds as many transactions as declared,
--     and one of them has an entry: then, by 2, all have all of theirs.

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
  -- Its transactions are chained in the order of their ids, from the first to the last.
  first_id          uuid not null,
  last_id           uuid not null,
  -- The last link of the batch's hash chain.
  hash              bytea not null check (length(hash) = 32),
  primary key (office_id, batch_id)
);

create table samen.ledger_transaction (
  office_id       uuid not null,
  transaction_id  uuid not null,
  batch_id        uuid not null,
  legal_entity_id uuid not null,
  entry_count     int not null check (entry_count between 2 and 1000),
  effective_on    date not null,
  period          date not null,
  recorded_at     timestamptz not null default now(),
  source_id       uuid,
  reverses        uuid,
  idempotency_key text collate "C" not null check (length(idempotency_key) between 1 and 200),
  kind            text collate "C" not null check (length(kind) between 1 and 64),
  source_kind     text collate "C",
  description     text not null default '' check (length(description) <= 500),
  hash            bytea not null check (length(hash) = 32),
  constraint ledger_transaction_key unique (office_id, idempotency_key),
  constraint ledger_transaction_month check (period = date_trunc('month', effective_on::timestamp)::date),
  check ((source_kind is null) = (source_id is null)),
  check ((kind = 'reversal') = (reverses is not null))
);
-- Made last, because of indexes that look equally good the planner takes the youngest: plans cached while the table
-- is empty look transactions up by their id.
alter table samen.ledger_transaction add primary key (office_id, transaction_id);
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
-- An account's entries, of one subject or of all, and the balance of a subject without a look at the table.
create index ledger_entry_by_account on samen.ledger_entry (office_id, account, subject, transaction_id)
  include (entry_no, currency, amount);

-- A month without a row is open. Closing a month closes every month before it.
create table samen.ledger_period (
  office_id uuid not null,
  period    date not null check (extract(day from period) = 1),
  -- soft: corrections and reversals only.
  state     text not null check (state in ('open', 'soft', 'closed')),
  closed_at timestamptz check ((state = 'closed') = (closed_at is not null)),
  primary key (office_id, period)
);

-- Debits and credits of an account per month, kept by the entry trigger and by nobody else; of the funds' accounts per
-- fund, since who takes from a fund must know what it has. Other subjects have few entries each: their balance is
-- summed from the index. Striped: a writer works in a stripe that is its own until it commits, so two writers never
-- queue on one row nor wait for each other in a circle. The balance is the sum of the stripes.
create table samen.ledger_balance (
  office_id       uuid not null,
  subject         uuid not null, -- a fund; all zeros on the other accounts
  legal_entity_id uuid not null,
  debit           bigint not null,
  credit          bigint not null,
  month           date not null,
  stripe          smallint not null,
  currency        text collate "C" not null,
  account         text collate "C" not null,
  primary key (office_id, account, subject, currency, month, legal_entity_id, stripe)
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
-- Without statistics the planner takes an office for a two-hundredth of a table. With them, an office it has not met
-- yet counts as one row, and then any index that begins with the office seems as good as the right one.
do $$
declare
  name text;
begin
  foreach name in array array['batch', 'transaction', 'entry', 'balance', 'period', 'seal', 'seal_batch', 'account'] loop
    execute format('alter table samen.ledger_%s alter column office_id set statistics 0', name);
  end loop;
end
$$;

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
  set jit = off set enable_seqscan = off set enable_nestloop = off set enable_mergejoin = off as $$
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
    join lateral (select x.state from samen.ledger_period x
                   where x.office_id = i.office_id and x.period >= i.period
                     and (x.state = 'closed' or (x.state = 'soft' and x.period = i.period and i.ordinary))
                   limit 1) p on true
   limit 1;
  if found then
    raise exception 'the month % is closed', to_char(fault.period, 'YYYY-MM')
      using errcode = 'check_violation', constraint = 'ledger_period_open',
            detail = to_char(fault.period, 'YYYY-MM');
  end if;

  select i.batch_id into fault
    from (select office_id, batch_id, count(*) as arrived, bool_and(recorded_at = now()) as recorded_now
            from inserted group by office_id, batch_id) i
    left join lateral (select x.* from samen.ledger_batch x
                        where x.office_id = i.office_id and x.batch_id = i.batch_id offset 0) b on true
   where b.transaction_count is distinct from i.arrived or b.recorded_at <> now() or not i.recorded_now
   limit 1;
  if found then
    raise exception 'batch % does not arrive whole, recorded now', fault.batch_id
      using errcode = 'check_violation', constraint = 'ledger_batch_whole';
  end if;

  select i.reverses into fault
    from inserted i
    left join lateral (select x.kind from samen.ledger_transaction x
                        where x.office_id = i.office_id and x.transaction_id = i.reverses offset 0) t on true
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

-- Entries arrive: each transaction whole and balanced, their batch whole, no fund overdrawn; balances follow.
-- The plan is cached at the first call, which may have been for two entries in an empty ledger. So it is made to stay
-- linear at any size: the batch's transactions are read once, by their range of ids, and joined by hashing.
create function samen.ledger_check_entries() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp
  set jit = off set enable_seqscan = off set enable_nestloop = off set enable_mergejoin = off set enable_sort = off as $$
declare
  fault record;
  fund record;
  batch samen.ledger_batch;
  office uuid;
  own_stripe smallint;
  available numeric;
begin
  select office_id into office from inserted limit 1;
  if not found then
    return null;
  end if;
  select b.* into batch
    from (select transaction_id from inserted limit 1) i
    join lateral (select x.batch_id from samen.ledger_transaction x
                   where x.office_id = office and x.transaction_id = i.transaction_id offset 0) t on true
    join lateral (select x.* from samen.ledger_batch x
                   where x.office_id = office and x.batch_id = t.batch_id offset 0) b on true;
  own_stripe := samen.ledger_stripe(office);

  with declared as materialized (
    select t.transaction_id, t.entry_count, t.period, t.legal_entity_id
      from samen.ledger_transaction t
     where t.office_id = office and t.transaction_id between batch.first_id and batch.last_id
       and t.batch_id = batch.batch_id
  ), arrived as (
    select transaction_id, sum(rows) as rows, min(first) as first, max(last) as last, bool_and(total = 0) as balanced
      from (select transaction_id, count(*) as rows, min(entry_no) as first, max(entry_no) as last,
                   sum(amount) as total
              from inserted where office_id = office group by transaction_id, currency) by_currency
     group by transaction_id
  ), balances as (
    insert into samen.ledger_balance as b
      (office_id, account, subject, currency, month, legal_entity_id, stripe, debit, credit)
    select office, i.account,
           case when i.account in ('fund-available', 'fund-advanced') then i.subject
                else '00000000-0000-0000-0000-000000000000' end,
           i.currency, t.period, t.legal_entity_id, own_stripe,
           coalesce(sum(i.amount) filter (where i.amount > 0), 0),
           coalesce(-sum(i.amount) filter (where i.amount < 0), 0)
      from inserted i
      join declared t on t.transaction_id = i.transaction_id
     group by 2, 3, 4, 5, 6
    on conflict (office_id, account, subject, currency, month, legal_entity_id, stripe)
    do update set debit = b.debit + excluded.debit, credit = b.credit + excluded.credit
  )
  select case when not a.balanced then 'ledger_balanced' else 'ledger_batch_whole' end as broken,
         coalesce(a.transaction_id, d.transaction_id)::text as what
    into fault
    from declared d full join arrived a on a.transaction_id = d.transaction_id
   where not a.balanced or a.rows is distinct from d.entry_count or a.first <> 1 or a.last <> a.rows
   union all
  select 'ledger_account_exists', i.account
    from (select distinct account from inserted) i
    left join lateral (select true as known from samen.ledger_account x
                        where x.office_id = office and x.account = i.account offset 0) a on true
   where a.known is null
   limit 1;
  if found then
    raise exception '%', format(case fault.broken
        when 'ledger_balanced' then 'transaction %s does not sum to zero'
        when 'ledger_account_exists' then 'the account %s is not open'
        else 'the entries of transaction %s and its batch do not arrive whole' end, fault.what)
      using errcode = 'check_violation', constraint = fault.broken, detail = fault.what;
  end if;

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
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp set jit = off set enable_seqscan = off set enable_hashjoin = off as $$
declare
  arrived int;
  has_entries boolean;
begin
  select count(*) into arrived
    from samen.ledger_transaction t
   where t.office_id = new.office_id and t.transaction_id between new.first_id and new.last_id
     and t.batch_id = new.batch_id;
  select exists (select from samen.ledger_entry e
                  where e.office_id = new.office_id and e.transaction_id = new.first_id and e.entry_no = 1)
    into has_entries;
  if arrived <> new.transaction_count or not has_entries then
    raise exception 'batch % does not have all its transactions with their entries', new.batch_id
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
