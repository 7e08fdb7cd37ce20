-- Bills that come in: the file as it arrived, what it says, who took it for which activity, and how it was paid.

create table samen.supplier_invoice (
  office_id            uuid not null,
  supplier_invoice_id  uuid not null,
  -- The company it is addressed to.
  legal_entity_id      uuid not null,
  kind                 text not null check (kind in ('invoice', 'credit-note')),
  -- What tells a supplier from others: VAT number, else register number, else country and name.
  supplier_key         text not null check (length(supplier_key) between 1 and 300),
  supplier_name        text not null check (length(supplier_name) between 1 and 300),
  supplier_country     char(2),
  supplier_vat_number  text check (length(supplier_vat_number) <= 40),
  number               text not null check (length(number) between 1 and 100),
  issued_on            date not null,
  due_on               date,
  -- Number of the invoice a credit note takes back, where it says so.
  credits_number       text check (length(credits_number) <= 100),
  currency             char(3) not null,
  -- As the file says; of a credit note positive too. total = net + vat + rounding, prepaid is a part of it.
  net                  bigint not null check (net >= 0),
  vat                  bigint not null check (vat >= 0),
  rounding             bigint not null,
  total                bigint not null check (total > 0),
  prepaid              bigint not null check (prepaid between 0 and total),
  -- [{category, rate, base, amount, reason}], amounts in minor units as text.
  vat_parts            jsonb not null,
  iban                 text check (length(iban) <= 34),
  bic                  text check (length(bic) <= 11),
  payment_reference    text check (length(payment_reference) <= 140),
  syntax               text not null,
  rule_sets            text[] not null,
  findings             jsonb not null,
  breaks_rules         boolean not null,
  -- `upload`, or the network it came through.
  arrived_by           text not null check (arrived_by ~ '^[a-z][a-z0-9-]{0,30}$'),
  received_at          timestamptz not null,
  received_by          text not null,
  state                text not null check (state in ('received', 'assigned', 'approved', 'refused')),
  activity_id          uuid,
  assigned_by          text,
  assigned_at          timestamptz,
  decided_by           text,
  decided_at           timestamptz,
  reason               text check (length(reason) between 1 and 300),
  -- With the approval: VAT that comes back, VAT owed in the supplier's stead (and, so far as it comes back, deducted),
  -- what the activity bears, and the day it belongs to in the books.
  deductible_vat       bigint check (deductible_vat >= 0),
  self_assessed_vat    bigint check (self_assessed_vat >= 0),
  cost                 bigint check (cost >= 0),
  booked_on            date,
  pay_to               text check (length(pay_to) <= 34),
  primary key (office_id, supplier_invoice_id),
  check (total = net + vat + rounding),
  check ((state in ('assigned', 'approved')) <= (activity_id is not null)),
  check ((state in ('approved', 'refused')) = (decided_by is not null)),
  check ((state = 'refused') = (reason is not null)),
  check ((state = 'approved') = (booked_on is not null and cost is not null and deductible_vat is not null
                                 and self_assessed_vat is not null)),
  foreign key (office_id, legal_entity_id) references samen.legal_entity,
  foreign key (office_id, activity_id) references samen.activity
);
-- A bill counts once, however often and in whatever file it comes; suppliers may begin their numbers anew each year.
create unique index supplier_invoice_once
  on samen.supplier_invoice (office_id, supplier_key, kind, number, (extract(year from issued_on)))
  where state <> 'refused';
create index supplier_invoice_state on samen.supplier_invoice (office_id, state, supplier_invoice_id);
create index supplier_invoice_activity on samen.supplier_invoice (office_id, activity_id) where activity_id is not null;

-- The file itself, byte for byte.
create table samen.supplier_invoice_original (
  office_id            uuid not null,
  supplier_invoice_id  uuid not null,
  name                 text not null check (length(name) between 1 and 200),
  sha256               bytea not null check (length(sha256) = 32),
  content              bytea not null check (length(content) between 1 and 20000000),
  primary key (office_id, supplier_invoice_id),
  foreign key (office_id, supplier_invoice_id) references samen.supplier_invoice
);
create index supplier_invoice_original_hash on samen.supplier_invoice_original (office_id, sha256);

-- received → assigned → approved; refused before that. Beyond the decision nothing changes.
create function samen.guard_supplier_invoice() returns trigger language plpgsql as $$
begin
  if (old.state, new.state) not in (('received', 'assigned'), ('assigned', 'assigned'), ('assigned', 'approved'),
                                    ('received', 'refused'), ('assigned', 'refused')) then
    raise exception 'a supplier invoice does not go from % to %', old.state, new.state using errcode = 'restrict_violation';
  end if;
  if (to_jsonb(new) - '{state,activity_id,assigned_by,assigned_at,decided_by,decided_at,reason,deductible_vat,self_assessed_vat,cost,booked_on,pay_to}'::text[])
     <> (to_jsonb(old) - '{state,activity_id,assigned_by,assigned_at,decided_by,decided_at,reason,deductible_vat,self_assessed_vat,cost,booked_on,pay_to}'::text[]) then
    raise exception 'what a supplier invoice says is never changed' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger guard_supplier_invoice before update on samen.supplier_invoice
  for each row execute function samen.guard_supplier_invoice();

