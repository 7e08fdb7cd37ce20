import type { IsoDate, Registry } from '@samen/core/country'
import { type Database, openDatabase } from '@samen/core/database'
import { DEFAULT_TIME_ZONE, localDay } from '@samen/core/offices'
import pg from 'pg'
import type { Auth } from './auth/auth.ts'
import { createUsers } from './auth/new-users.ts'
import { type DatabaseServers, migrateDatabase } from './database.ts'
import {
  buildDemo,
  DEMO_START_SCALE,
  type DemoStanding,
  demoStanding,
  type OfficeSlug,
  PROFILES,
} from './demo/index.ts'
import type { Step } from './progress.ts'
import { Refusal } from './refusal.ts'

export interface DemoGround {
  readonly db: Database
  readonly countries: Registry
  readonly auth: Auth
  now(): Date
  readonly step: Step
  readonly signal: AbortSignal
}

/**
 * Fills an empty database with the demo federation of today: all its offices, those that `SAMEN_DEMO` names (`be,fr`), or
 * none where it is `off`. Answers what stands there then.
 */
export async function ensureDemo({
  db,
  countries,
  auth,
  now,
  step,
  signal,
}: DemoGround): Promise<DemoStanding> {
  const standing = await demoStanding(db)
  const { SAMEN_DEMO: wish } = process.env
  if (standing !== 'none' || wish === 'off') return standing
  await buildDemo(db, countries, {
    scale: DEMO_START_SCALE,
    date: demoToday(now()),
    ...(wish && { offices: officesNamed(wish) }),
    createUsers: (users) => createUsers(db, auth, users),
    onProgress: ({ part }) => step.say(`the demo federation, ${Math.floor(part * 100)} %`),
    signal,
  })
  return 'whole'
}

/** The day it is, for a demo whose history ends today. */
export const demoToday = (now: Date): IsoDate => localDay(now, DEFAULT_TIME_ZONE)

/** Offices of the demo from a list such as `be,fr`. @throws Refusal naming the one there is not. */
export function officesNamed(list: string): OfficeSlug[] {
  return list.split(',').map((name) => {
    const found = PROFILES.find(({ slug }) => slug === name.trim().toLowerCase())
    if (!found)
      throw new Refusal(
        `The demo has no office "${name.trim()}": its offices are ${PROFILES.map(({ slug }) => slug).join(', ')}.`,
      )
    return found.slug
  })
}

/**
 * Takes away a demo federation whose building was interrupted, so that it can be built again: nobody can have worked
 * with it, because the server does not open before it is whole. Answers whether there was one.
 */
export async function clearUnfinishedDemo({ url, workers }: DatabaseServers): Promise<boolean> {
  const db = openDatabase({ url, workers, max: 1 })
  try {
    if ((await demoStanding(db)) !== 'unfinished') return false
  } finally {
    await db.destroy()
  }
  if (workers)
    throw new Refusal(
      'The demo federation in this cluster is unfinished: give the cluster empty databases, or a new folder.',
    )
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  try {
    await owner.query('set client_min_messages = warning; drop schema samen, auth cascade')
  } finally {
    await owner.end()
  }
  await migrateDatabase({ url })
  return true
}
