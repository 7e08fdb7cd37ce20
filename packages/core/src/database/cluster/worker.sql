-- What a server that holds offices has beside its migrated tables: what it tells the other servers, and what the group may
-- read of all its offices. Written to be run at every set-up.

do $$
begin
  if not exists (select from pg_publication where pubname = 'samen_directory') then
    create publication samen_directory for table samen.office;
  end if;
  if not exists (select from pg_publication where pubname = 'samen_rights') then
    create publication samen_rights for table samen.office_right;
  end if;
end
$$;

grant usage on schema samen to samen_group_reader;

-- Row-level security knows one office at a time, set in its transaction; a setting does not travel through postgres_fdw.
-- So the group's reader has a policy of its own, on figures and packs, which name no person.
do $$
declare
  name text;
begin
  foreach name in array array['ledger_account', 'ledger_balance', 'ledger_period', 'pack'] loop
    execute format('grant select on samen.%I to samen_group_reader', name);
    execute format('drop policy if exists group_reads on samen.%I', name);
    execute format('create policy group_reads on samen.%I for select to samen_group_reader using (true)', name);
  end loop;
end
$$;
