-- Money that an office collects from its clients by SEPA direct debit: what it is known by, what clients signed, what was collected
-- and what came back.

create table samen.direct_debit_terms (
  office_id            uuid not null,
  legal_entity_id      uuid not null,
  creditor_identifier  text not null check (creditor_identifier ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{4,31}$'),
  set_by               text not null,
  set_at               timestamptz not null,
  primary key (office_id, legal_entity_id),
  foreign key (office_id, legal_entity_id) references samen.legal_entity
);

-- A client's consent, as it was signed. Another account or scheme is another mandate.
create table samen.mandate (
  office_id        uuid not null,
  mandate_id       uuid not null,
  legal_entity_id  uuid not null,
  client_id        uuid not null,
  scheme           text not null check (scheme in ('CORE', 'B2B')),
  reference        text not null check (reference ~ '^[A-Za-z0-9?:().,''+-]{1,35}$'),
  signed_on        date not null,
  debtor_name      text not null check (length(debtor_name) between 1 and 70),
  iban             text not null check (length(iban) between 15 and 34),
  recurring        boolean not null,
  -- Days between telling the client and collecting, as agreed.
  notice_days      integer not null check (notice_days between 1 and 30),
  recorded_by      text not null,
  recorded_at      timestamptz not null,
  ended_on         date,
  ended_by         text,
  end_reason       text check (length(end_reason) between 1 and 300),
  primary key (office_id, mandate_id),
  check ((ended_on is null) = (ended_by is null) and (ended_on is null) = (end_reason is null)),
  foreign key (office_id, legal_entity_id) references samen.legal_entity,
  foreign key (office_id, client_id) references samen.client
);
-- Banks do not tell capital letters from small ones.
create unique index mandate_reference on samen.mandate (office_id, legal_entity_id, upper(reference));
create index mandate_client on samen.mandate (office_id, client_id);

-- The signed paper itself, byte for byte: what is shown to the bank when a client denies having signed.
create table samen.mandate_paper (
  office_id   uuid not null,
  mandate_id  uuid not null,
  name        text not null check (length(name) between 1 and 200),
  sha256      bytea not null check (length(sha256) = 32),
  content     bytea not null check (length(content) between 1 and 5000000),
  filed_by    text not null,
  filed_at    timestamptz not null,
  primary key (office_id, mandate_id),
  foreign key (office_id, mandate_id) references samen.mandate
);

create function samen.guard_mandate() returns trigger language plpgsql as $$
begin
  if old.ended_on is not null then
    raise exception 'a mandate that has ended stays so' using errcode = 'restrict_violation';
  end if;
  if (to_jsonb(new) - '{ended_on,ended_by,end_reason}'::text[]) <> (to_jsonb(old) - '{ended_on,ended_by,end_reason}'::text[]) then
    raise exception 'what was signed is never changed' using errcode = 'restrict_violation';
  end if;
  return null;
end
$$;
create trigger guard_mandate after update on samen.mandate for each row execute function samen.guard_mandate();

-- Collections that go to the bank together: put together by one person, released by another.
create table samen.direct_debit_order (
  office_id              uuid not null,
  direct_debit_order_id  uuid not null,
  legal_entity_id        uuid not null,
  collect_on             date not null,
  -- The day the clients were told.
  notified_on            date not null,
  state                  text not null check (state in ('prepared', 'released', 'discarded')),
  debits                 integer not null check (debits > 0),
  total                  bigint not null check (total > 0),
  prepared_by            text not null,
  prepared_at            timestamptz not null,
  released_by            text,
  released_at            timestamptz,
  primary key (office_id, direct_debit_order_id),
  constraint direct_debit_second_person check (released_by is null or released_by <> prepared_by),
  check (notified_on < collect_on),
  check ((state = 'released') = (released_by is not null)),
  check ((state = 'released') = (released_at is not null)),
  foreign key (office_id, legal_entity_id) references samen.legal_entity
);

create function samen.guard_direct_debit_order() returns trigger language plpgsql as $$
begin
  if old.state <> 'prepared' or new.state = 'prepared' then
    raise exception 'a collection does not go from % to %', old.state, new.state using errcode = 'restrict_violation';
  end if;
  if (to_jsonb(new) - '{state,released_by,released_at}'::text[]) <> (to_jsonb(old) - '{state,released_by,released_at}'::text[]) then
    raise exception 'the figures of a collection are never changed' using errcode = 'restrict_violation';
  end if;
  return null;
end
$$;
create trigger guard_direct_debit_order after update on samen.direct_debit_order
  for each row execute function samen.guard_direct_debit_order();

create table samen.direct_debit (
  office_id              uuid not null,
  direct_debit_id        uuid not null,
  direct_debit_order_id  uuid not null,
  invoice_id             uuid not null,
  mandate_id             uuid not null,
  amount                 bigint not null check (amount > 0),
  -- What the bank carries through and reports back: the collection's, and its block's where the bank books that as one.
  end_to_end_id          text not null,
  block_id               text not null,
  -- The movement at the bank by which the money came.
  bank_transaction_id    uuid,
  outcome                text check (outcome in ('returned', 'refused')),
  outcome_on             date,
  outcome_reason         text check (length(outcome_reason) between 1 and 300),
  primary key (office_id, direct_debit_id),
  unique (office_id, end_to_end_id),
  check ((outcome is null) = (outcome_on is null) and (outcome is null) = (outcome_reason is null)),
  -- What came back had come; what the bank refused never did.
  check (case outcome when 'returned' then bank_transaction_id is not null when 'refused' then bank_transaction_id is null else true end),
  foreign key (office_id, direct_debit_order_id) references samen.direct_debit_order,
  foreign key (office_id, invoice_id) references samen.invoice,
  foreign key (office_id, mandate_id) references samen.mandate,
  foreign key (office_id, bank_transaction_id) references samen.bank_transaction
);
-- An invoice is in one living collection at most.
create unique index direct_debit_living on samen.direct_debit (office_id, invoice_id) where outcome is null;
create index direct_debit_order_debits on samen.direct_debit (office_id, direct_debit_order_id);
create index direct_debit_block on samen.direct_debit (office_id, block_id);
create index direct_debit_mandate on samen.direct_debit (office_id, mandate_id);

create function samen.guard_direct_debit() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if (to_jsonb(new) - '{bank_transaction_id,outcome,outcome_on,outcome_reason}'::text[])
       <> (to_jsonb(old) - '{bank_transaction_id,outcome,outcome_on,outcome_reason}'::text[])
       or old.outcome is not null
       or (old.bank_transaction_id is not null and new.bank_transaction_id is distinct from old.bank_transaction_id) then
      raise exception 'what became of a collection is said once' using errcode = 'restrict_violation';
    end if;
    return null;
  end if;
  if exists (select from samen.direct_debit_order o
              where o.office_id = coalesce(new.office_id, old.office_id)
                and o.direct_debit_order_id = coalesce(new.direct_debit_order_id, old.direct_debit_order_id)
                and o.state <> 'prepared') then
    raise exception 'a released collection stays as it is' using errcode = 'restrict_violation';
  end if;
  return null;
end
$$;
create trigger guard_direct_debit after insert or update or delete on samen.direct_debit
  for each row execute function samen.guard_direct_debit();

-- A file for the bank belongs to a pay run, to an order of supplier payments or to a collection.
alter table samen.payment_file
  drop constraint payment_file_of_one,
  add column direct_debit_order_id uuid,
  add constraint payment_file_of_one
    check (num_nonnulls(pay_run_id, supplier_payment_order_id, direct_debit_order_id) = 1),
  add foreign key (office_id, direct_debit_order_id) references samen.direct_debit_order,
  add unique (office_id, direct_debit_order_id);

select samen.secure_office_table(t) from unnest(array[
  'samen.direct_debit_terms', 'samen.mandate', 'samen.mandate_paper', 'samen.direct_debit_order',
  'samen.direct_debit']::regclass[]) t;
select samen.make_append_only('samen.mandate_paper');
revoke delete, truncate on samen.direct_debit_terms, samen.mandate, samen.direct_debit_order from samen_server;
revoke truncate on samen.direct_debit from samen_server;
