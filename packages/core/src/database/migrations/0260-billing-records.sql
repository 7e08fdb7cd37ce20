-- Records of invoices as a tax authority wants them kept (Spain's VERI*FACTU): one chain per company, each record naming the
-- hash of the one before, made in the transaction that issues the invoice.

-- From a day on: whether the company has its records sent to the authority, and who answers for the system. A new version
-- begins, none is changed.
create table samen.billing_record_setting (
  office_id        uuid not null,
  legal_entity_id  uuid not null,
  version          integer not null check (version > 0),
  valid_from       date not null,
  -- The records are sent, so that the invoice may say that it can be verified.
  sent             boolean not null,
  producer_name    text not null check (length(producer_name) between 1 and 120),
  producer_number  text not null check (length(producer_number) between 1 and 20),
  set_by           text not null,
  set_at           timestamptz not null,
  primary key (office_id, legal_entity_id, version),
  foreign key (office_id, legal_entity_id) references samen.legal_entity
);

create table samen.billing_record (
  office_id        uuid not null,
  legal_entity_id  uuid not null,
  -- 1, 2 … without a gap.
  seq              bigint not null check (seq > 0),
  form             text not null check (form in ('verifactu')),
  kind             text not null check (kind in ('issued', 'corrected', 'cancelled')),
  invoice_id       uuid not null,
  -- What is hashed, but for the hash before.
  facts            jsonb not null,
  previous         text check (previous ~ '^[0-9A-F]{64}$'),
  hash             text not null check (hash ~ '^[0-9A-F]{64}$'),
  -- The record as the authority reads it, its hash inside.
  content          text not null check (length(content) between 1 and 20000),
  -- Where the buyer looks the invoice up, as its QR code says; null for a cancellation.
  address          text check (length(address) <= 500),
  -- Why a record was mended or taken back.
  reason           text check (length(reason) between 1 and 300),
  made_by          text not null,
  made_at          timestamptz not null,
  primary key (office_id, legal_entity_id, seq),
  check ((seq = 1) = (previous is null)),
  check ((kind = 'issued') = (reason is null)),
  check ((kind = 'cancelled') = (address is null)),
  foreign key (office_id, legal_entity_id) references samen.legal_entity,
  foreign key (office_id, invoice_id) references samen.invoice
);
create unique index billing_record_issued on samen.billing_record (office_id, invoice_id) where kind = 'issued';
create index billing_record_of_invoice on samen.billing_record (office_id, invoice_id, seq);

create function samen.keep_billing_chain() returns trigger language plpgsql as $$
begin
  if exists (select from added a
               left join samen.billing_record before on before.office_id = a.office_id
                 and before.legal_entity_id = a.legal_entity_id and before.seq = a.seq - 1
              where before.hash is distinct from a.previous) then
    raise exception 'a billing record names the hash of the record before it' using errcode = 'restrict_violation';
  end if;
  return null;
end
$$;
create trigger keep_billing_chain after insert on samen.billing_record
  referencing new table as added for each statement execute function samen.keep_billing_chain();

select samen.secure_office_table(t) from unnest(array[
  'samen.billing_record_setting', 'samen.billing_record']::regclass[]) t;
select samen.make_append_only(t) from unnest(array[
  'samen.billing_record_setting', 'samen.billing_record']::regclass[]) t;
