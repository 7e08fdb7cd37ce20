import { sql } from 'kysely'
import type { IsoDate } from '../country/index.ts'
import { officeDirectory, type Transaction } from '../database/index.ts'
import { conflict, invalid } from '../problem/index.ts'
import { type Pack, type PackContent, packHash } from './pack.ts'

export interface PackTables {
  pack: {
    office_id: string
    pack_no: number
    period: IsoDate
    content: PackContent
    hash: Buffer
    previous_hash: Buffer | null
    sealed_at: Date
  }
  received_pack: {
    office_id: string
    from_office: string
    pack_no: number
    period: IsoDate
    content: PackContent
    hash: Buffer
    previous_hash: Buffer | null
    received_at: Date
  }
}

export interface SealedPack extends Pack {
  readonly sealedAt: Date
  /** When the group took it in; null while it is on its way. */
  readonly deliveredAt: Date | null
}

const packColumns = sql`p.pack_no as "packNo", to_char(p.period, 'YYYY-MM') as period, p.content,
  encode(p.hash, 'hex') as hash, encode(p.previous_hash, 'hex') as "previousHash", p.sealed_at as "sealedAt",
  (select o.delivered_at from outbox o where o.office_id = p.office_id and o.kind = 'pack'
      and o.idempotency_key = 'pack:' || p.pack_no) as "deliveredAt"`

/** The office's packs, the latest first; with a period (`2026-10`), the one of that month. */
export async function packs(
  trx: Transaction,
  officeId: string,
  { period, limit = 100 }: { period?: string; limit?: number } = {},
): Promise<SealedPack[]> {
  const { rows } = await sql<SealedPack>`
    select ${packColumns} from pack p
     where p.office_id = ${officeId} and (${period ?? null}::text is null or to_char(p.period, 'YYYY-MM') = ${period ?? null})
     order by p.pack_no desc limit ${limit}`.execute(trx)
  return rows
}

export async function insertPack(trx: Transaction, officeId: string, pack: Pack): Promise<void> {
  await sql`
    insert into pack (office_id, pack_no, period, content, hash, previous_hash)
    values (${officeId}, ${pack.packNo}, ${`${pack.period}-01`}, ${JSON.stringify(pack.content)}::jsonb,
      decode(${pack.hash}, 'hex'), decode(${pack.previousHash}, 'hex'))`.execute(trx)
}

/** A pack on its way from an office to the group. */
export interface PackDelivery {
  readonly content: PackContent
  readonly hash: string
}

export interface ReceivedPack extends Pack {
  readonly office: string
  readonly receivedAt: Date
}

const receivedColumns = sql`r.from_office as office, r.pack_no as "packNo", to_char(r.period, 'YYYY-MM') as period,
  r.content, encode(r.hash, 'hex') as hash, encode(r.previous_hash, 'hex') as "previousHash",
  r.received_at as "receivedAt"`

/** Packs the group has received, the latest first; of one month, or of one office. */
export async function receivedPacks(
  trx: Transaction,
  groupOfficeId: string,
  { period, office, limit = 100 }: { period?: string; office?: string; limit?: number } = {},
): Promise<ReceivedPack[]> {
  const { rows } = await sql<ReceivedPack>`
    select ${receivedColumns} from received_pack r
     where r.office_id = ${groupOfficeId}
       and (${period ?? null}::text is null or to_char(r.period, 'YYYY-MM') = ${period ?? null})
       and (${office ?? null}::text is null or r.from_office = ${office ?? null})
     order by r.received_at desc, r.from_office, r.pack_no desc limit ${limit}`.execute(trx)
  return rows
}

/** An account's line in one pack received, amounts as the pack writes them. */
export interface AccountHistory {
  readonly office: string
  /** Month of the pack, and of the first pack of the office. */
  readonly month: IsoDate
  readonly firstMonth: IsoDate
  readonly currency: string
  readonly account: string
  readonly number: string
  readonly name: string
  readonly group: string
  readonly opening: string
  readonly closing: string
}

