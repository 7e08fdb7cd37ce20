import { type Database, inOffice } from '@samen/core/database'
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
    const { languages } = await inOffice(db, officeId, (trx) =>
      trx.selectFrom('office').select('languages').executeTakeFirstOrThrow(),
    )
    offices.push({ slug, name, country, currency, languages, kind, roles: [...roles], memberId })
  }
  return { user, offices }
}
