import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type RunningPostgres, startPostgres } from './embedded-postgres.ts'
import { holderLives, whileLocked } from './lock.ts'
import { findAccount, mayEnter } from './postgres-account.ts'
import { identityOf } from './process-identity.ts'

export interface OwnDatabase {
  /** The owner's address. */
  url: string
  /** Ends our use of it; the last user stops PostgreSQL. */
  release(): Promise<void>
}

/**
 * The data folder's own PostgreSQL, started unless it runs already: for the server, for a command beside it, or left
 * over from a process that was killed. Whoever lets go last stops it.
 *
 * @throws {Refusal} when it cannot start.
 */
export async function useOwnDatabase(home: string): Promise<OwnDatabase> {
  const lock = join(home, 'database.lock')
  const users = join(home, 'database-users')
  const mine = join(users, String(process.pid))
  const running = await whileLocked(lock, async () => {
    await mkdir(users, { recursive: true })
    await writeFile(mine, (await identityOf(process.pid)) ?? String(process.pid))
    return startPostgres({ folder: await databaseFolder(home) })
  })
  return { url: running.url, release: () => whileLocked(lock, () => letGo(users, mine, running)) }
}

async function letGo(users: string, mine: string, running: RunningPostgres): Promise<void> {
  await rm(mine, { force: true })
  for (const other of await readdir(users)) {
    if (await holderLives(join(users, other))) return
    await rm(join(users, other), { force: true })
  }
  await running.stop()
}

/**
 * In the data folder, unless PostgreSQL's user cannot get there (we are root, and the folder lies in `/root`, say):
 * then in a place of its own, which a note in the data folder names.
 */
async function databaseFolder(home: string): Promise<string> {
  const note = join(home, 'database-folder')
  const noted = (await readFile(note, 'utf8').catch(() => '')).trim()
  if (noted) return noted
  if (await mayEnter(home, await findAccount())) return join(home, 'postgresql')
  const elsewhere = join(outsideFolder, randomBytes(6).toString('hex'))
  await mkdir(outsideFolder, { recursive: true, mode: 0o711 })
  await writeFile(note, `${elsewhere}\n`)
  return elsewhere
}

const outsideFolder = '/var/lib/samen'
