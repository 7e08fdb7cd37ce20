-- What helps to find out whose money it was: what people decided before, and the rules they wrote.

-- Whose account or name a payer's was when a person decided. A memory and no record: it may be forgotten.
create table samen.bank_payer (
  office_id      uuid not null,
  bank_payer_id  uuid not null,
  kind           text not null check (kind in ('iban', 'name')),
  -- An IBAN, or a name as it is compared: without accents, signs, case and legal form.
  value          text not null check (length(value) between 1 and 200),
  client_id      uuid not null,
  times          integer not null check (times > 0),
  last_by        text not null,
  last_on        date not null,
  primary key (office_id, bank_payer_id),
  unique (office_id, kind, value, client_id),
  foreign key (office_id, client_id) references samen.client
);
create index bank_payer_client on samen.bank_payer (office_id, client_id);

-- When a receipt's text or payer contains these words it is this client's.
create table samen.bank_rule (
  office_id     uuid not null,
  bank_rule_id  uuid not null,
  -- As it is compared: words without accents, signs and case.
  contains      text not null check (length(contains) between 3 and 100),
  client_id     uuid not null,
  written_by    text not null,
  written_at    timestamptz not null,
  primary key (office_id, bank_rule_id),
  unique (office_id, contains, client_id),
  foreign key (office_id, client_id) references samen.client
);

select samen.secure_office_table(t) from unnest(array['samen.bank_payer', 'samen.bank_rule']::regclass[]) t;
