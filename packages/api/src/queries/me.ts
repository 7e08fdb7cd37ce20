import { type Database, inOffice } from '@samen/core/database'
import { closureOf } from '@samen/core/offices'
import type { z } from 'zod'
import type { me } from '../answers/me.ts'
import type { OfficeRights } from '../auth/rights.ts'
import type { User } from '../services.ts'

/** Who is signed in, and what they may do where. */
export async function meOf(
  db: Database,
  user: User,
  rights: readonly OfficeRights[],
): Promise<z.infer<typeof me>> {
  const offices: z.infer<typeof me>['offices'] = []
  for (const { officeId, slug, name, country, currency, kind, roles, memberId } of rights) {
    const { languages, closure } = await inOffice(db, officeId, async (trx) => ({
      ...(await trx.selectFrom('office').select('languages').executeTakeFirstOrThrow()),
      closure: await closureOf(trx, officeId),
    }))
    const closed = closure ? { ...closure, since: closure.since.toISOString() } : null
    offices.push({ slug, name, country, currency, languages, kind, roles: [...roles], memberId, closed })
  }
  return { user, offices }
}
