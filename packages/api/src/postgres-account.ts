import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { Refusal } from './refusal.ts'

const run = promisify(execFile)

export interface SystemAccount {
  name: string
  uid: number
  gid: number
}

/**
 * The system account PostgreSQL must run as, since it refuses to run as root; undefined when we are not root.
 * Made when the machine has none.
 *
 * @throws {Refusal} when there is none and it cannot be made.
 */
export async function findAccount(): Promise<SystemAccount | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const found = await lookUp('postgres')
  if (found) return found
  await run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']).catch(() => undefined)
  const made = await lookUp('postgres')
  if (made) return made
  throw new Refusal(
    'PostgreSQL does not run as root and no user "postgres" could be made: start Samen as an ordinary user or set DATABASE_URL.',
  )
}

/** Whether the account (or ourselves) can reach a folder through all the folders above it. */
export async function mayEnter(folder: string, account: SystemAccount | undefined): Promise<boolean> {
  if (!account) return true
  return run('/bin/sh', ['-c', 'cd "$0"', folder], { cwd: '/', uid: account.uid, gid: account.gid }).then(
    () => true,
    () => false,
  )
}

async function lookUp(name: string): Promise<SystemAccount | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])])
    return { name, uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return undefined
  }
}
