import { sql } from 'kysely'
import { z } from 'zod'
import { canonicalJson, type Json } from '../canonical/index.ts'
import { newId, type OfficeEntry, officeDirectory, type Transaction } from '../database/index.ts'
import { conflict, invalid, Problem } from '../problem/index.ts'
import { federationOffices, memberOffice, pairOffice, partWith } from './members.ts'
import { ownKeyChain, type Signed, signAs } from './own-keys.ts'
import { followKeys, isSignedBy, type KeyAnnouncement } from './signature.ts'

/** What a group gives an office that shall join it. One office may use it, once, until a day. */
export interface Invitation {
  readonly format: 'samen-invitation-1'
  readonly invitationId: string
  readonly group: { readonly slug: string; readonly name: string; readonly currency: string }
  /** Where the group's server answers. */
  readonly url: string
  /** The name the office will have in the group. */
  readonly office: string
  readonly expiresAt: string
  /** The group's first key in base64: pinned by the office, so that nobody else can play the group. */
  readonly publicKey: string
}

/** What passes between office and group is signed, but not for everybody to read: only on one machine may it go in the clear. */
function isServerAddress(text: string): boolean {
  if (text.length > 500 || !/^https?:\/\/[^\s?#]+$/.test(text) || !URL.canParse(text)) return false
  const { protocol, hostname } = new URL(text)
  return protocol === 'https:' || /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname)
}

const slug = z.string().regex(/^[a-z][a-z0-9-]{0,30}$/)
const line = z.string().min(1).max(200)
const signatureText = z.string().regex(/^[A-Za-z0-9+/]{86}==$/)
const publicKeyText = z.string().regex(/^[A-Za-z0-9+/]{43}=$/)
const keys = z
  .array(
    z.strictObject({
      keyNo: z.int().min(1).max(1_000),
      publicKey: publicKeyText,
      fromPack: z.int().min(1).max(1_000_000),
      signature: signatureText.nullable(),
    }),
  )
  .min(1)
  .max(200)

const signedInvitation = z.strictObject({
  invitation: z.strictObject({
    format: z.literal('samen-invitation-1'),
    invitationId: z.uuid(),
    group: z.strictObject({ slug, name: line, currency: z.string().length(3) }),
    url: z.string().refine(isServerAddress),
    office: slug,
    expiresAt: z.iso.datetime(),
    publicKey: publicKeyText,
  }),
  keys,
  keyNo: z.int(),
  signature: signatureText,
})

/**
 * Invites an office into the group: one line of text to hand over by a way both trust, since it carries the key by which
 * the office will know the group.
 *
 * @param days it holds.
 * @throws Problem `invalid-field`; `conflict` when an office of that name belongs to the group already.
 */
export async function invite(
  trx: Transaction,
  group: OfficeEntry,
  {
    office,
    url,
    days = 14,
    by,
    now = new Date(),
  }: {
    office: string
    url: string
    days?: number
    by: string
    now?: Date
  },
): Promise<{ text: string; invitation: Invitation }> {
  if (!slug.safeParse(office).success)
    throw invalid('office', 'A letter, then up to 30 lower-case letters, digits and hyphens.')
  if (!isServerAddress(url))
    throw invalid(
      'url',
      'The address at which this server answers, such as https://group.example; http only on this machine itself.',
    )
  if (!(Number.isInteger(days) && days >= 1 && days <= 90)) throw invalid('days', 'From 1 to 90 days.')
  const taken = (await officeDirectory(trx)).some((entry) => entry.slug === office)
  const [known] = await federationOffices(trx, group.officeId, office)
  // One that left and stands here still has moved to a server of its own.
  if (known ? !known.leftAt : taken) throw conflict(`An office ${office} belongs to the group already.`)
  const chain = await ownKeyChain(trx, group.officeId)
  const invitation: Invitation = {
    format: 'samen-invitation-1',
    invitationId: newId(),
    group: { slug: group.slug, name: group.name, currency: group.homeCurrency.trim() },
    url: url.replace(/\/+$/, ''),
    office,
    expiresAt: new Date(now.getTime() + days * 86_400_000).toISOString(),
    publicKey: (chain[0] as KeyAnnouncement).publicKey,
  }
  await sql`insert into samen.federation_invitation (office_id, invitation_id, slug, expires_at, made_by)
    values (${group.officeId}, ${invitation.invitationId}, ${office}, ${invitation.expiresAt}, ${by})`.execute(
    trx,
  )
  const signed = await signAs(trx, group.officeId, invitation as unknown as Json)
  const text = canonicalJson({ invitation, keys: chain, ...signed } as unknown as Json)
  return { text: Buffer.from(text).toString('base64url'), invitation }
}

/** Reads an invitation and checks that the key in it made it. @throws Problem `invitation-invalid` */
export function readInvitation(text: string): Invitation {
  const bad = (why: string) => new Problem('invitation-invalid', `This is not an invitation: ${why}`)
  if (text.length > 20_000) throw bad('it is too long.')
  let read: z.infer<typeof signedInvitation>
  try {
    read = signedInvitation.parse(JSON.parse(Buffer.from(text.trim(), 'base64url').toString()))
  } catch {
    throw bad('it was not copied whole, or never was one.')
  }
  const { invitation, keys: chain, keyNo, signature } = read
  if (
    !isSignedByChain(
      invitation.group.slug,
      invitation.publicKey,
      { keys: chain, keyNo, signature },
      invitation,
    )
  )
    throw bad('its signature is not made by the key it names.')
  return invitation
}

/** Whether a document is signed by a key that a chain leads to from a pinned first one. */
export function isSignedByChain(
  office: string,
  pinned: string,
  { keys: chain, keyNo, signature }: Signed & { keys: readonly KeyAnnouncement[] },
  document: unknown,
): boolean {
  const first = { keyNo: 1, publicKey: pinned, fromPack: 1, signature: null }
  const fresh = followKeys(office, [first], chain)
  const key = fresh && [first, ...fresh].find((one) => one.keyNo === keyNo)
  return key !== undefined && isSignedBy(document as Json, signature, Buffer.from(key.publicKey, 'base64'))
}

const joinStatement = z.strictObject({
  statement: z.strictObject({
    format: z.literal('samen-join-1'),
    invitationId: z.uuid(),
    office: z.strictObject({
      slug,
      name: line,
      country: z.string().regex(/^[A-Z]{2}$/),
      currency: z.string().regex(/^[A-Z]{3}$/),
    }),
  }),
  keys,
  keyNo: z.int(),
  signature: signatureText,
})

/** What an office sends to accept an invitation, signed by its newest key. */
export async function joinDocument(
  trx: Transaction,
  office: OfficeEntry,
  { invitationId }: Invitation,
): Promise<Record<string, unknown>> {
  const statement = {
    format: 'samen-join-1',
    invitationId,
    office: {
      slug: office.slug,
      name: office.name,
      country: office.country.trim(),
      currency: office.homeCurrency.trim(),
    },
  }
  const signed = await signAs(trx, office.officeId, statement)
  return { statement, keys: await ownKeyChain(trx, office.officeId), ...signed }
}

/**
 * The group takes an invited office in and pins its keys. Sent again by the same office it changes nothing.
 *
 * @throws Problem `invalid-field`; `invitation-invalid` when it is unknown, used by another, expired or for another office;
 *   `pack-signature` when the office does not hold the key it shows.
 */
export async function acceptJoin(
  trx: Transaction,
  group: OfficeEntry,
  offered: unknown,
  now: Date = new Date(),
): Promise<{ group: string; office: string }> {
  const read = joinStatement.safeParse(offered)
  if (!read.success) throw invalid(read.error.issues[0]?.path.join('.') ?? '', 'This is not an acceptance.')
  const { statement, keys: chain, keyNo, signature } = read.data
  const { office, invitationId } = statement
  if (!isSignedByChain(office.slug, chain[0]?.publicKey ?? '', { keys: chain, keyNo, signature }, statement))
    throw new Problem('pack-signature', `${office.slug} does not hold the key it shows.`)
  const { rows } = await sql<{ slug: string; expiresAt: Date; usedAt: Date | null }>`
    select slug, expires_at as "expiresAt", used_at as "usedAt" from samen.federation_invitation
     where office_id = ${group.officeId} and invitation_id = ${invitationId} for update`.execute(trx)
  const [invitation] = rows
  const bad = (why: string) => new Problem('invitation-invalid', `The invitation ${why}`)
  if (!invitation) throw bad('is not one of this group.')
  if (invitation.slug !== office.slug) throw bad(`is for ${invitation.slug}, not for ${office.slug}.`)
  const [known] = await federationOffices(trx, group.officeId, office.slug)
  if (invitation.usedAt) {
    const isSame = known?.invitation === invitationId && known.keys[0]?.publicKey === chain[0]?.publicKey
    if (!isSame || known.leftAt) throw bad('has been used.')
    return { group: group.slug, office: office.slug }
  }
  if (invitation.expiresAt <= now) throw bad(`ended on ${invitation.expiresAt.toISOString().slice(0, 10)}.`)
  await pairOffice(trx, group.officeId, { ...office, keys: chain, invitation: invitationId })
  await sql`update samen.federation_invitation set used_at = ${now}
    where office_id = ${group.officeId} and invitation_id = ${invitationId}`.execute(trx)
  return { group: group.slug, office: office.slug }
}

const leaveStatement = z.strictObject({
  statement: z.strictObject({ format: z.literal('samen-leave-1'), office: slug, invitationId: z.uuid() }),
  keys,
  keyNo: z.int(),
  signature: signatureText,
})

/** What an office sends when it leaves. It names the invitation it came by, so that it cannot be played back later. */
export async function leaveDocument(
  trx: Transaction,
  office: OfficeEntry,
  invitationId: string,
): Promise<Record<string, unknown>> {
  const statement = { format: 'samen-leave-1', office: office.slug, invitationId }
  const signed = await signAs(trx, office.officeId, statement)
  return { statement, keys: await ownKeyChain(trx, office.officeId), ...signed }
}

/**
 * The group lets an office go: what it sent stays, nothing more is taken. Sent again it changes nothing.
 *
 * @throws Problem `invalid-field`, `office-unknown`, `pack-signature`
 */
export async function acceptLeave(
  trx: Transaction,
  group: OfficeEntry,
  offered: unknown,
): Promise<{ group: string; office: string }> {
  const read = leaveStatement.safeParse(offered)
  if (!read.success) throw invalid(read.error.issues[0]?.path.join('.') ?? '', 'This is not a leave.')
  const { statement, keys: chain, keyNo, signature } = read.data
  const [known] = await federationOffices(trx, group.officeId, statement.office)
  if (known?.leftAt && known.invitation === statement.invitationId)
    return { group: group.slug, office: statement.office }
  const member = await memberOffice(trx, group.officeId, statement.office)
  const pinned = member.keys[0]?.publicKey ?? ''
  if (
    member.invitation !== statement.invitationId ||
    !isSignedByChain(member.slug, pinned, { keys: chain, keyNo, signature }, statement) ||
    keyNo < (member.keys.at(-1)?.keyNo ?? 1)
  )
    throw new Problem('pack-signature', `The leave of ${member.slug} is not signed by its newest key.`)
  await partWith(trx, group.officeId, member.slug)
  return { group: group.slug, office: member.slug }
}
