-- What a guarantee fund passes on to another office's fund: by which terms, and what of it month by month. Each side its own rows.

-- From a year on, until the next terms between the two. Never changed: new ones begin with another year.
create table samen.reinsurance_treaty (
  office_id           uuid not null,
  -- Slug of the other office, which may be on another server.
  counterparty        text not null check (counterparty ~ '^[a-z][a-z0-9-]{0,30}$'),
  -- ceded: our losses go there; assumed: theirs come here.
  direction           text not null check (direction in ('ceded', 'assumed')),
  from_year           integer not null check (from_year between 2000 and 2999),
  fund_id             uuid not null,
  retention_per_loss  bigint not null check (retention_per_loss >= 0),
  retention_per_year  bigint not null check (retention_per_year >= 0),
  share_numerator     bigint not null check (share_numerator > 0),
  share_denominator   bigint not null check (share_denominator >= share_numerator),
  premium_numerator   bigint not null check (premium_numerator >= 0),
  premium_denominator bigint not null check (premium_denominator >= premium_numerator and premium_denominator > 0),
  agreed_by           text not null,
  primary key (office_id, counterparty, direction, from_year),
  foreign key (office_id, fund_id) references samen.fund
);

-- A month's account between the two: what changed of each year's losses, and the premium.
create table samen.reinsurance_account (
  office_id    uuid not null,
  counterparty text not null,
  direction    text not null check (direction in ('ceded', 'assumed')),
  period       date not null check (extract(day from period) = 1),
  premium      bigint not null check (premium >= 0),
  -- As it was sent or received: {from, to, currency, period, lines, premium}; amounts as text.
  statement    jsonb not null,
  booked_by    text not null,
  booked_at    timestamptz not null default now(),
  primary key (office_id, counterparty, direction, period),
  foreign key (office_id) references samen.office
);

select samen.secure_office_table(t) from unnest(array[
  'samen.reinsurance_treaty', 'samen.reinsurance_account']::regclass[]) t;
select samen.make_append_only(t) from unnest(array[
  'samen.reinsurance_treaty', 'samen.reinsurance_account']::regclass[]) t;