/** The accounts of some groups in all packs of some offices up to a month, by office in the order of months. */
export async function accountHistory(
  trx: Transaction,
  groupOfficeId: string,
  { offices, upTo, groups }: { offices: readonly string[]; upTo: IsoDate; groups: readonly string[] },
): Promise<AccountHistory[]> {
  const { rows } = await sql<AccountHistory>`
    select r.from_office as office, r.period as month,
           min(r.period) over (partition by r.from_office) as "firstMonth", r.content->>'currency' as currency,
           a.account, a.number, a.name, a.group, a.opening, a.closing
      from received_pack r,
           jsonb_to_recordset(r.content->'accounts') as a (account text, number text, name text, "group" text,
             opening text, closing text)
     where r.office_id = ${groupOfficeId} and r.from_office = any(${offices}::text[]) and r.period <= ${upTo}
       and a.group = any(${groups}::text[])
     order by r.from_office, r.period, a.account`.execute(trx)
  return rows
}

/**
 * The group takes a pack in, in a transaction of its own office. A pack it has already changes nothing.
 *
 * @throws Problem `invalid-field` when the content does not have the hash it came with; `conflict` for a pack that skips
 *   one (the one before is named), does not follow the one before, or is not the one received under that number.
 */
export async function receivePack(
  trx: Transaction,
  groupOfficeId: string,
  { content, hash }: PackDelivery,
): Promise<{ isNew: boolean }> {
  if (content.format !== 'samen-pack-1') throw invalid('format', 'Not a pack of a format this version reads.')
  if (packHash(content) !== hash) throw invalid('hash', 'The content is not the one this hash was made of.')
  const { slug } = content.office
  const sender = (await officeDirectory(trx)).find((office) => office.slug === slug)
  if (sender?.role === 'group') throw invalid('office.slug', 'The group sends no packs to itself.')
  await sql`select pg_advisory_xact_lock(hashtextextended('pack ' || ${slug}, hashtextextended(${groupOfficeId}, 0)))`.execute(
    trx,
  )
  const [last] = await receivedOf(trx, groupOfficeId, slug, content.packNo)
  if (last?.packNo === content.packNo) {
    if (last.hash === hash) return { isNew: false }
    throw conflict(`Pack ${content.packNo} of ${slug} was received with other content.`, {
      received: last.hash,
      offered: hash,
    })
  }
  const expected = (last?.packNo ?? 0) + 1
  if (content.packNo !== expected)
    throw conflict(`Pack ${content.packNo} of ${slug} came, but pack ${expected} has not.`, { expected })
  if (content.previousHash !== (last?.hash ?? null))
    throw conflict(`Pack ${content.packNo} of ${slug} does not follow the pack ${expected - 1} received.`, {
      received: last?.hash ?? null,
      named: content.previousHash,
    })
  if (last && content.period <= last.period)
    throw conflict(`Pack ${content.packNo} of ${slug} is of ${content.period}, not after ${last.period}.`)
  await sql`
    insert into received_pack (office_id, from_office, pack_no, period, content, hash, previous_hash)
    values (${groupOfficeId}, ${slug}, ${content.packNo}, ${`${content.period}-01`}, ${JSON.stringify(content)}::jsonb,
      decode(${hash}, 'hex'), decode(${content.previousHash}, 'hex'))`.execute(trx)
  return { isNew: true }
}

/** The pack of that number, or the last one before it. */
async function receivedOf(
  trx: Transaction,
  groupOfficeId: string,
  slug: string,
  upTo: number,
): Promise<Pack[]> {
  const { rows } = await sql<Pack>`
    select ${receivedColumns} from received_pack r
     where r.office_id = ${groupOfficeId} and r.from_office = ${slug} and r.pack_no <= ${upTo}
     order by r.pack_no desc limit 1`.execute(trx)
  return rows
}
