-- A long statement fills the bank's tables at once. Until the statistics are taken anew the planner believes them as short as they
-- were, and goes through them whole for every row; the server may have them taken, in the same transaction.

create function samen.count_bank_tables() returns void language plpgsql security definer
  set search_path = samen, pg_temp as $$
begin
  analyze bank_transaction, bank_match;
end
$$;
revoke execute on function samen.count_bank_tables() from public;
grant execute on function samen.count_bank_tables() to samen_server;

-- See 0002: an office unknown to the statistics must not look like a single row.
alter table samen.bank_transaction alter column office_id set statistics 0;
alter table samen.bank_match alter column office_id set statistics 0;
alter table samen.bank_statement alter column office_id set statistics 0;
