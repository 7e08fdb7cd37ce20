import { sql } from 'kysely'
import type { Transaction } from '../database/index.ts'
import type { OfficeTable } from './tables.ts'

/**
 * Runs `work` as the tables' owner, while the rules on new rows are set aside: they guard work as it is done, day by day, and
 * would refuse a month that is closed already. Foreign keys and checks stay. The tables take no other writer until the
 * transaction ends, and get their rules back within it.
 */
export async function withoutInsertTriggers<T>(
  trx: Transaction,
  tables: readonly OfficeTable[],
  work: () => Promise<T>,
): Promise<T> {
  const triggers = await insertTriggers(trx, tables)
  await sql`reset role`.execute(trx)
  await sql`set constraints all immediate`.execute(trx)
  for (const { table, trigger } of triggers)
    await sql`alter table ${table} disable trigger ${trigger}`.execute(trx)
  const result = await work()
  for (const { table, trigger, mode } of triggers)
    await sql`alter table ${table} enable ${mode} trigger ${trigger}`.execute(trx)
  await sql`set local role samen_server`.execute(trx)
  return result
}

async function insertTriggers(trx: Transaction, tables: readonly OfficeTable[]) {
  const { rows } = await sql<{ table: string; name: string; mode: string }>`
    select format('%s.%s', n.nspname, c.relname) as table, t.tgname as name,
           case t.tgenabled when 'A' then 'always' when 'R' then 'replica' else '' end as mode
      from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
     where not t.tgisinternal and t.tgparentid = 0 and t.tgtype & 4 = 4 and t.tgenabled <> 'D'
       and format('%s.%s', n.nspname, c.relname) = any(${tables.map(({ name }) => name)}::text[])
     order by 1, 2`.execute(trx)
  return rows.map(({ table, name, mode }) => ({
    table: sql.table(table),
    trigger: sql.id(name),
    mode: sql.raw(mode),
  }))
}
