-- What an office declares about the VAT it charged: how it declares, what it has filed, and whether a client's number was asked.

-- How a legal entity declares from a day on; the country's ordinary way before the first row.
create table samen.vat_setting (
  office_id        uuid not null,
  legal_entity_id  uuid not null,
  from_on          date not null check (extract(day from from_on) = 1),
  period           text not null check (period in ('month', 'quarter', 'year')),
  -- When the VAT of a taxed invoice of these days is due: at once, or as far as the client has paid.
  due_on           text not null check (due_on in ('invoice', 'payment')),
  recorded_by      text not null,
  recorded_at      timestamptz not null default now(),
  primary key (office_id, legal_entity_id, from_on),
  foreign key (office_id, legal_entity_id) references samen.legal_entity
);

-- A return or sales list that was filed. Nothing of it changes: what comes later goes to the next.
create table samen.vat_return (
  office_id        uuid not null,
  vat_return_id    uuid not null,
  legal_entity_id  uuid not null,
  form             text not null check (form in ('return', 'sales-list')),
  period_from      date not null,
  period_to        date not null check (period_to > period_from),
  -- What the authority answered: its number of the filing.
  reference        text not null check (length(reference) between 1 and 100),
  -- Boxes as they were filed: code and amount, minor units as text.
  boxes            jsonb not null,
  filed_on         date not null,
  filed_by         text not null,
  filed_at         timestamptz not null default now(),
  primary key (office_id, vat_return_id),
  unique (office_id, legal_entity_id, form, period_from),
  foreign key (office_id, legal_entity_id) references samen.legal_entity
);

-- What each document added to a filing, one row per VAT rate of it; minor units, signed.
create table samen.vat_return_item (
  office_id        uuid not null,
  vat_return_id    uuid not null,
  -- The invoice or credit note; the ledger's transaction for what was bought.
  document_id      uuid not null,
  line_no          integer not null check (line_no > 0),
  kind             text not null check (kind in ('invoice', 'credit-note', 'relief', 'purchase', 'purchase-credit')),
  code             text not null,
  category         text not null,
  rate             text not null,
  base             bigint not null,
  vat              bigint not null,
  -- The part of it that belonged to a period filed before.
  late_base        bigint not null,
  late_vat         bigint not null,
  primary key (office_id, vat_return_id, document_id, line_no, kind),
  foreign key (office_id, vat_return_id) references samen.vat_return
);
create index vat_return_item_document on samen.vat_return_item (office_id, document_id);

-- What the register of VAT numbers (VIES) answered about a client on a day.
create table samen.client_vat_check (
  office_id            uuid not null,
  vat_check_id         uuid not null,
  client_id            uuid not null,
  -- The number that was asked, with its country.
  vat_number           text not null check (length(vat_number) between 2 and 20),
  checked_on           date not null,
  result               text not null check (result in ('valid', 'invalid', 'unavailable')),
  -- The register's proof that it was asked, where it gives one.
  consultation_number  text check (length(consultation_number) between 1 and 60),
  -- A person at the register's page, or the service itself.
  via                  text not null check (via in ('staff', 'service')),
  recorded_by          text not null,
  recorded_at          timestamptz not null default now(),
  primary key (office_id, vat_check_id),
  foreign key (office_id, client_id) references samen.client
);
create index client_vat_check_client on samen.client_vat_check (office_id, client_id, checked_on);

select samen.secure_office_table(t) from unnest(array[
  'samen.vat_setting', 'samen.vat_return', 'samen.vat_return_item', 'samen.client_vat_check']::regclass[]) t;
select samen.make_append_only(t) from unnest(array[
  'samen.vat_setting', 'samen.vat_return', 'samen.vat_return_item', 'samen.client_vat_check']::regclass[]) t;
