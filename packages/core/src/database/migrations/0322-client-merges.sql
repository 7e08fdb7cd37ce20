-- Two records of one client become one: what was with the merged one is with the other from then on, and the merged record stays as a
-- name under which the other is found. Documents keep the text they were issued with.

alter table samen.client
  -- Where its work went; of several merges in a row the last. Nobody works with a merged client any more.
  add column merged_into uuid,
  add constraint client_merged_into_other check (merged_into <> client_id),
  add foreign key (office_id, merged_into) references samen.client;
create index client_merged_into on samen.client (office_id, merged_into) where merged_into is not null;

-- Who decided that two were one, and what only the merged one had. Merged once, for good.
create table samen.client_merge (
  office_id      uuid not null,
  client_id      uuid not null,
  into_id        uuid not null check (into_id <> client_id),
  -- As the merged one had them on that day.
  vat_number     text,
  company_number text,
  -- The two had different numbers, and a person said that the client's had changed.
  number_changed boolean not null,
  reason         text not null check (length(reason) between 1 and 300),
  merged_on      date not null,
  merged_by      text not null,
  recorded_at    timestamptz not null default now(),
  primary key (office_id, client_id),
  foreign key (office_id, client_id) references samen.client,
  foreign key (office_id, into_id) references samen.client
);
create index client_merge_into on samen.client_merge (office_id, into_id);
select samen.secure_office_table('samen.client_merge'), samen.make_append_only('samen.client_merge');

-- The client of a recorded fact changes along a merge that was written down, and in no other way.
create function samen.refuse_unmerged_client() returns trigger
  language plpgsql set search_path = samen, pg_catalog, pg_temp as $$
begin
  if not exists (select from samen.client_merge m
                  where m.office_id = new.office_id and m.client_id = old.client_id and m.into_id = new.client_id) then
    raise exception '%.% keeps its client unless that client is merged into another', tg_table_schema, tg_table_name
      using errcode = 'restrict_violation';
  end if;
  return null;
end
$$;

do $$
declare
  facts text;
  others text;
begin
  foreach facts in array array['invoice', 'dunning_letter', 'collection_step', 'client_vat_check', 'delivery_rule', 'fund_movement'] loop
    select string_agg(quote_ident(a.attname), ', ' order by a.attnum) into others
      from pg_attribute a
     where a.attrelid = format('samen.%I', facts)::regclass and a.attnum > 0 and not a.attisdropped and a.attname <> 'client_id';
    execute format('drop trigger append_only on samen.%I', facts);
    execute format('create trigger append_only before update of %s or delete or truncate on samen.%I'
      ' for each statement execute function samen.refuse_rewrite()', others, facts);
    execute format('alter table samen.%I enable always trigger append_only', facts);
  end loop;
  foreach facts in array array['invoice', 'dunning_letter', 'collection_step', 'client_vat_check', 'delivery_rule', 'fund_movement',
                               'fund_advance'] loop
    execute format('grant update (client_id) on samen.%I to samen_server', facts);
    execute format('create trigger client_follows_merge after update of client_id on samen.%I for each row'
      ' when (new.client_id is distinct from old.client_id) execute function samen.refuse_unmerged_client()', facts);
    execute format('alter table samen.%I enable always trigger client_follows_merge', facts);
  end loop;
end
$$;
