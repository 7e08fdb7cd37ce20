import { sql } from 'kysely'
import type { Transaction } from '../database/index.ts'

/** A table whose rows belong to an office, as the catalogue has it. */
export interface OfficeTable {
  /** With its schema: `samen.invoice`. */
  readonly name: string
  readonly columns: readonly { readonly name: string; readonly type: string; readonly computed: boolean }[]
  /** The columns of its primary key, in their order. */
  readonly key: readonly string[]
  /** Whether a row may name another one of the same table. */
  readonly namesItself: boolean
  /** `office`: its rows carry `office_id`. `people`: the sign-ins of those who have a right in the office. */
  readonly rowsOf: 'office' | 'people'
}

/**
 * Sign-in tables that go along, and the column that says whose row it is. Sessions, and links that were mailed, stay: who
 * moves signs in anew.
 */
const PEOPLE: Readonly<Record<string, string>> = {
  'auth.person': 'id',
  'auth.credential': 'person_id',
}

/**
 * Every table that has rows of an office, found in the catalogue, so that a new one is there by itself; a table stands after
 * those its rows point to.
 */
export async function officeTables(trx: Transaction): Promise<OfficeTable[]> {
  const { rows } = await sql<OfficeTable & { pointsTo: string[] }>`
    select format('%s.%s', n.nspname, c.relname) as name,
           (select jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
                     'computed', a.attgenerated <> '') order by a.attnum)
              from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
           (select array_agg(a.attname::text order by k.place)
              from pg_index i, unnest(i.indkey::int2[]) with ordinality k (attnum, place), pg_attribute a
             where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = k.attnum) as key,
           exists (select from pg_constraint f
                    where f.contype = 'f' and f.conrelid = c.oid and f.confrelid = c.oid) as "namesItself",
           case n.nspname when 'auth' then 'people' else 'office' end as "rowsOf",
           array(select distinct format('%s.%s', tn.nspname, t.relname)
                   from pg_constraint f join pg_class t on t.oid = f.confrelid
                   join pg_namespace tn on tn.oid = t.relnamespace
                  where f.contype = 'f' and f.conrelid = c.oid and f.confrelid <> c.oid) as "pointsTo"
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence = 'p'
       and (exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'office_id' and not a.attisdropped)
            or format('%s.%s', n.nspname, c.relname) = any(${Object.keys(PEOPLE)}::text[]))
       and n.nspname not in ('pg_catalog', 'information_schema')
     order by name`.execute(trx)
  return inOrder(rows)
}

/** Which rows of a table are the office's. */
export function isOffices({ name, rowsOf }: OfficeTable, officeId: string) {
  return rowsOf === 'office'
    ? sql`office_id = ${officeId}`
    : sql`${sql.id(PEOPLE[name] as string)} in (select user_id from samen.office_right where office_id = ${officeId})`
}

function inOrder(tables: readonly (OfficeTable & { pointsTo: readonly string[] })[]): OfficeTable[] {
  const waiting = new Map(tables.map((table) => [table.name, table]))
  const order: OfficeTable[] = []
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter(({ pointsTo }) => !pointsTo.some((name) => waiting.has(name)))
    if (ready.length === 0)
      throw new Error(`These tables point to each other in a ring: ${[...waiting.keys()].join(', ')}`)
    for (const { pointsTo: _, ...table } of ready) {
      waiting.delete(table.name)
      order.push(table)
    }
  }
  return order
}
