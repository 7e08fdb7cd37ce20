import { createHash, createHmac } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { migrate } from '../migrate.ts'

export interface ClusterAddresses {
  /** The owner's address of the coordinator. */
  url: string
  /** Owners' addresses of the servers that hold offices, by name: lower-case letters, digits, underscores. */
  workers: Readonly<Record<string, string>>
}

const READER = 'samen_group_reader'

/**
 * Makes a coordinator and workers one cluster, or brings one up to date: tables on each, the list of offices replicated
 * between all, rights to the coordinator, and the group's view of the workers' figures through postgres_fdw. Run it at every
 * start: addresses may have changed. The owners must be superusers, and the servers run with `wal_level = logical`.
 *
 * @returns how many migrations were applied.
 */
export async function setUpCluster({ url, workers }: ClusterAddresses): Promise<number> {
  for (const name of Object.keys(workers))
    if (!/^[a-z][a-z0-9_]{0,30}$/.test(name)) throw new Error(`"${name}" is no name of a server.`)
  const applied = await Promise.all([url, ...Object.values(workers)].map((one) => migrate({ url: one })))
  await refuseStrangers({ url, workers })
  await Promise.all(Object.values(workers).map(setUpWorker))
  await asOwner(url, (client) => setUpCoordinator(client, workers))
  // One after the other: each makes a slot, for which its publisher waits until open transactions end.
  await subscribe(url, 'coordinator', workers, ['samen_directory', 'samen_rights'])
  for (const [name, address] of Object.entries(workers)) {
    const { [name]: _, ...others } = workers
    await subscribe(address, name, others, ['samen_directory'])
  }
  return applied.reduce((sum, names) => sum + names.length, 0)
}

/** Ends what the servers send each other, as must be done before a cluster's databases are dropped. */
export async function takeClusterApart({ url, workers }: ClusterAddresses): Promise<void> {
  for (const one of [url, ...Object.values(workers)])
    await asOwner(one, async (client) => {
      const { rows } = await client.query<{ subname: string }>(
        `select subname from pg_subscription s join pg_database d on d.oid = s.subdbid
          where d.datname = current_database() and subname like 'samen\\_from\\_%'`,
      )
      for (const { subname } of rows)
        await client.query(`drop subscription ${client.escapeIdentifier(subname)}`)
    })
}

/** A cluster begins empty: offices that a server held before would have no place in it, and nobody could sign in. */
async function refuseStrangers({ url, workers }: ClusterAddresses): Promise<void> {
  const isNew = await asOwner(url, async (client) => {
    const { rows } = await client.query<{ new: boolean }>(
      `select to_regclass('samen_cluster.place') is null as new`,
    )
    return rows[0]?.new === true
  })
  if (!isNew) return
  for (const [name, address] of Object.entries({ coordinator: url, ...workers }))
    if (await asOwner(address, hasOffices))
      throw new Error(`The database of ${name} holds offices already: begin a cluster with empty databases.`)
}

async function setUpWorker(url: string): Promise<void> {
  const isReady = await asReader(url).then(
    (client) => client.end().then(() => true),
    () => false,
  )
  await asOwner(url, async (client) => {
    if (!isReady) {
      await client.query(makeReader)
      await alterReader(client, readerPassword(url))
    }
    await client.query(await statements('worker.sql'))
  })
}

/** A role belongs to the whole server: whoever sets up another database of it at the same moment changes the same row. */
async function alterReader(client: pg.Client, password: string, attempts = 5): Promise<void> {
  try {
    await client.query(`alter role ${READER} login password ${client.escapeLiteral(password)}`)
  } catch (error) {
    const isRace = error instanceof pg.DatabaseError && error.message === 'tuple concurrently updated'
    if (!isRace || attempts <= 1) throw error
    await alterReader(client, password, attempts - 1)
  }
}

