-- Exchange rates a group translates by. Rows of the group's office, not a table shared by all: which rates were taken in,
-- from which file and when, is a fact of that group's books, and so it stands behind the same wall as they do.
create table samen.exchange_rate (
  office_id    uuid not null,
  -- Who published it: `ecb` (units of the currency for one euro), `mnb` (forints for one unit), `demo` (invented; as `ecb`).
  source       text not null check (source in ('ecb', 'mnb', 'demo')),
  currency     text collate "C" not null check (currency ~ '^[A-Z]{3}$'),
  day          date not null,
  -- A rate that is corrected stands beside the one it corrects; the latest holds.
  recorded_at  timestamptz not null default now(),
  -- As published, exactly.
  quote        numeric(20, 10) not null check (quote > 0),
  file_sha256  bytea not null check (length(file_sha256) = 32),
  recorded_by  text not null,
  primary key (office_id, source, currency, day, recorded_at),
  foreign key (office_id) references samen.office
);
select samen.secure_office_table('samen.exchange_rate');
select samen.make_append_only('samen.exchange_rate');
