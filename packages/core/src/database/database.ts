import { Kysely, type Transaction as KyselyTransaction, PostgresDialect } from 'kysely'
import pg from 'pg'
import { ClusterDatabase } from './cluster/cluster-database.ts'
import { copyInCursor } from './copy-in.ts'
import type { Schema } from './schema.ts'

export type Database = Kysely<Schema>
export type Transaction = KyselyTransaction<Schema>

export interface DatabaseOptions {
  /** `postgres://user:password@host:port/name`; the user must be a member of `samen_server`. */
  url: string
  /** Connections at most; 10 unless told. */
  max?: number
  /** Servers that hold the offices, by name, where `url` is only their coordinator; see `setUpCluster`. */
  workers?: Readonly<Record<string, string>> | undefined
}

/**
 * Opens the server's view of the database: every connection runs as `samen_server`, which owns nothing, so
 * row-level security binds it. `int8` arrives as bigint, `date` as `YYYY-MM-DD`, `numeric` as decimal text.
 * No connection is made before the first query.
 */
export function openDatabase({ url, max = 10, workers }: DatabaseOptions): Database {
  if (!workers) return new Kysely<Schema>({ dialect: dialectOf(url, max) })
  const opened = Object.entries(workers)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, address]) => [name, new Kysely<Schema>({ dialect: dialectOf(address, max) })] as const)
  return new ClusterDatabase(dialectOf(url, max), new Map(opened))
}

function dialectOf(url: string, max: number): PostgresDialect {
  const pool = new pg.Pool({ ...serverConnection(url), max, types: exactTypes })
  // An idle connection that breaks (server restarted) must not end the process; the pool replaces it.
  pool.on('error', () => undefined)
  return new PostgresDialect({ pool, cursor: copyInCursor })
}

/**
 * One connection as the tables' owner: for what the server itself may not do, in a command that an administrator runs.
 * `inOffice` binds it like any other, until `reset role`.
 */
export function openAsOwner(url: string): Database {
  const pool = new pg.Pool({ connectionString: url, max: 1, types: exactTypes })
  pool.on('error', () => undefined)
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
}

/** Connection settings under which a plain `pg` client has exactly the server's rights. */
export function serverConnection(url: string): { connectionString: string; options: string } {
  const address = new URL(url)
  // An `options` in the address would replace ours and with it the role: it goes first, ours has the last word.
  const given = address.searchParams.get('options') ?? ''
  address.searchParams.delete('options')
  // Our statements are many and short: compiling one (jit) takes longer than running it.
  const ours = '-c role=samen_server -c search_path=samen -c timezone=UTC -c datestyle=ISO -c jit=off'
  return { connectionString: address.href, options: `${given} ${ours}`.trim() }
}

type Parser = (text: string) => unknown

const textArrayType: number = 1009
const parseTexts: (text: string) => (string | null)[] = pg.types.getTypeParser(textArrayType)

const arrayOf =
  (element: Parser): Parser =>
  (text) =>
    parseTexts(text).map((item) => (item === null ? null : element(item)))

const asText: Parser = (text) => text

/** Types whose usual JavaScript form would lose cents or days, by PostgreSQL type id. */
const exact: ReadonlyMap<number, Parser> = new Map([
  [20, BigInt],
  [1016, arrayOf(BigInt)],
  [1082, asText],
  [1182, arrayOf(asText)],
  [1700, asText],
  [1231, arrayOf(asText)],
])

const exactTypes = {
  getTypeParser(id: number, format?: 'text' | 'binary'): Parser {
    return (format !== 'binary' && exact.get(id)) || pg.types.getTypeParser(id, format)
  },
}
