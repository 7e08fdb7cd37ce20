import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { findAccount, mayEnter, type SystemAccount } from './postgres-account.ts'
import { type PostgresPrograms, programsFor } from './postgres-programs.ts'
import { commandOf } from './process-identity.ts'
import { Refusal } from './refusal.ts'

export interface PostgresOptions {
  /** Where the server keeps its files; made when missing, and given to the account PostgreSQL runs as. */
  folder: string
  /** The database to open, made when missing. */
  database?: string
  /** Server settings on top of ours. */
  settings?: Readonly<Record<string, string>>
}

export interface RunningPostgres {
  /** The owner's address. */
  url: string
  /** False when it was already running: left behind by a killed process, or shared with one that lives. */
  started: boolean
  /** Ends every connection, writes everything down, and returns when the server is gone. */
  stop(): Promise<void>
}

const owner = 'samen'

const ourSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  log_checkpoints: 'off',
}

/**
 * Starts the PostgreSQL that comes with the installation, on a free port of this machine only, or joins the one
 * already running in `folder`. Callers must not start and stop the same folder at the same moment.
 *
 * @throws {Refusal} when it cannot start.
 */
export async function startPostgres({
  folder,
  database = 'samen',
  settings = {},
}: PostgresOptions): Promise<RunningPostgres> {
  const account = await findAccount()
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if (account) await chown(folder, account.uid, account.gid)
  if (!(await mayEnter(folder, account))) {
    throw new Refusal(
      `PostgreSQL runs as the user "${account?.name}", which may not enter ${folder}: choose another folder with SAMEN_HOME.`,
    )
  }
  const cluster = new Cluster(folder, await programsFor(account, folder), account)
  await cluster.create()
  const running = await cluster.runningPort()
  const port = running ?? (await cluster.start({ ...ourSettings, ...settings }))
  const url = (name: string) => `postgres://${owner}:${cluster.password}@127.0.0.1:${port}/${name}`
  await createDatabase(url('postgres'), database)
  return { url: url(database), started: running === undefined, stop: () => cluster.stop() }
}

class Cluster {
  password = ''
  readonly #folder: string
  readonly #programs: PostgresPrograms
  readonly #account: SystemAccount | undefined

  constructor(folder: string, programs: PostgresPrograms, account: SystemAccount | undefined) {
    this.#folder = folder
    this.#programs = programs
    this.#account = account
  }

  get #data(): string {
    return join(this.#folder, 'data')
  }

  get #log(): string {
    return join(this.#folder, 'postgresql.log')
  }

  /** Makes the data files aside and moves them into place last, so that a killed start leaves nothing half made. */
  async create(): Promise<void> {
    if (existsSync(join(this.#data, 'PG_VERSION'))) return this.#readPassword()
    const unfinished = join(this.#folder, 'data.new')
    await rm(unfinished, { recursive: true, force: true })
    this.password = randomBytes(24).toString('base64url')
    await this.#writePrivately('password', this.password)
    const made = await this.#run(this.#programs.initdb, [
      `--pgdata=${unfinished}`,
      `--username=${owner}`,
      `--pwfile=${join(this.#folder, 'password')}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
    ])
    if (made.code !== 0) {
      throw new Refusal(`PostgreSQL could not make its files in ${this.#folder}: ${lastLine(made.output)}`)
    }
    await rename(unfinished, this.#data)
  }

  async #readPassword(): Promise<void> {
    this.password = (await readFile(join(this.#folder, 'password'), 'utf8')).trim()
  }

  /** The port of the server that runs on these files. Clears the mark of one that is dead. */
  async runningPort(): Promise<number | undefined> {
    const mark = join(this.#data, 'postmaster.pid')
    const lines = (await readFile(mark, 'utf8').catch(() => '')).split('\n')
    if (lines.length < 4) return undefined
    // PostgreSQL refuses to start over a mark whose number another program has since been given, as happens in containers.
    if (!(await commandOf(Number(lines[0])))?.includes('postgres')) {
      await rm(mark, { force: true })
      return undefined
    }
    return Number(lines[3])
  }

  async start(settings: Readonly<Record<string, string>>): Promise<number> {
    const port = await freePort()
    // Quoted for the shell that pg_ctl uses: a value may be empty.
    const options = Object.entries({ ...settings, port: String(port) }).map(
      ([name, value]) => `-c "${name}=${value}"`,
    )
    const outcome = await this.#run(this.#programs.pgCtl, [
      `--pgdata=${this.#data}`,
      `--log=${this.#log}`,
      `--options=${options.join(' ')}`,
      '--wait',
      '--timeout=120',
      'start',
    ])
    if (outcome.code !== 0) {
      const log = await readFile(this.#log, 'utf8').catch(() => outcome.output)
      throw new Refusal(`PostgreSQL did not start (${lastLine(log)}): see ${this.#log}.`)
    }
    return port
  }

  async stop(): Promise<void> {
    await this.#run(this.#programs.pgCtl, [
      `--pgdata=${this.#data}`,
      '--mode=fast',
      '--wait',
      '--timeout=60',
      'stop',
    ])
  }

  async #writePrivately(name: string, text: string): Promise<void> {
    const file = join(this.#folder, name)
    await writeFile(file, text, { mode: 0o600 })
    await chmod(file, 0o600)
    if (this.#account) await chown(file, this.#account.uid, this.#account.gid)
  }

  #run(program: string, args: string[]): Promise<{ code: number | null; output: string }> {
    return new Promise((resolve, reject) => {
      const child = spawn(program, args, {
        cwd: this.#folder,
        env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
        stdio: ['ignore', 'pipe', 'pipe'],
        // Its own group: Ctrl-C in the terminal must reach us first, so that PostgreSQL goes last.
        detached: true,
        ...(this.#account ? { uid: this.#account.uid, gid: this.#account.gid } : {}),
      })
      let output = ''
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
      child.on('error', reject)
      child.on('close', (code) => resolve({ code, output }))
    })
  }
}

async function createDatabase(url: string, name: string): Promise<void> {
  const client = await connectWhenReady(url)
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
}

/** A server joined while it still repairs its files after a hard kill turns connections away at first (57P03). */
async function connectWhenReady(url: string): Promise<pg.Client> {
  const deadline = Date.now() + 120_000
  for (;;) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      return client
    } catch (error) {
      const { code, message } = error as Error & { code?: string }
      if ((code !== '57P03' && code !== 'ECONNREFUSED') || Date.now() > deadline) {
        throw new Refusal(`PostgreSQL runs but turns Samen away: ${message}.`)
      }
      await setTimeout(100)
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? ''
}
