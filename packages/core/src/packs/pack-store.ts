import { sql } from 'kysely'
import type { IsoDate } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import type { Signed } from '../federation/index.ts'
import type { Pack, PackContent, PackPeople } from './pack.ts'
import type { Receipt } from './receipt.ts'

export interface PackTables {
  pack: StoredPack & { sealed_at: Date }
  received_pack: StoredPack & { from_office: string; received_at: Date }
}

interface StoredPack {
  office_id: string
  pack_no: number
  period: IsoDate
  content: PackContent
  hash: Buffer
  previous_hash: Buffer | null
  key_no: number | null
  signature: Buffer | null
  supersedes: number | null
}

export interface SealedPack extends Pack {
  readonly sealedAt: Date
  readonly supersedes: number | null
  /** The pack that corrects this one. */
  readonly supersededBy: number | null
  /** When it reached the group; null while it is on its way. */
  readonly deliveredAt: Date | null
  /** What the group signed when it took the pack in. */
  readonly receipt: Receipt | null
  /** Why it has not reached the group, in a sentence; null while nothing failed. */
  readonly refusal: string | null
}

const packColumns = sql`p.pack_no as "packNo", to_char(p.period, 'YYYY-MM') as period, p.content,
  encode(p.hash, 'hex') as hash, encode(p.previous_hash, 'hex') as "previousHash", p.sealed_at as "sealedAt",
  p.supersedes, (select s.pack_no from pack s where s.office_id = p.office_id and s.supersedes = p.pack_no)
    as "supersededBy",
  o.delivered_at as "deliveredAt", o.last_error as refusal,
  (select r.receipt from pack_receipt r where r.office_id = p.office_id and r.pack_no = p.pack_no) as receipt`

/** The office's packs, the latest first; with a period (`2026-10`), those of that month, a correction before what it corrects. */
export async function packs(
  trx: Transaction,
  officeId: string,
  { period, limit = 100 }: { period?: string; limit?: number } = {},
): Promise<SealedPack[]> {
  const { rows } = await sql<SealedPack>`
    select ${packColumns} from pack p
      left join outbox o on o.office_id = p.office_id and o.kind = 'pack'
                        and o.idempotency_key = 'pack:' || p.pack_no
     where p.office_id = ${officeId} and (${period ?? null}::text is null or to_char(p.period, 'YYYY-MM') = ${period ?? null})
     order by p.pack_no desc limit ${limit}`.execute(trx)
  return rows
}

/** The latest month (`2026-10`) the office has made a pack of. */
export async function latestPackPeriod(trx: Transaction, officeId: string): Promise<string | null> {
  const { rows } = await sql<{ period: string | null }>`
    select to_char(max(period), 'YYYY-MM') as period from pack where office_id = ${officeId}`.execute(trx)
  return rows[0]?.period ?? null
}

/** The pack that stands for the latest month. */
export async function lastPack(trx: Transaction, officeId: string): Promise<SealedPack | undefined> {
  const period = await latestPackPeriod(trx, officeId)
  return period === null ? undefined : (await packs(trx, officeId, { period, limit: 1 }))[0]
}

/** What the office's packs told of its members and of those who joined, before a month, in the order of months. */
export async function toldPeople(
  trx: Transaction,
  officeId: string,
  before: IsoDate,
): Promise<Pick<PackPeople, 'members' | 'registrations'>[]> {
  const { rows } = await sql<Pick<PackPeople, 'members' | 'registrations'>>`
    select (content #>> '{people,members}')::int as members,
           (content #>> '{people,registrations}')::int as registrations
      from pack where office_id = ${officeId} and period < ${before} and supersedes is null order by period`.execute(
    trx,
  )
  return rows
}

export async function insertPack(
  trx: Transaction,
  officeId: string,
  pack: Pack,
  { keyNo, signature }: Signed,
): Promise<void> {
  await sql`
    insert into pack (office_id, pack_no, period, content, hash, previous_hash, key_no, signature, supersedes)
    values (${officeId}, ${pack.packNo}, ${`${pack.period}-01`}, ${JSON.stringify(pack.content)}::jsonb,
      decode(${pack.hash}, 'hex'), decode(${pack.previousHash}, 'hex'), ${keyNo},
      ${Buffer.from(signature, 'base64')}, ${pack.content.supersedes})`.execute(trx)
}

/** Keeps what the group signed; a second copy of the same receipt is passed over. */
export async function storeReceipt(
  trx: Transaction,
  officeId: string,
  receipt: Receipt,
  { keyNo, signature }: Signed,
): Promise<void> {
  await sql`
    insert into pack_receipt (office_id, pack_no, receipt, key_no, signature)
    values (${officeId}, ${receipt.packNo}, ${JSON.stringify(receipt)}::jsonb, ${keyNo},
      ${Buffer.from(signature, 'base64')}) on conflict do nothing`.execute(trx)
}
