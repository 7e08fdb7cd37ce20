import type { Registry } from '@samen/core/country'
import { type Database, openDatabase } from '@samen/core/database'
import pg from 'pg'
import type { Auth } from './auth/auth.ts'
import { createUsers } from './auth/new-users.ts'
import { migrateDatabase } from './database.ts'
import { buildDemo, DEMO_START_SCALE, type DemoStanding, demoStanding } from './demo/index.ts'
import type { Step } from './progress.ts'

export interface DemoGround {
  readonly db: Database
  readonly countries: Registry
  readonly auth: Auth
  readonly step: Step
  readonly signal: AbortSignal
}

/** Fills an empty database with the demo federation, unless `SAMEN_DEMO` is `off`. Answers what stands there then. */
export async function ensureDemo({ db, countries, auth, step, signal }: DemoGround): Promise<DemoStanding> {
  const standing = await demoStanding(db)
  if (standing !== 'none' || process.env.SAMEN_DEMO === 'off') return standing
  await buildDemo(db, countries, {
    scale: DEMO_START_SCALE,
    createUsers: (users) => createUsers(db, auth, users),
    onProgress: ({ office, part }) => step.say(`${office}, ${Math.floor(part * 100)} %`),
    signal,
  })
  return 'whole'
}

/**
 * Takes away a demo federation whose building was interrupted, so that it can be built again: nobody can have worked
 * with it, because the server does not open before it is whole. Answers whether there was one.
 */
export async function clearUnfinishedDemo(url: string): Promise<boolean> {
  const db = openDatabase({ url, max: 1 })
  try {
    if ((await demoStanding(db)) !== 'unfinished') return false
  } finally {
    await db.destroy()
  }
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  try {
    await owner.query('set client_min_messages = warning; drop schema samen, auth cascade')
  } finally {
    await owner.end()
  }
  await migrateDatabase(url)
  return true
}
