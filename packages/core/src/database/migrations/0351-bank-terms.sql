-- What a company agreed with its bank about payments: how much one batch may hold, and whether they go at once.
create table samen.bank_terms (
  office_id        uuid not null,
  legal_entity_id  uuid not null,
  transfers_max    integer check (transfers_max between 1 and 100000),
  amount_max       bigint check (amount_max > 0),
  instant          boolean not null,
  set_by           text not null,
  set_at           timestamptz not null,
  primary key (office_id, legal_entity_id),
  foreign key (office_id, legal_entity_id) references samen.legal_entity
);
select samen.secure_office_table('samen.bank_terms');
revoke delete, truncate on samen.bank_terms from samen_server;
