import { type Database, inOffice, officeDirectory } from '@samen/core/database'
import { Problem } from '@samen/core/problem'
import { createMiddleware } from 'hono/factory'
import { sql } from 'kysely'
import type { Env } from '../services.ts'

export type Role = 'member' | 'staff' | 'approver' | 'finance'

/** What a person may do in one office. */
export interface OfficeRights {
  officeId: string
  slug: string
  name: string
  country: string
  currency: string
  kind: 'national' | 'group'
  roles: readonly Role[]
  /** Who the person is among the office's members; null for staff who are no members. */
  memberId: string | null
}

interface RightRow {
  officeId: string
  role: Role
  memberId: string | null
}

/** A person's rights in every office, by the office's slug. */
export async function rightsOf(db: Database, userId: string): Promise<OfficeRights[]> {
  const { rows } = await sql<RightRow>`
    select office_id as "officeId", role, member_id as "memberId" from samen.rights_of(${userId})`.execute(db)
  if (rows.length === 0) return []
  const offices = await officeDirectory(db)
  return offices.flatMap((office) => {
    const here = rows.filter((row) => row.officeId === office.officeId)
    if (here.length === 0) return []
    const { officeId, slug, name, country, role, homeCurrency } = office
    return {
      officeId,
      slug,
      name,
      country,
      currency: homeCurrency,
      kind: role,
      roles: here.map((row) => row.role),
      memberId: here.find((row) => row.memberId)?.memberId ?? null,
    }
  })
}

/** Lets a user work for an office. Granting the same right again changes nothing. */
export async function grantRight(
  db: Database,
  officeId: string,
  userId: string,
  role: (typeof STAFF)[number],
): Promise<void> {
  await inOffice(db, officeId, (trx) =>
    sql`insert into samen.office_right (office_id, user_id, role)
      values (${officeId}, ${userId}, ${role}) on conflict do nothing`.execute(trx),
  )
}

/**
 * Finds the office of the address among those the user has rights in. One the user has none in does not exist for
 * them: whether there is such an office is nobody's business.
 */
export const officeOfAddress = createMiddleware<Env>(async (c, next) => {
  const slug = c.req.param('office')
  const rights = c.var.rights.find((office) => office.slug === slug)
  const plugin = rights && c.var.services.countries.get(rights.country)
  if (!rights || !plugin)
    throw new Problem('not-found', 'There is no such office, or you have no rights in it.')
  c.set('office', { ...rights, plugin })
  await next()
})

/** Lets only these roles through. Row-level security stands behind it: this decides who, that decides whose rows. */
export const only = (...roles: readonly Role[]) =>
  createMiddleware<Env>(async (c, next) => {
    if (!c.var.office.roles.some((role) => roles.includes(role)))
      throw new Problem('forbidden', `This needs the right ${roles.join(' or ')} in the office.`)
    await next()
  })

/** Everyone who works for the office. */
export const STAFF = ['staff', 'approver', 'finance'] as const
