import { sql } from 'kysely'
import type { Json } from '../canonical/index.ts'
import { lockInOffice, type Transaction } from '../database/index.ts'
import { type KeyAnnouncement, keyStatement, makeKeyPair, signDocument } from './signature.ts'

interface OwnKey extends KeyAnnouncement {
  readonly privateKey: Buffer
}

/** The office's own keys, the first one first; made on the spot where there is none yet. */
async function ownKeys(trx: Transaction, officeId: string): Promise<OwnKey[]> {
  const known = await readKeys(trx, officeId)
  if (known.length > 0) return known
  const { publicKey, privateKey } = makeKeyPair()
  await sql`insert into samen.signing_key (office_id, key_no, public_key, private_key, from_pack)
    values (${officeId}, 1, ${publicKey}, ${privateKey}, 1) on conflict do nothing`.execute(trx)
  return readKeys(trx, officeId)
}

async function readKeys(trx: Transaction, officeId: string): Promise<OwnKey[]> {
  const { rows } = await sql<OwnKey>`
    select key_no as "keyNo", encode(public_key, 'base64') as "publicKey", from_pack as "fromPack",
           replace(encode(announcement, 'base64'), E'\n', '') as signature, private_key as "privateKey"
      from samen.signing_key where office_id = ${officeId} order by key_no`.execute(trx)
  return rows
}

/** The office's key chain as others may see it. */
export async function ownKeyChain(trx: Transaction, officeId: string): Promise<KeyAnnouncement[]> {
  return (await ownKeys(trx, officeId)).map(({ privateKey: _, ...key }) => key)
}

export interface Signed {
  readonly keyNo: number
  /** Base64. */
  readonly signature: string
}

/** Signs with the office's newest key, or with the one that signs a pack of this number. */
export async function signAs(
  trx: Transaction,
  officeId: string,
  document: Json,
  packNo?: number,
): Promise<Signed> {
  const keys = await ownKeys(trx, officeId)
  const key = (
    packNo === undefined ? keys.at(-1) : keys.findLast(({ fromPack }) => fromPack <= packNo)
  ) as OwnKey
  return { keyNo: key.keyNo, signature: signDocument(document, key.privateKey) }
}

/**
 * Makes the office a new key that signs everything from its next pack on, announced by a signature of the key it replaces.
 * The announcement travels with every pack, so the group learns of it with the next one.
 */
export async function rotateKey(trx: Transaction, officeId: string): Promise<KeyAnnouncement> {
  await lockInOffice(trx, officeId, 'signing key')
  const keys = await ownKeys(trx, officeId)
  const last = keys.at(-1) as OwnKey
  const { rows } = await sql<{ slug: string; next: number }>`
    select slug, (select coalesce(max(pack_no), 0) + 1 from samen.pack where office_id = ${officeId})::int as next
      from samen.office where office_id = ${officeId}`.execute(trx)
  const { slug, next } = rows[0] as (typeof rows)[0]
  const { publicKey, privateKey } = makeKeyPair()
  const key = {
    keyNo: last.keyNo + 1,
    publicKey: publicKey.toString('base64'),
    // A key that has signed nothing is replaced from the pack after the one it was to begin with.
    fromPack: Math.max(next, last.fromPack + 1),
  }
  const signature = signDocument(keyStatement(slug, key), last.privateKey)
  await sql`insert into samen.signing_key (office_id, key_no, public_key, private_key, from_pack, announcement)
    values (${officeId}, ${key.keyNo}, ${publicKey}, ${privateKey}, ${key.fromPack},
      ${Buffer.from(signature, 'base64')})`.execute(trx)
  return { ...key, signature }
}
