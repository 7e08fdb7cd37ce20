import { sql } from 'kysely'
import type { Transaction } from '../database/index.ts'
import { Problem } from '../problem/index.ts'
import { followKeys, type KeyAnnouncement } from './signature.ts'

/** An office that belongs to the group, with the keys the group knows of it. */
export interface FederationOffice {
  readonly slug: string
  readonly name: string
  readonly country: string
  readonly currency: string
  readonly hosted: boolean
  readonly invitation: string | null
  readonly pairedAt: Date
  readonly leftAt: Date | null
  readonly keys: readonly KeyAnnouncement[]
}

/** The offices paired with a group, by slug; those that left too. */
export async function federationOffices(
  trx: Transaction,
  groupOfficeId: string,
  slug?: string,
): Promise<FederationOffice[]> {
  const { rows } = await sql<FederationOffice>`
    select o.slug, o.name, o.country, o.currency, o.hosted, o.invitation, o.paired_at as "pairedAt",
           o.left_at as "leftAt",
           (select coalesce(jsonb_agg(jsonb_build_object('keyNo', k.key_no,
                     'publicKey', encode(k.public_key, 'base64'), 'fromPack', k.from_pack,
                     'signature', replace(encode(k.announcement, 'base64'), E'\n', '')) order by k.key_no), '[]')
              from samen.federation_key k
             where k.office_id = o.office_id and k.slug = o.slug) as keys
      from samen.federation_office o
     where o.office_id = ${groupOfficeId} and (${slug ?? null}::text is null or o.slug = ${slug ?? null})
     order by o.slug`.execute(trx)
  return rows
}

/** @throws Problem `office-unknown` for one never paired, `office-left` for one that has left. */
export async function memberOffice(
  trx: Transaction,
  groupOfficeId: string,
  slug: string,
): Promise<FederationOffice> {
  const [office] = await federationOffices(trx, groupOfficeId, slug)
  if (!office) throw new Problem('office-unknown', `No office ${slug} is paired with this group.`)
  if (office.leftAt)
    throw new Problem('office-left', `${slug} left the group on ${office.leftAt.toISOString().slice(0, 10)}.`)
  return office
}

export interface Pairing {
  readonly slug: string
  readonly name: string
  readonly country: string
  readonly currency: string
  readonly keys: readonly KeyAnnouncement[]
  /** Absent where the office stands in the same database. */
  readonly invitation?: string
}

/**
 * Takes an office into the group and pins its first key. An office that comes back keeps its key chain.
 *
 * @throws Problem `conflict` when another office has that name here; `pack-signature` when a key is not announced by the
 *   one before it.
 */
export async function pairOffice(
  trx: Transaction,
  groupOfficeId: string,
  { slug, name, country, currency, keys, invitation }: Pairing,
): Promise<void> {
  const [known] = await federationOffices(trx, groupOfficeId, slug)
  const [first] = keys
  if (first?.keyNo !== 1 || first.fromPack !== 1 || first.signature !== null)
    throw new Problem('pack-signature', 'A chain of keys begins with key 1, which nothing announces.')
  const fresh = followKeys(slug, known?.keys ?? [first], keys)
  if (!fresh)
    throw new Problem(
      'pack-signature',
      known
        ? `The keys offered are not those of the ${slug} this group knows.`
        : `The keys offered for ${slug} do not announce each other.`,
    )
  await sql`
    insert into samen.federation_office (office_id, slug, name, country, currency, hosted, invitation)
    values (${groupOfficeId}, ${slug}, ${name}, ${country}, ${currency}, ${invitation === undefined},
      ${invitation ?? null})
    on conflict (office_id, slug) do update
      set name = excluded.name, hosted = excluded.hosted, invitation = excluded.invitation, paired_at = now(),
          left_at = null`.execute(trx)
  await learnKeys(trx, groupOfficeId, slug, known ? fresh : [first, ...fresh])
}

/** Writes down keys that `followKeys` found sound. */
export async function learnKeys(
  trx: Transaction,
  groupOfficeId: string,
  slug: string,
  keys: readonly KeyAnnouncement[],
): Promise<void> {
  for (const { keyNo, publicKey, fromPack, signature } of keys)
    await sql`insert into samen.federation_key (office_id, slug, key_no, public_key, from_pack, announcement)
      values (${groupOfficeId}, ${slug}, ${keyNo}, ${Buffer.from(publicKey, 'base64')}, ${fromPack},
        ${signature === null ? null : Buffer.from(signature, 'base64')})`.execute(trx)
}

/** From now on the group takes nothing of this office. What it has stays. */
export async function partWith(trx: Transaction, groupOfficeId: string, slug: string): Promise<void> {
  await sql`update samen.federation_office set left_at = now()
    where office_id = ${groupOfficeId} and slug = ${slug} and left_at is null`.execute(trx)
}