-- Bills paid together: put together by one person, released by another.
create table samen.supplier_payment_order (
  office_id                  uuid not null,
  supplier_payment_order_id  uuid not null,
  legal_entity_id            uuid not null,
  currency                   char(3) not null,
  execute_on                 date not null,
  state                      text not null check (state in ('prepared', 'released', 'discarded')),
  transfers                  integer not null check (transfers > 0),
  total                      bigint not null check (total > 0),
  prepared_by                text not null,
  prepared_at                timestamptz not null,
  released_by                text,
  released_at                timestamptz,
  primary key (office_id, supplier_payment_order_id),
  constraint supplier_payment_second_person check (released_by is null or released_by <> prepared_by),
  check ((state = 'released') = (released_by is not null)),
  check ((state = 'released') = (released_at is not null)),
  foreign key (office_id, legal_entity_id) references samen.legal_entity
);
create index supplier_payment_order_state on samen.supplier_payment_order (office_id, state);

-- Each bill of an order: what is transferred for it, and what a credit note of the same supplier settles. A bill is in one
-- order, ever: it is not paid twice. A discarded order lets go of its bills.
create table samen.supplier_payment (
  office_id                  uuid not null,
  supplier_invoice_id        uuid not null,
  supplier_payment_order_id  uuid not null,
  amount                     bigint not null check (amount >= 0),
  set_off                    bigint not null check (set_off >= 0),
  -- What the bank carries through and reports back; null where nothing is transferred.
  end_to_end_id              text,
  iban                       text,
  name                       text not null,
  primary key (office_id, supplier_invoice_id),
  unique (office_id, end_to_end_id),
  check (amount + set_off > 0),
  check ((amount > 0) = (end_to_end_id is not null and iban is not null)),
  foreign key (office_id, supplier_invoice_id) references samen.supplier_invoice,
  foreign key (office_id, supplier_payment_order_id) references samen.supplier_payment_order
);
create index supplier_payment_order_bills on samen.supplier_payment (office_id, supplier_payment_order_id);

create function samen.guard_supplier_payment_order() returns trigger language plpgsql as $$
begin
  if old.state <> 'prepared' or new.state = 'prepared' then
    raise exception 'a payment order does not go from % to %', old.state, new.state using errcode = 'restrict_violation';
  end if;
  if (to_jsonb(new) - '{state,released_by,released_at}'::text[])
     <> (to_jsonb(old) - '{state,released_by,released_at}'::text[]) then
    raise exception 'the figures of a payment order are never changed' using errcode = 'restrict_violation';
  end if;
  return new;
end
$$;
create trigger guard_supplier_payment_order before update on samen.supplier_payment_order
  for each row execute function samen.guard_supplier_payment_order();

create function samen.keep_released_supplier_payments() returns trigger language plpgsql as $$
begin
  if exists (select from changed c join samen.supplier_payment_order o using (office_id, supplier_payment_order_id)
              where o.state <> 'prepared') then
    raise exception 'a released payment order keeps its bills' using errcode = 'restrict_violation';
  end if;
  return null;
end
$$;
create trigger keep_released_insert after insert on samen.supplier_payment
  referencing new table as changed for each statement execute function samen.keep_released_supplier_payments();
create trigger keep_released_delete after delete on samen.supplier_payment
  referencing old table as changed for each statement execute function samen.keep_released_supplier_payments();

-- A file for the bank belongs to a pay run or to an order of supplier payments.
alter table samen.payment_file
  alter column pay_run_id drop not null,
  add column supplier_payment_order_id uuid,
  add constraint payment_file_of_one check (num_nonnulls(pay_run_id, supplier_payment_order_id) = 1),
  add foreign key (office_id, supplier_payment_order_id) references samen.supplier_payment_order,
  add unique (office_id, supplier_payment_order_id);

-- Money out may be for a supplier's bill.
alter table samen.bank_match
  drop constraint bank_match_purpose,
  add column supplier_invoice_id uuid,
  add constraint bank_match_purpose
    check (num_nonnulls(invoice_id, payslip_id, late_payment_of, supplier_invoice_id) = 1),
  add foreign key (office_id, supplier_invoice_id) references samen.supplier_invoice;
create unique index bank_match_supplier_invoice on samen.bank_match (office_id, supplier_invoice_id)
  where supplier_invoice_id is not null;

select samen.secure_office_table(t) from unnest(array[
  'samen.supplier_invoice', 'samen.supplier_invoice_original', 'samen.supplier_payment_order',
  'samen.supplier_payment']::regclass[]) t;
select samen.make_append_only('samen.supplier_invoice_original');
revoke delete, truncate on samen.supplier_invoice, samen.supplier_payment_order from samen_server;
revoke update, truncate on samen.supplier_payment from samen_server;
