-- What a coordinator has beside its migrated tables: which server holds which office, and the group's view of all servers.
-- Written to be run at every set-up: places stay, the view is made anew over the tables as they are now.

create extension if not exists postgres_fdw;
create schema if not exists samen_cluster;

-- Chosen by an operator before the office is opened, or when it is. Never changed: the office's rows would stay behind.
create table if not exists samen_cluster.place (
  slug   text primary key,
  server text not null
);

-- Several offices of one slug stand here when an opening failed or lost a race. They lie on one server, whose own unique
-- slug lets one of them be.
create table if not exists samen_cluster.office_place (
  office_id uuid primary key,
  slug      text not null references samen_cluster.place
);
grant usage on schema samen_cluster to samen_server, samen_group_reader;
grant select on samen_cluster.place, samen_cluster.office_place to samen_server;

-- What the group may read of every server: figures and packs, nobody's name. The same list is granted in worker.sql.
create or replace function samen_cluster.group_tables() returns text[]
  language sql immutable return array['ledger_account', 'ledger_balance', 'ledger_period', 'pack'];

-- A server's partition names the offices it holds, so it is made again when one joins them. Nothing lies in it here.
create or replace function samen_cluster.attach(joined text) returns void
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  name text;
  held text := (select string_agg(quote_literal(o.office_id), ', ' order by o.office_id)
                  from samen_cluster.office_place o join samen_cluster.place p using (slug) where p.server = joined);
begin
  foreach name in array samen_cluster.group_tables() loop
    execute format('drop foreign table if exists samen_cluster.%I', name || '_' || joined);
    if held is not null then
      execute format('create foreign table samen_cluster.%I partition of samen_cluster.%I for values in (%s)'
        ' server %I options (schema_name ''samen'', table_name %L)', name || '_' || joined, name, held, joined, name);
    end if;
  end loop;
end
$$;

-- Finds an office to be opened its server: the one chosen for its slug, else the one that holds fewest.
create or replace function samen_cluster.place_office(opened uuid, its_slug text) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  chosen text;
begin
  lock table samen_cluster.place in share row exclusive mode;
  insert into samen_cluster.place (slug, server)
  select its_slug, s.srvname
    from pg_foreign_server s
    join pg_foreign_data_wrapper w on w.oid = s.srvfdw and w.fdwname = 'postgres_fdw'
    left join samen_cluster.place p on p.server = s.srvname
   group by s.srvname order by count(p.slug), s.srvname limit 1
      on conflict (slug) do nothing;
  insert into samen_cluster.office_place (office_id, slug) values (opened, its_slug) on conflict do nothing;
  select server into strict chosen from samen_cluster.place where slug = its_slug;
  if found then
    perform samen_cluster.attach(chosen);
  end if;
  return chosen;
end
$$;
revoke execute on function samen_cluster.attach(text), samen_cluster.place_office(uuid, text) from public;
grant execute on function samen_cluster.place_office(uuid, text) to samen_server;

do $$
declare
  name text;
begin
  foreach name in array samen_cluster.group_tables() loop
    execute format('drop table if exists samen_cluster.%I', name);
    execute format('create table samen_cluster.%I (like samen.%I) partition by list (office_id)', name, name);
    execute format('grant select on samen_cluster.%I to samen_group_reader', name);
  end loop;
end
$$;
