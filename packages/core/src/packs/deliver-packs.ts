import { sql } from 'kysely'
import { type Database, inOffice, officeDirectory, type Transaction } from '../database/index.ts'
import {
  federationOffices,
  followKeys,
  type GroupLink,
  groupLink,
  ownKeyChain,
  pairOffice,
} from '../federation/index.ts'
import { deliver } from '../outbox/index.ts'
import { conflict, Problem } from '../problem/index.ts'
import { storeReceipt } from './pack-store.ts'
import { isReceiptOf, type SignedReceipt, signedReceipt } from './receipt.ts'
import { receiveDelivery } from './receive-pack.ts'

/**
 * Brings a document to the group beyond the network and answers what it said.
 *
 * @throws Problem as the group refused it, or an Error when it cannot be reached.
 */
export type Push = (
  url: string,
  document: Readonly<Record<string, unknown>>,
  options: { idempotencyKey: string },
) => Promise<unknown>

export interface DeliverPacksOptions {
  now?: Date
  /** Needed by an office whose group is on another server. */
  push?: Push
  /** Tries at once what waits for its next attempt. */
  regardless?: boolean
}

/**
 * Brings an office's waiting packs to its group, in the order of their numbers, none before the one before it is there: over
 * the network where the office joined a group elsewhere, else to the group office in the same database, which pairs its
 * neighbours by itself. Both are verified alike. The group's part is a transaction of its own; were this one to fail after
 * it, the pack would come again, change nothing and get the same receipt. An office without a group keeps its packs.
 */
export async function deliverPacks(
  db: Database,
  officeId: string,
  { now = new Date(), push, regardless = false }: DeliverPacksOptions = {},
): Promise<{ delivered: number; failed: number; group: 'hosted' | 'remote' | 'none' }> {
  const link = await inOffice(db, officeId, (trx) => groupLink(trx, officeId))
  const hosted = (await officeDirectory(db)).find(({ role }) => role === 'group')
  const nothing = { delivered: 0, failed: 0 }
  if (link?.leftAt) return { ...nothing, group: 'none' }
  if (link) {
    if (!push) return { ...nothing, group: 'remote' }
    const result = await deliverEach(db, officeId, { now, regardless }, async (trx, envelope, packNo) => {
      const said = await push(`${link.url}/v1/federation/packs`, envelope, {
        idempotencyKey: String(envelope.hash),
      })
      const answer = signedReceipt.parse(said)
      await keepReceipt(trx, officeId, link, { envelope, packNo, answer })
    })
    return { ...result, group: 'remote' }
  }
  if (!hosted || !(await pairHosted(db, officeId, hosted.officeId))) return { ...nothing, group: 'none' }
  const result = await deliverEach(db, officeId, { now, regardless }, async (trx, envelope, packNo) => {
    const { isNew: _, ...answer } = await receiveDelivery(db, hosted.officeId, envelope)
    const pinned = { slug: hosted.slug, publicKey: answer.keys[0]?.publicKey ?? '' }
    await keepReceipt(trx, officeId, pinned, { envelope, packNo, answer })
  })
  return { ...result, group: 'hosted' }
}

type Envelope = Readonly<Record<string, unknown>>

async function deliverEach(
  db: Database,
  officeId: string,
  options: { now: Date; regardless: boolean },
  bring: (trx: Transaction, envelope: Envelope, packNo: number) => Promise<void>,
): Promise<{ delivered: number; failed: number }> {
  return deliver(
    db,
    officeId,
    'pack',
    async ({ payload }, trx) => {
      const { packNo } = payload as { packNo: number }
      await demandClosed(trx, officeId, packNo)
      await bring(trx, await envelopeOf(trx, officeId, packNo), packNo)
    },
    { ...options, inOrder: true },
  )
}

/** A pack of a month that was reopened waits until the month is closed again. */
async function demandClosed(trx: Transaction, officeId: string, packNo: number): Promise<void> {
  const { rows } = await sql<{ period: string }>`
    select to_char(k.period, 'YYYY-MM') as period from samen.pack k
     where k.office_id = ${officeId} and k.pack_no = ${packNo}
       and not exists (select from samen.ledger_period p
                        where p.office_id = k.office_id and p.period >= k.period and p.state = 'closed')`.execute(
    trx,
  )
  const [open] = rows
  if (open) throw conflict(`The month ${open.period} was reopened: its pack waits until it is closed again.`)
}

/** A pack as it travels: content, hash, signature, and the office's keys, by which a new one is announced. */
async function envelopeOf(trx: Transaction, officeId: string, packNo: number): Promise<Envelope> {
  const { rows } = await sql<Envelope>`
    select content, encode(hash, 'hex') as hash, key_no as "keyNo",
           replace(encode(signature, 'base64'), E'\n', '') as signature
      from samen.pack where office_id = ${officeId} and pack_no = ${packNo}`.execute(trx)
  return { ...rows[0], keys: await ownKeyChain(trx, officeId) }
}

async function keepReceipt(
  trx: Transaction,
  officeId: string,
  group: Pick<GroupLink, 'slug' | 'publicKey'>,
  { envelope, packNo, answer }: { envelope: Envelope; packNo: number; answer: SignedReceipt },
): Promise<void> {
  const { slug } = (envelope.content as { office: { slug: string } }).office
  const first = { keyNo: 1, publicKey: group.publicKey, fromPack: 1, signature: null }
  const fresh = followKeys(group.slug, [first], answer.keys)
  const key = fresh && [first, ...fresh].find(({ keyNo }) => keyNo === answer.keyNo)
  if (!key || !isReceiptOf(answer, { office: slug, packNo, hash: String(envelope.hash) }, key.publicKey))
    throw new Problem(
      'pack-signature',
      `The receipt for pack ${packNo} is not signed by the group we joined.`,
    )
  await storeReceipt(trx, officeId, answer.receipt, answer)
}

/**
 * Two offices of one database know each other: the group pins the other's key on the spot. False once it has left, and where
 * it came back from another server: what stands here is what it left behind.
 */
async function pairHosted(db: Database, officeId: string, groupOfficeId: string): Promise<boolean> {
  const office = (await officeDirectory(db)).find((entry) => entry.officeId === officeId)
  if (!office || office.officeId === groupOfficeId) return false
  const keys = await inOffice(db, officeId, (trx) => ownKeyChain(trx, officeId))
  return inOffice(db, groupOfficeId, async (trx) => {
    const [known] = await federationOffices(trx, groupOfficeId, office.slug)
    if (known) return known.hosted && known.leftAt === null
    const { slug, name, country, homeCurrency } = office
    await pairOffice(trx, groupOfficeId, {
      slug,
      name,
      country,
      currency: homeCurrency,
      keys: keys.slice(0, 1),
    })
    return true
  })
}
