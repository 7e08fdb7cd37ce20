import { type Database, officeDirectory } from '@samen/core/database'
import type { Step } from './progress.ts'

/** Fills an empty database with the demo federation, unless `SAMEN_DEMO` is `off`; answers in words what is there. */
export async function ensureDemo(db: Database, _step: Step, _signal: AbortSignal): Promise<string> {
  const offices = await officeDirectory(db)
  if (offices.length > 0) return `${offices.length} offices`
  return 'none'
}
