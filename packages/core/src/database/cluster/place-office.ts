import { setTimeout } from 'node:timers/promises'
import type { Database } from '../database.ts'
import { officeDirectory } from '../office-directory.ts'
import { ClusterDatabase } from './cluster-database.ts'

const waitMsMax = 10_000

/** Before an office is opened: finds it a server, where there are several. */
export async function placeOffice(db: Database, officeId: string, slug: string): Promise<void> {
  if (db instanceof ClusterDatabase) await db.place(officeId, slug)
}

/**
 * Returns when every server knows the office, so that the next question finds it wherever it is asked. After ten seconds it
 * returns all the same: the office is open, and a server that is away learns of it when it is back.
 */
export async function officeKnown(db: Database, officeId: string): Promise<void> {
  if (!(db instanceof ClusterDatabase)) return
  const deadline = Date.now() + waitMsMax
  for (const server of [db, ...db.workers.values()])
    while (
      Date.now() < deadline &&
      !(await officeDirectory(server)).some((entry) => entry.officeId === officeId)
    )
      await setTimeout(10)
}
