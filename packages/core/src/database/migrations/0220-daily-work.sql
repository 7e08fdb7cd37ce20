-- What an office does by itself once a day, and the last day it did it: of several servers one does it, and one that
-- stopped half way did nothing.
create table samen.daily_work (
  office_id uuid not null,
  work      text not null check (work in ('instalments', 'depreciation')),
  done_on   date not null,
  primary key (office_id, work)
);
select samen.secure_office_table('samen.daily_work');
