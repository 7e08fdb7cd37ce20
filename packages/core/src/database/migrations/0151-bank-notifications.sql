-- A bank may tell of single entries (camt.054) before its statement does. Both are kept, and each entry is booked once.

alter table samen.bank_statement
  add column kind text not null default 'statement' check (kind in ('statement', 'notification')),
  -- How many transactions the message held, booked by it or before it; null where it was taken in before this was kept.
  add column transactions integer check (transactions >= 0),
  alter column opening drop not null,
  alter column closing drop not null,
  drop constraint bank_statement_office_id_iban_statement_ref_key,
  -- A notification has no balances.
  add constraint statement_has_balances check
    ((kind = 'statement') = (opening is not null) and (opening is null) = (closing is null)),
  add constraint bank_statement_once unique (office_id, iban, kind, statement_ref);

alter table samen.bank_transaction
  -- The bank's own reference of the whole entry, the same in a notification and in the statement.
  add column bank_ref text,
  -- Why a payment came back, by its ISO 20022 code.
  add column return_reason text;
create index bank_transaction_ref on samen.bank_transaction (office_id, bank_ref) where bank_ref is not null;

-- How much of an entry of a statement a notification had brought into the books before.
create table samen.bank_confirmation (
  office_id          uuid not null,
  bank_statement_id  uuid not null,
  bank_ref           text not null,
  amount             bigint not null check (amount <> 0),
  primary key (office_id, bank_statement_id, bank_ref),
  foreign key (office_id, bank_statement_id) references samen.bank_statement
);
create index bank_confirmation_ref on samen.bank_confirmation (office_id, bank_ref);

select samen.secure_office_table('samen.bank_confirmation');
select samen.make_append_only('samen.bank_confirmation');
