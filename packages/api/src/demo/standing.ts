import { type Database, officeDirectory } from '@samen/core/database'
import { idMaker, OFFICE_SEEDS } from './random.ts'
import { type DemoSignIn, signInsOf } from './sign-ins.ts'

/**
 * What the offices of a database are to the demo: `none` where there are none, `whole` where the demo federation stands,
 * `unfinished` where its building was interrupted, `real` where people work with it.
 */
export type DemoStanding = 'none' | 'unfinished' | 'whole' | 'real'

/** Told by the demo's office ids, which are the same on every machine and of no other office. The group's comes last. */
export async function demoStanding(db: Database): Promise<DemoStanding> {
  const offices = await officeDirectory(db)
  if (offices.length === 0) return 'none'
  const ids = new Set(Object.values(OFFICE_SEEDS).map((seed) => idMaker(seed)()))
  if (offices.some(({ officeId }) => !ids.has(officeId))) return 'real'
  return offices.some(({ officeId }) => officeId === idMaker(OFFICE_SEEDS.group)()) ? 'whole' : 'unfinished'
}

/** Who can sign in to the demo that stands in a database; nobody where it is not whole, or no demo. */
export async function standingSignIns(db: Database): Promise<readonly DemoSignIn[]> {
  return (await demoStanding(db)) === 'whole' ? signInsOf(await officeDirectory(db)) : []
}
