import { type Dialect, Kysely, sql } from 'kysely'
import type { Schema } from '../schema.ts'

/**
 * Several PostgreSQL servers used as one database. Asked without an office it is the coordinator, which knows the offices and
 * who may sign in; `inOffice` goes to the server that holds the office. No transaction spans two servers.
 */
export class ClusterDatabase extends Kysely<Schema> {
  /** By name, in alphabetical order. */
  readonly workers: ReadonlyMap<string, Kysely<Schema>>
  /** An office never moves while the program runs. */
  readonly #names = new Map<string, string>()

  constructor(dialect: Dialect, workers: ReadonlyMap<string, Kysely<Schema>>) {
    super({ dialect })
    this.workers = workers
  }

  /** The server that holds the office. */
  async serverOf(officeId: string): Promise<Kysely<Schema>> {
    const name = await this.serverNameOf(officeId)
    const server = this.workers.get(name)
    if (!server)
      throw new Error(`The office ${officeId} lies on the server ${name}, whose address is not known.`)
    return server
  }

  /** The name of the server that holds the office. One that was never opened belongs to the server its number falls to. */
  async serverNameOf(officeId: string): Promise<string> {
    const known = this.#names.get(officeId)
    if (known !== undefined) return known
    const { rows } = await sql<{ server: string }>`
      select server from samen_cluster.office_place join samen_cluster.place using (slug)
       where office_id = ${officeId}`.execute(this)
    if (!rows[0]) return [...this.workers.keys()][numberOf(officeId) % this.workers.size] as string
    this.#names.set(officeId, rows[0].server)
    return rows[0].server
  }

  /** Finds an office that is about to be opened its server; it keeps it for good. */
  async place(officeId: string, slug: string): Promise<void> {
    const { rows } = await sql<{ server: string }>`
      select samen_cluster.place_office(${officeId}, ${slug}) as server`.execute(this)
    if (rows[0]) this.#names.set(officeId, rows[0].server)
  }

  override async destroy(): Promise<void> {
    await Promise.all([super.destroy(), ...[...this.workers.values()].map((worker) => worker.destroy())])
  }
}

/** The last digits of a UUID are random in every version. */
const numberOf = (officeId: string): number => Number.parseInt(officeId.slice(-8), 16)
