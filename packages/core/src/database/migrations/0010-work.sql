-- From a member and a client to an agreed job and its invoice.

-- What an office decided for itself, beside its law.
create table samen.office_terms (
  office_id            uuid primary key,
  -- Nominal value of one share, minor units of the home currency.
  share_amount         bigint not null check (share_amount > 0),
  -- The credit limit of a client for whom none was decided.
  client_credit_limit  bigint not null check (client_credit_limit >= 0),
  foreign key (office_id) references samen.office
);

create table samen.legal_entity (
  office_id        uuid not null,
  legal_entity_id  uuid not null,
  -- 1, 2 … in the office: part of every payment reference, so that two entities' invoices never share one.
  entity_no        integer not null check (entity_no between 1 and 9),
  name             text not null,
  company_number   text not null,
  vat_number       text not null,
  -- The number the social-security authority knows the employer by.
  employer_number  text,
  iban             text not null,
  bic              text,
  street           text not null,
  post_code        text not null,
  town             text not null,
  country          char(2) not null,
  -- Where its days begin and end (IANA name).
  time_zone        text not null,
  primary key (office_id, legal_entity_id),
  unique (office_id, entity_no),
  unique (office_id, company_number),
  foreign key (office_id) references samen.office
);

-- Gapless legal numbering: the counter row is locked by the transaction that issues, so a rolled-back number is reused.
create table samen.number_series (
  office_id        uuid not null,
  legal_entity_id  uuid not null,
  series           text not null check (series ~ '^[A-Z0-9-]{1,20}$'),
  last_number      bigint not null default 0 check (last_number >= 0),
  -- The day the last number carries: numbers follow the calendar.
  last_on          date,
  primary key (office_id, legal_entity_id, series),
  foreign key (office_id, legal_entity_id) references samen.legal_entity
);

create table samen.member (
  office_id        uuid not null,
  member_id        uuid not null,
  given_name       text not null check (length(given_name) between 1 and 100),
  family_name      text not null check (length(family_name) between 1 and 100),
  sex              char(1) check (sex in ('f', 'm', 'x')),
  birth_date       date not null,
  national_number  text not null,
  email            text not null check (length(email) <= 254),
  iban             text not null,
  street           text not null,
  post_code        text not null,
  town             text not null,
  country          char(2) not null,
  language         text not null,
  region           text,
  -- What the country's payroll law asks about the person: the `worker` of a situation.
  worker_facts     jsonb not null default '{}',
  joined_on        date not null,
  primary key (office_id, member_id),
  unique (office_id, national_number),
  foreign key (office_id) references samen.office
);
create unique index member_email on samen.member (office_id, lower(email));

create table samen.share (
  office_id    uuid not null,
  share_number bigint not null check (share_number > 0),
  member_id    uuid not null,
  amount       bigint not null check (amount > 0),
  currency     char(3) not null,
  acquired_on  date not null,
  primary key (office_id, share_number),
  foreign key (office_id, member_id) references samen.member
);

create table samen.client (
  office_id           uuid not null,
  client_id           uuid not null,
  name                text not null check (length(name) between 1 and 200),
  company_number      text,
  vat_number          text,
  email               text check (length(email) <= 254),
  street              text,
  post_code           text,
  town                text,
  country             char(2) not null,
  language            text not null,
  sector              text,
  -- How much the guarantee fund may have advanced for this client at any moment.
  credit_limit        bigint not null check (credit_limit >= 0),
  payment_terms_days  integer not null default 30 check (payment_terms_days between 0 and 120),
  bankrupt_on         date,
  primary key (office_id, client_id),
  foreign key (office_id) references samen.office
);
create unique index client_vat_number on samen.client (office_id, vat_number) where vat_number is not null;
create unique index client_company_number on samen.client (office_id, country, company_number)
  where company_number is not null;
create index client_name on samen.client (office_id, lower(name));

create table samen.activity (
  office_id        uuid not null,
  activity_id      uuid not null,
  legal_entity_id  uuid not null,
  name             text not null check (length(name) between 1 and 200),
  kind             text not null check (kind in ('single', 'team')),
  sector           text not null check (sector in ('artistic', 'cultural-industry', 'other')),
  opened_on        date not null,
  primary key (office_id, activity_id),
  foreign key (office_id, legal_entity_id) references samen.legal_entity
);

create table samen.activity_member (
  office_id    uuid not null,
  activity_id  uuid not null,
  member_id    uuid not null,
  primary key (office_id, activity_id, member_id),
  foreign key (office_id, activity_id) references samen.activity,
  foreign key (office_id, member_id) references samen.member
);
create index activity_member_member on samen.activity_member (office_id, member_id);
create index activity_name on samen.activity (office_id, lower(name));

