import type pg from 'pg'

export interface SealedTable {
  /** `samen.payslip`, quoted where needed. */
  name: string
  /** Takes only some of its whole table's rows. */
  isPartition: boolean
  firstKeyColumn: string | null
  secured: boolean
  forced: boolean
  columns: { name: string; expression: string }[]
}

/** Every table of schema `samen`, as the catalogue has it, with a way to fill each column. */
export async function readTables(owner: pg.Client): Promise<SealedTable[]> {
  const { rows: tables } = await owner.query<Omit<SealedTable, 'columns'> & { oid: number }>(`
    select c.oid::int4, format('samen.%I', c.relname) as name, c.relispartition as "isPartition",
           c.relrowsecurity as secured, c.relforcerowsecurity as forced,
           (select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
             where i.indrelid = c.oid and i.indisprimary) as "firstKeyColumn"
      from pg_class c
     where c.relnamespace = 'samen'::regnamespace and c.relkind in ('r', 'p')
     order by c.relname`)
  const { rows: columns } = await owner.query<{
    oid: number
    name: string
    type: string
    samples: string[] | null
  }>(`
    select a.attrelid::int4 as oid, quote_ident(a.attname) as name, format_type(a.atttypid, a.atttypmod) as type,
           (select array_agg(e.enumlabel::text) from pg_enum e
             where e.enumtypid = coalesce(nullif(t.typelem, 0), t.oid)) as samples
      from pg_attribute a join pg_type t on t.oid = a.atttypid join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'samen'::regnamespace and c.relkind in ('r', 'p')
       and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity <> 'a'
     order by a.attrelid, a.attnum`)
  return tables.map(({ oid, ...table }) => ({
    ...table,
    columns: columns
      .filter((column) => column.oid === oid)
      .map(({ name, type, samples }) => ({ name, expression: sampleOf(type, samples?.[0]) })),
  }))
}

/** An SQL expression for some value of a type, another one each time where the type allows it. */
function sampleOf(type: string, enumLabel: string | undefined): string {
  if (type.endsWith('[]')) return `'{}'::${type}`
  if (enumLabel) return `'${enumLabel}'::${type}`
  if (type === 'uuid') return 'gen_random_uuid()'
  if (/^(bigint|integer|smallint|numeric|double|real)/.test(type)) return '(1 + floor(random() * 9))'
  if (/^(text|character|citext|name)/.test(type)) return `substr(md5(random()::text), 1, 2)::${type}`
  if (type === 'date') return `date '2026-01-01'`
  if (type.startsWith('timestamp')) return `timestamp '2026-01-01 12:00'`
  if (type.startsWith('time')) return `time '12:00'`
  if (type === 'boolean') return 'true'
  if (type === 'bytea') return `sha256(random()::text::bytea)`
  if (type.startsWith('json')) return `'{}'::${type}`
  if (type === 'interval') return `interval '1 day'`
  if (type === 'int4range' || type === 'int8range') return `${type}(1, 2)`
  if (type === 'daterange') return `daterange('2026-01-01', '2026-02-01')`
  if (type === 'tstzrange') return `tstzrange('2026-01-01', '2026-02-01')`
  throw new Error(`No sample value for the type ${type}: teach any-row.ts one`)
}