async function setUpCoordinator(client: pg.Client, workers: Readonly<Record<string, string>>): Promise<void> {
  await client.query(makeReader)
  await client.query('begin')
  await client.query(await statements('coordinator.sql'))
  for (const [name, url] of Object.entries(workers)) {
    const { host, port, dbname } = parts(url)
    const text = (value: string) => client.escapeLiteral(value)
    const { rowCount } = await client.query('select from pg_foreign_server where srvname = $1', [name])
    if (rowCount === 0)
      await client.query(
        `create server ${name} foreign data wrapper postgres_fdw options (host ${text(host)}, port ${text(port)},
           dbname ${text(dbname)}, updatable 'false', async_capable 'true', fetch_size '10000')`,
      )
    else
      await client.query(
        `alter server ${name} options (set host ${text(host)}, set port ${text(port)}, set dbname ${text(dbname)})`,
      )
    await client.query(`drop user mapping if exists for ${READER} server ${name}`)
    await client.query(
      `create user mapping for ${READER} server ${name} options (user '${READER}', password ${text(readerPassword(url))})`,
    )
    await client.query(`grant usage on foreign server ${name} to ${READER}`)
    await client.query('select samen_cluster.attach($1)', [name])
  }
  await client.query('commit')
}

/**
 * Makes a server (called `as`) receive what the workers publish of their own, not what those received from others. Whoever
 * joins late copies the list of offices from the first that has one: it is the same on all.
 */
async function subscribe(
  subscriber: string,
  as: string,
  publishers: Readonly<Record<string, string>>,
  publications: readonly string[],
): Promise<void> {
  await asOwner(subscriber, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select subname as name from pg_subscription s join pg_database d on d.oid = s.subdbid
        where d.datname = current_database()`,
    )
    const known = new Set(rows.map(({ name }) => name))
    let isFilled = await hasOffices(client)
    for (const [name, publisher] of Object.entries(publishers)) {
      const connection = client.escapeLiteral(connectionOf(publisher))
      if (known.has(`samen_from_${name}`)) {
        await client.query(`alter subscription samen_from_${name} connection ${connection}`)
        continue
      }
      const copies = !isFilled && (await asOwner(publisher, hasOffices))
      isFilled ||= copies
      // A slot's name is one for the whole server, whatever the database.
      const slot = createHash('sha256')
        .update(`${parts(publisher).dbname} ${as}`)
        .digest('hex')
        .slice(0, 24)
      await client.query(
        `create subscription samen_from_${name} connection ${connection} publication ${publications.join(', ')}
           with (slot_name = 'samen_${slot}', origin = none, copy_data = ${copies})`,
      )
    }
  })
}

async function hasOffices(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ some: boolean }>('select exists (select from samen.office) as some')
  return rows[0]?.some === true
}

function connectionOf(url: string): string {
  const { host, port, dbname } = parts(url)
  const { username, password } = new URL(url)
  return Object.entries({ host, port, dbname, user: username, password })
    .map(([key, value]) => `${key}='${decodeURIComponent(value).replaceAll(/['\\]/g, '\\$&')}'`)
    .join(' ')
}

const makeReader = `
  do $$
  begin
    create role ${READER} nologin nosuperuser nobypassrls nocreatedb nocreaterole;
  exception
    when duplicate_object or unique_violation then null;
  end
  $$`

/** Follows from the owner's, so that every set-up finds the same. */
const readerPassword = (url: string): string =>
  createHmac('sha256', decodeURIComponent(new URL(url).password))
    .update(READER)
    .digest('base64url')

function asReader(url: string): Promise<pg.Client> {
  const address = new URL(url)
  address.username = READER
  address.password = readerPassword(url)
  const client = new pg.Client({ connectionString: address.href })
  return client.connect().then(() => client)
}

async function asOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, options: '-c client_min_messages=warning' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function parts(url: string): { host: string; port: string; dbname: string } {
  const { hostname, port, pathname } = new URL(url)
  return { host: hostname, port: port || '5432', dbname: decodeURIComponent(pathname.slice(1)) }
}

const statements = (file: string): Promise<string> => readFile(new URL(file, import.meta.url), 'utf8')
