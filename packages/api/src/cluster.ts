import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type RunningPostgres, startPostgres } from './embedded-postgres.ts'
import { claim } from './lock.ts'
import { Refusal } from './refusal.ts'

/**
 * The servers that hold a cluster's offices, from a list such as `north=postgres://… south=postgres://…`; undefined for none.
 *
 * @throws {Refusal} naming the entry at fault.
 */
export function workersNamed(list: string | undefined): Readonly<Record<string, string>> | undefined {
  const entries = list?.split(/\s+/).filter(Boolean) ?? []
  if (entries.length === 0) return undefined
  const workers: Record<string, string> = {}
  for (const entry of entries) {
    const at = entry.indexOf('=')
    const name = entry.slice(0, Math.max(at, 0))
    if (!/^[a-z][a-z0-9_]{0,30}$/.test(name) || name in workers)
      throw new Refusal(
        `SAMEN_WORKERS: "${name || entry.split('://')[0]}" is no name of its own: write north=postgres://… south=postgres://…, names in lower-case letters, digits and underscores, each once.`,
      )
    workers[name] = entry.slice(at + 1)
  }
  return workers
}

export interface RunningCluster {
  url: string
  workers: Readonly<Record<string, string>>
  /** The file that sets `DATABASE_URL` and `SAMEN_WORKERS` for a shell. */
  settingsFile: string
  stop(): Promise<void>
}

/** One process receives from each server; every other server and each first copy takes a slot. */
const settings = {
  wal_level: 'logical',
  max_replication_slots: '20',
  max_wal_senders: '20',
  max_active_replication_origins: '20',
  max_logical_replication_workers: '20',
  max_worker_processes: '30',
}

/**
 * Starts a coordinator and the named workers on this machine, each with its own files in `folder`, and leaves their addresses
 * in a file there that only this user can read.
 *
 * @throws {Refusal} when another process holds them, or one cannot start.
 */
export async function startCluster(folder: string, names: readonly string[]): Promise<RunningCluster> {
  await mkdir(folder, { recursive: true, mode: 0o711 })
  const lock = await claim(join(folder, 'cluster.lock'))
  if (!lock)
    throw new Refusal(`The cluster in ${folder} runs already: use that one, or choose another folder.`)
  const running: RunningPostgres[] = []
  const stop = async () => {
    await Promise.all(running.map((server) => server.stop()))
    await lock.release()
  }
  try {
    const outcomes = await Promise.allSettled(
      ['coordinator', ...names].map(async (name) => {
        const server = await startPostgres({ folder: join(folder, name), settings })
        running.push(server)
        return server.url
      }),
    )
    const urls = outcomes.map((outcome) => {
      if (outcome.status === 'rejected') throw outcome.reason
      return outcome.value
    })
    const workers = Object.fromEntries(names.map((name, at) => [name, urls[at + 1] as string]))
    const url = urls[0] as string
    const list = Object.entries(workers).map(([name, address]) => `${name}=${address}`)
    const settingsFile = join(folder, 'cluster.env')
    await writeFile(settingsFile, `DATABASE_URL='${url}'\nSAMEN_WORKERS='${list.join(' ')}'\n`, {
      mode: 0o600,
    })
    return { url, workers, settingsFile, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