create table samen.contract (
  office_id        uuid not null,
  contract_id      uuid not null,
  -- The office's own name for the job, also the key that makes an import repeatable.
  reference        text not null check (length(reference) between 1 and 60),
  activity_id      uuid not null,
  client_id        uuid not null,
  legal_entity_id  uuid not null,
  title            text not null check (length(title) between 1 and 300),
  supply           text not null check (supply in ('performance', 'copyright', 'event-admission', 'training', 'service')),
  -- Client's price net of VAT, minor units.
  fee              bigint not null check (fee > 0),
  expenses         bigint not null default 0 check (expenses >= 0 and expenses < fee),
  currency         char(3) not null,
  starts_on        date not null,
  ends_on          date not null,
  region           text,
  state            text not null check (state in ('quote', 'order', 'started', 'done', 'invoiced', 'closed', 'cancelled')),
  created_at       timestamptz not null default now(),
  primary key (office_id, contract_id),
  unique (office_id, reference),
  check (ends_on >= starts_on),
  foreign key (office_id, activity_id) references samen.activity,
  foreign key (office_id, client_id) references samen.client,
  foreign key (office_id, legal_entity_id) references samen.legal_entity
);
create index contract_client on samen.contract (office_id, client_id);
create index contract_activity on samen.contract (office_id, activity_id);
create index contract_state on samen.contract (office_id, state, ends_on);

-- Who moved the job to which state, and when. The current state stands on the contract.
create table samen.contract_step (
  office_id    uuid not null,
  contract_id  uuid not null,
  step_no      integer not null check (step_no > 0),
  state        text not null,
  taken_at     timestamptz not null default now(),
  taken_by     text not null,
  primary key (office_id, contract_id, step_no),
  foreign key (office_id, contract_id) references samen.contract
);

-- The employment of one worker for one contract.
create table samen.engagement (
  office_id          uuid not null,
  engagement_id      uuid not null,
  contract_id        uuid not null,
  member_id          uuid not null,
  -- The worker's part of the contract's wage budget, an exact fraction; the parts of a contract never exceed one.
  share_numerator    bigint not null default 1 check (share_numerator > 0),
  share_denominator  bigint not null default 1 check (share_denominator >= share_numerator),
  -- What the country's payroll law asks about the job: the `engagement` of a situation.
  terms              jsonb not null,
  -- The day after which the wage may not be paid: the end of the promise clock.
  pay_by             date not null,
  hiring_filed_at    timestamptz,
  hiring_reference   text,
  primary key (office_id, engagement_id),
  unique (office_id, contract_id, member_id),
  foreign key (office_id, contract_id) references samen.contract,
  foreign key (office_id, member_id) references samen.member
);
create index engagement_pay_by on samen.engagement (office_id, pay_by);
create index engagement_member on samen.engagement (office_id, member_id);

create table samen.invoice (
  office_id          uuid not null,
  invoice_id         uuid not null,
  legal_entity_id    uuid not null,
  series             text not null,
  number             bigint not null check (number > 0),
  kind               text not null check (kind in ('invoice', 'credit-note')),
  -- The invoice a credit note takes back, wholly or in part.
  credits            uuid,
  contract_id        uuid not null,
  client_id          uuid not null,
  issued_on          date not null,
  due_on             date not null,
  currency           char(3) not null,
  net                bigint not null check (net > 0),
  vat                bigint not null check (vat >= 0),
  total              bigint not null,
  -- The cooperative's part of the net amount, contributed to the funds at issue (a credit note takes it back).
  levy               bigint not null check (levy >= 0),
  payment_reference  text not null,
  -- Parties, lines, VAT breakdown and legal mentions as they stood on the day of issue.
  document           jsonb not null,
  issued_at          timestamptz not null default now(),
  primary key (office_id, invoice_id),
  unique (office_id, legal_entity_id, series, number),
  check (total = net + vat),
  check ((kind = 'credit-note') = (credits is not null)),
  foreign key (office_id, contract_id) references samen.contract,
  foreign key (office_id, client_id) references samen.client,
  foreign key (office_id, credits) references samen.invoice
);
create index invoice_contract on samen.invoice (office_id, contract_id);
-- A job is invoiced once.
create unique index invoice_once on samen.invoice (office_id, contract_id) where kind = 'invoice';
create index invoice_credits on samen.invoice (office_id, credits) where credits is not null;
create index invoice_client on samen.invoice (office_id, client_id);
create index invoice_reference on samen.invoice (office_id, payment_reference);

select samen.secure_office_table(t) from unnest(array[
  'samen.office_terms', 'samen.legal_entity', 'samen.number_series', 'samen.member', 'samen.share', 'samen.client', 'samen.activity',
  'samen.activity_member', 'samen.contract', 'samen.contract_step', 'samen.engagement', 'samen.invoice']::regclass[]) t;
select samen.make_append_only('samen.contract_step');
select samen.make_append_only('samen.invoice');
