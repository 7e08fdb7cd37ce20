-- What one office of the group books about another: each side its own, under a reference both write.
create table samen.intercompany_item (
  office_id            uuid not null,
  intercompany_item_id uuid not null,
  legal_entity_id      uuid not null,
  -- Slug of the other office, which may be on another server.
  counterparty         text not null check (counterparty ~ '^[a-z][a-z0-9-]{0,30}$'),
  reference            text not null check (length(reference) between 1 and 100),
  kind                 text not null check (kind in ('invoice', 'interest', 'reinsurance', 'loan', 'payment', 'capital')),
  -- given: we render, lend, pay or subscribe; received: the other office does.
  direction            text not null check (direction in ('given', 'received')),
  currency             char(3) not null,
  -- Negative takes back.
  amount               bigint not null check (amount <> 0),
  effective_on         date not null,
  description          text not null check (length(description) <= 300),
  transaction_id       uuid not null,
  booked_by            text not null,
  booked_at            timestamptz not null,
  primary key (office_id, intercompany_item_id),
  constraint intercompany_item_reference unique (office_id, counterparty, reference),
  foreign key (office_id, legal_entity_id) references samen.legal_entity
);
select samen.secure_office_table('samen.intercompany_item');
select samen.make_append_only('samen.intercompany_item');
