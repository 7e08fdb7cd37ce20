-- What a client signed goes with it when it is merged into another; nothing else of a mandate changes by that.
create or replace function samen.guard_mandate() returns trigger language plpgsql as $$
begin
  if old.ended_on is not null and (to_jsonb(new) - 'client_id') <> (to_jsonb(old) - 'client_id') then
    raise exception 'a mandate that has ended stays so' using errcode = 'restrict_violation';
  end if;
  if (to_jsonb(new) - '{ended_on,ended_by,end_reason,client_id}'::text[])
     <> (to_jsonb(old) - '{ended_on,ended_by,end_reason,client_id}'::text[]) then
    raise exception 'what was signed is never changed' using errcode = 'restrict_violation';
  end if;
  return null;
end
$$;
create trigger client_follows_merge after update of client_id on samen.mandate for each row
  when (new.client_id is distinct from old.client_id) execute function samen.refuse_unmerged_client();
alter table samen.mandate enable always trigger client_follows_merge;

-- An invoice has columns that merging came before.
do $$
declare
  others text;
begin
  select string_agg(quote_ident(a.attname), ', ' order by a.attnum) into others
    from pg_attribute a
   where a.attrelid = 'samen.invoice'::regclass and a.attnum > 0 and not a.attisdropped and a.attname <> 'client_id';
  drop trigger append_only on samen.invoice;
  execute format('create trigger append_only before update of %s or delete or truncate on samen.invoice'
    ' for each statement execute function samen.refuse_rewrite()', others);
  alter table samen.invoice enable always trigger append_only;
end
$$;
