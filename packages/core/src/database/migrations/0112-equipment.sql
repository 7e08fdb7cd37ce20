-- What an activity has bought to keep: cost, plan of depreciation, what was written off month by month, and its end.
-- Figures stand in the ledger by subject (the asset's id); these rows say why.

create table samen.fixed_asset (
  office_id        uuid not null,
  asset_id         uuid not null,
  activity_id      uuid not null,
  legal_entity_id  uuid not null,
  name             text not null check (length(name) between 1 and 200),
  -- Of the supplier's bill, for whoever looks for it.
  reference        text not null default '' check (length(reference) <= 100),
  currency         char(3) not null,
  -- Minor units: without VAT, and the VAT that is deducted.
  cost             bigint not null check (cost > 0),
  vat              bigint not null check (vat >= 0),
  bought_on        date not null,
  -- Depreciation begins with this month.
  in_use_from      date not null check (extract(day from in_use_from) = 1),
  method           text not null check (method in ('linear', 'declining')),
  months           integer not null check (months between 1 and 600),
  residual         bigint not null check (residual >= 0 and residual < cost),
  -- Of the book value a year, where the method is declining.
  rate_numerator   bigint,
  rate_denominator bigint check (rate_denominator > 0),
  bought_by        text not null,
  recorded_at      timestamptz not null default now(),
  primary key (office_id, asset_id),
  foreign key (office_id, activity_id) references samen.activity,
  foreign key (office_id, legal_entity_id) references samen.legal_entity,
  check ((method = 'declining') = (rate_numerator is not null)),
  check ((rate_numerator is null) = (rate_denominator is null)),
  check (rate_numerator is null or (rate_numerator > 0 and rate_numerator <= rate_denominator))
);
create index fixed_asset_activity on samen.fixed_asset (office_id, activity_id, asset_id);

create table samen.fixed_asset_depreciation (
  office_id uuid not null,
  asset_id  uuid not null,
  -- The month it was posted for; what months before had left out is in it.
  period    date not null check (extract(day from period) = 1),
  amount    bigint not null check (amount > 0),
  primary key (office_id, asset_id, period),
  foreign key (office_id, asset_id) references samen.fixed_asset
);

create table samen.fixed_asset_disposal (
  office_id   uuid not null,
  asset_id    uuid not null,
  disposed_on date not null,
  -- Without VAT; zero where it was thrown away.
  proceeds    bigint not null check (proceeds >= 0),
  vat         bigint not null check (vat >= 0),
  book_value  bigint not null check (book_value >= 0),
  reason      text not null check (length(reason) between 1 and 300),
  disposed_by text not null,
  recorded_at timestamptz not null default now(),
  primary key (office_id, asset_id),
  foreign key (office_id, asset_id) references samen.fixed_asset
);

select samen.secure_office_table(t), samen.make_append_only(t) from unnest(array[
  'samen.fixed_asset', 'samen.fixed_asset_depreciation', 'samen.fixed_asset_disposal']::regclass[]) t;
