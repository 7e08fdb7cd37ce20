import { sql } from 'kysely'
import { type OfficeEntry, officeDirectory, type Transaction } from '../database/index.ts'
import { conflict, invalid } from '../problem/index.ts'
import type { Invitation } from './invitation.ts'

/** The group an office that runs alone has joined, or has left. */
export interface GroupLink {
  readonly invitationId: string
  readonly url: string
  readonly slug: string
  readonly name: string
  /** The group's first key, pinned when the office joined; base64. */
  readonly publicKey: string
  readonly joinedAt: Date
  readonly leftAt: Date | null
}

/** The latest group of the office; undefined for one that joined none by invitation. */
export async function groupLink(trx: Transaction, officeId: string): Promise<GroupLink | undefined> {
  const { rows } = await sql<GroupLink>`
    select invitation_id as "invitationId", url, slug, name, encode(public_key, 'base64') as "publicKey",
           joined_at as "joinedAt", left_at as "leftAt"
      from samen.federation_group where office_id = ${officeId}
     order by left_at is null desc, joined_at desc limit 1`.execute(trx)
  return rows[0]
}

/** Whether somebody consolidates the office: the group it joined and has not left, or one in the same database. */
export async function hasGroup(trx: Transaction, officeId: string): Promise<boolean> {
  const link = await groupLink(trx, officeId)
  return link ? link.leftAt === null : (await officeDirectory(trx)).some(({ role }) => role === 'group')
}

/** @throws Problem `invalid-field` when it is meant for another office, `conflict` when the office has a group. */
export async function checkJoin(
  trx: Transaction,
  office: OfficeEntry,
  { office: invited, invitationId }: Invitation,
): Promise<void> {
  if (invited !== office.slug)
    throw invalid('invitation', `The invitation is for an office ${invited}; this one is ${office.slug}.`)
  const link = await groupLink(trx, office.officeId)
  if (link && !link.leftAt && link.invitationId !== invitationId)
    throw conflict(`${office.slug} belongs to the group ${link.name} already: leave it first.`)
}

/** Pins the group once it has answered. */
export async function recordJoin(
  trx: Transaction,
  officeId: string,
  { invitationId, url, group, publicKey }: Invitation,
): Promise<void> {
  await sql`insert into samen.federation_group (office_id, invitation_id, url, slug, name, public_key)
    values (${officeId}, ${invitationId}, ${url}, ${group.slug}, ${group.name}, ${Buffer.from(publicKey, 'base64')})
    on conflict (office_id, invitation_id) do nothing`.execute(trx)
}

export async function recordLeave(trx: Transaction, officeId: string, invitationId: string): Promise<void> {
  await sql`update samen.federation_group set left_at = now()
    where office_id = ${officeId} and invitation_id = ${invitationId} and left_at is null`.execute(trx)
}
