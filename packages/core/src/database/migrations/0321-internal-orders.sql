-- Work that one activity does for another of the same company: what was offered, and each step since. Nothing is sold and
-- nothing is invoiced: when the work is taken, money goes from one budget to the other.

create table samen.internal_order (
  office_id         uuid not null,
  internal_order_id uuid not null,
  legal_entity_id   uuid not null,
  -- The activity that does the work, and the one that pays for it.
  seller_id         uuid not null,
  buyer_id          uuid not null check (buyer_id <> seller_id),
  title             text not null check (length(title) between 1 and 300),
  currency          char(3) not null,
  -- Minor units.
  amount            bigint not null check (amount > 0),
  offered_on        date not null,
  offered_by        text not null,
  recorded_at       timestamptz not null default now(),
  primary key (office_id, internal_order_id),
  foreign key (office_id, legal_entity_id) references samen.legal_entity,
  foreign key (office_id, seller_id) references samen.activity,
  foreign key (office_id, buyer_id) references samen.activity
);
create index internal_order_seller on samen.internal_order (office_id, seller_id, internal_order_id);
create index internal_order_buyer on samen.internal_order (office_id, buyer_id, internal_order_id);

-- Each step is taken once at most.
create table samen.internal_order_step (
  office_id         uuid not null,
  internal_order_id uuid not null,
  step              text not null check (step in ('accept', 'decline', 'withdraw', 'deliver', 'settle', 'return')),
  reason            text not null default '' check (length(reason) <= 300),
  -- Of the ledger, where money moved.
  transaction_id    uuid,
  taken_on          date not null,
  taken_by          text not null,
  recorded_at       timestamptz not null default now(),
  primary key (office_id, internal_order_id, step),
  foreign key (office_id, internal_order_id) references samen.internal_order,
  check ((step in ('settle', 'return')) = (transaction_id is not null))
);

select samen.secure_office_table(t), samen.make_append_only(t) from unnest(array[
  'samen.internal_order', 'samen.internal_order_step']::regclass[]) t;
