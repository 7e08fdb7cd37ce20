-- The ground every other table stands on: the server's role, the office it works for, and the two guards
-- (one office never sees another's rows; what is recorded is never rewritten).

do $$
begin
  create role samen_server nologin nosuperuser nobypassrls nocreatedb nocreaterole;
exception
  -- Roles belong to the whole PostgreSQL server: another database's migration may have made it already.
  when duplicate_object or unique_violation then null;
end
$$;

-- Without it the owner could not open a connection that runs as the server's role.
do $$
declare
  -- Until PostgreSQL 15 a member may always take the role; from 16 on the right to do so is one of its own.
  needed constant text := case when current_setting('server_version_num')::int < 160000 then 'member' else 'set' end;
begin
  if not pg_has_role(current_user, 'samen_server', needed) then
    grant samen_server to current_user;
  end if;
end
$$;

grant usage on schema samen to samen_server;

-- Null when no office is set, and null equals nothing: a forgotten office sees no rows rather than all.
-- The empty string is what a transaction-local setting leaves behind on a pooled connection.
create function samen.current_office() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('samen.office_id', true), '')::uuid;

-- Forced, so that the tables' owner is bound too. Partitions are tables of their own and get their own policy.
create function samen.secure_office_table(secured regclass) returns void
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  part regclass;
  first_key_column name;
begin
  for part in select relid from pg_partition_tree(secured) union select secured loop
    select a.attname into first_key_column
      from pg_index i
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
     where i.indrelid = part and i.indisprimary;
    if first_key_column is distinct from 'office_id' then
      raise exception 'the primary key of % must begin with office_id', part;
    end if;
    execute format('alter table %s enable row level security', part);
    execute format('alter table %s force row level security', part);
    execute format('drop policy if exists office_only on %s', part);
    execute format(
      'create policy office_only on %s using (office_id = samen.current_office())'
      ' with check (office_id = samen.current_office())', part);
    execute format('grant select, insert, update, delete on %s to samen_server', part);
  end loop;
end
$$;

create function samen.refuse_rewrite() returns trigger
  language plpgsql as $$
begin
  raise exception '%.% is append-only: what is recorded is corrected by a new row, never by %',
    tg_table_schema, tg_table_name, lower(tg_op)
    using errcode = 'restrict_violation';
end
$$;

-- Statement triggers, because they also fire where row-level security would leave no row to fire for; "always",
-- because replication mode switches ordinary triggers off.
create function samen.make_append_only(guarded regclass) returns void
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  part regclass;
begin
  for part in select relid from pg_partition_tree(guarded) union select guarded loop
    execute format('revoke update, delete, truncate on %s from samen_server', part);
    execute format(
      'create or replace trigger append_only before update or delete or truncate on %s'
      ' for each statement execute function samen.refuse_rewrite()', part);
    execute format('alter table %s enable always trigger append_only', part);
  end loop;
end
$$;

revoke execute on function samen.secure_office_table(regclass), samen.make_append_only(regclass) from public;

create table samen.office (
  office_id     uuid primary key,
  country       char(2) not null check (country ~ '^[A-Z]{2}$'),
  name          text not null check (name <> ''),
  home_currency char(3) not null check (home_currency ~ '^[A-Z]{3}$'),
  slug          text not null unique check (slug ~ '^[a-z][a-z0-9-]{0,30}$'),
  languages     text[] not null check (cardinality(languages) > 0),
  role          text not null check (role in ('national', 'group')),
  created_at    timestamptz not null default now()
);
select samen.secure_office_table('samen.office');

-- The one place where offices are seen side by side: jobs must know which exist, an address names one by its slug.
-- The owner reads it through a policy of its own, since row-level security is forced on owners that are not superusers.
create policy directory on samen.office for select to current_user using (true);

create function samen.office_directory()
  returns table (office_id uuid, slug text, name text, country text, role text, home_currency text)
  language sql stable security definer set search_path = samen, pg_temp
  begin atomic
    select o.office_id, o.slug, o.name, o.country::text, o.role, o.home_currency::text
      from samen.office o order by o.slug;
  end;
revoke execute on function samen.office_directory() from public;
grant execute on function samen.office_directory() to samen_server;
