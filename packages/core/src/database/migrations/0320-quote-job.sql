-- Which job a quote offers can change while nobody has accepted it: what the office agreed to for one client and its days
-- does not count for another. The version since which client and days stand.
alter table samen.quote
  add column job_version integer not null default 1,
  add constraint quote_job_version check (job_version between 1 and version);
