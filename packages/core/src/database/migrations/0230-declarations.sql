-- Declarations that were filed. What is due is a rule of the country and is not kept; VAT forms stand in vat_return.

create table samen.declaration (
  office_id        uuid not null,
  declaration_id   uuid not null,
  legal_entity_id  uuid not null,
  -- The filing's code in the country's plugin.
  filing           text not null check (length(filing) between 1 and 60),
  period_from      date not null,
  period_to        date not null check (period_to > period_from),
  filed_on         date not null,
  -- What the authority answered: its number of the filing.
  reference        text not null check (length(reference) between 1 and 100),
  -- The file that was sent, where there was one.
  file_name        text check (length(file_name) between 1 and 200),
  file_sha256      text check (file_sha256 ~ '^[0-9a-f]{64}$'),
  -- The filing of the same period that this one corrects.
  corrects         uuid,
  recorded_by      text not null,
  recorded_at      timestamptz not null default now(),
  primary key (office_id, declaration_id),
  -- A correction is of the very filing and period.
  unique (office_id, legal_entity_id, filing, period_from, declaration_id),
  foreign key (office_id, legal_entity_id) references samen.legal_entity,
  foreign key (office_id, legal_entity_id, filing, period_from, corrects)
    references samen.declaration (office_id, legal_entity_id, filing, period_from, declaration_id),
  check (corrects <> declaration_id),
  check ((file_sha256 is null) = (file_name is null))
);
-- A period is filed once, and each filing corrected once: a second correction corrects the first.
create unique index declaration_once on samen.declaration (office_id, legal_entity_id, filing, period_from)
  where corrects is null;
create unique index declaration_corrected_once on samen.declaration (office_id, corrects) where corrects is not null;

select samen.secure_office_table('samen.declaration');
select samen.make_append_only('samen.declaration');
