import { existsSync } from 'node:fs'
import { access, chmod, constants, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { claim, type Lock } from './lock.ts'
import { Refusal } from './refusal.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** Where this user's Samen keeps its data: `SAMEN_HOME`, or the place the platform has for such things. */
export function homeFolder(
  env: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  if (env.SAMEN_HOME) return resolve(env.SAMEN_HOME)
  const user = env.HOME ?? homedir()
  if (platform === 'darwin') return join(user, 'Library', 'Application Support', 'Samen')
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(user, 'AppData', 'Local'), 'Samen')
  return join(env.XDG_DATA_HOME || join(user, '.local', 'share'), 'samen')
}

/**
 * Makes the data folder if it is missing, and makes sure that we may write in it.
 *
 * @throws {Refusal} when we may not.
 */
export async function openHome(folder: string): Promise<void> {
  try {
    await makeFolder(folder)
    await access(folder, constants.W_OK | constants.X_OK)
    if (process.getuid?.() === 0) await letPostgresThrough(folder)
    // Rights on paper are not all: the disk may be read-only or full.
    const probe = join(folder, `.probe-${process.pid}`)
    await writeFile(probe, '')
    await rm(probe)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new Refusal(
      `Samen may not write to its data folder ${folder} (${code}): choose another with SAMEN_HOME, or allow this user to write there.`,
    )
  }
}

/** Node's own recursive mkdir never returns where a folder exists but takes no entries, as `/proc` does. */
async function makeFolder(folder: string): Promise<void> {
  if (!existsSync(dirname(folder))) await makeFolder(dirname(folder))
  await mkdir(folder, { mode: 0o700 }).catch(async (error: NodeJS.ErrnoException) => {
    const isThere = error.code === 'EEXIST' && (await stat(folder)).isDirectory()
    if (!isThere) throw error
  })
}

/** As root, PostgreSQL runs as a user of its own, who must be able to pass through (not to read) the folder. */
async function letPostgresThrough(folder: string): Promise<void> {
  const { mode } = await stat(folder)
  await chmod(folder, (mode & 0o7777) | 0o011)
}

/**
 * Marks the folder as served by this process, so that a second server is refused. The mark of a dead process does
 * not count.
 *
 * @throws {Refusal} naming the process and its address when one is running.
 */
export async function claimHome(folder: string): Promise<Lock> {
  const file = join(folder, 'server.lock')
  const lock = await claim(file)
  if (lock) return lock
  const address = await readFile(join(folder, 'address'), 'utf8').catch(() => '')
  const where = address ? ` at ${address}` : ''
  throw new Refusal(
    `Samen is already running${where} on the data folder ${folder}: use that one, stop it first, or choose another folder with SAMEN_HOME.`,
  )
}
