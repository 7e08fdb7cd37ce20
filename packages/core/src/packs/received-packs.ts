import { sql } from 'kysely'
import type { IsoDate } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import type { Signed } from '../federation/index.ts'
import type { Pack } from './pack.ts'

export interface ReceivedPack extends Pack {
  readonly office: string
  readonly supersedes: number | null
  readonly receivedAt: Date
}

const receivedColumns = sql`r.from_office as office, r.pack_no as "packNo", to_char(r.period, 'YYYY-MM') as period,
  r.content, encode(r.hash, 'hex') as hash, encode(r.previous_hash, 'hex') as "previousHash", r.supersedes,
  r.received_at as "receivedAt"`

/** No later pack corrects it. */
const stands = sql`not exists (select from received_pack s where s.office_id = r.office_id
  and s.from_office = r.from_office and s.supersedes = r.pack_no)`

/**
 * Packs the group has received, the latest first; of one month, or of one office. Asked for a month, only those that
 * stand: a corrected pack is answered for by its correction.
 */
export async function receivedPacks(
  trx: Transaction,
  groupOfficeId: string,
  { period, office, limit = 100 }: { period?: string; office?: string; limit?: number } = {},
): Promise<ReceivedPack[]> {
  const ofMonth =
    period === undefined ? sql`true` : sql`to_char(r.period, 'YYYY-MM') = ${period} and ${stands}`
  const { rows } = await sql<ReceivedPack>`
    select ${receivedColumns} from received_pack r
     where r.office_id = ${groupOfficeId} and ${ofMonth}
       and (${office ?? null}::text is null or r.from_office = ${office ?? null})
     order by r.received_at desc, r.from_office, r.pack_no desc limit ${limit}`.execute(trx)
  return rows
}

/** The pack of that number, or the last one before it. */
export async function lastReceived(
  trx: Transaction,
  groupOfficeId: string,
  office: string,
  upTo: number,
): Promise<ReceivedPack | undefined> {
  const { rows } = await sql<ReceivedPack>`
    select ${receivedColumns} from received_pack r
     where r.office_id = ${groupOfficeId} and r.from_office = ${office} and r.pack_no <= ${upTo}
     order by r.pack_no desc limit 1`.execute(trx)
  return rows[0]
}

/** The pack that stands for the latest month up to one. */
export async function standingPack(
  trx: Transaction,
  groupOfficeId: string,
  office: string,
  upTo: string,
): Promise<ReceivedPack | undefined> {
  const { rows } = await sql<ReceivedPack>`
    select ${receivedColumns} from received_pack r
     where r.office_id = ${groupOfficeId} and r.from_office = ${office} and r.period <= ${`${upTo}-01`}::date
       and ${stands}
     order by r.period desc limit 1`.execute(trx)
  return rows[0]
}

/** The offices that were wound up, as their last pack says, with the month it is of (`2026-12`); by slug. */
export async function woundUpOffices(
  trx: Transaction,
  groupOfficeId: string,
): Promise<{ office: string; lastPeriod: string }[]> {
  const { rows } = await sql<{ office: string; lastPeriod: string }>`
    select r.from_office as office, to_char(r.period, 'YYYY-MM') as "lastPeriod"
      from received_pack r
     where r.office_id = ${groupOfficeId} and r.is_final and ${stands}
     order by r.from_office`.execute(trx)
  return rows
}

export async function insertReceived(
  trx: Transaction,
  groupOfficeId: string,
  { content, hash }: Pick<Pack, 'content' | 'hash'>,
  { keyNo, signature }: Signed,
): Promise<void> {
  const { packNo, period, previousHash, supersedes, office } = content
  await sql`
    insert into received_pack (office_id, from_office, pack_no, period, content, hash, previous_hash, key_no, signature,
      supersedes)
    values (${groupOfficeId}, ${office.slug}, ${packNo}, ${`${period}-01`}, ${JSON.stringify(content)}::jsonb,
      decode(${hash}, 'hex'), decode(${previousHash}, 'hex'), ${keyNo}, ${Buffer.from(signature, 'base64')},
      ${supersedes})`.execute(trx)
  await sql`
    insert into received_account (office_id, from_office, pack_no, period, group_account, account, number, name, opening,
      closing)
    select ${groupOfficeId}, ${office.slug}, ${packNo}, ${`${period}-01`}::date, a."group", a.account, a.number, a.name,
           a.opening, a.closing
      from jsonb_to_recordset(${JSON.stringify(content.accounts)}::jsonb) as a (account text, number text, name text,
             "group" text, opening numeric, closing numeric)`.execute(trx)
}

/** What the packs received say of an account, as long as they call it the same. */
export interface AccountHistory {
  readonly office: string
  /** Month of the office's first pack. */
  readonly firstMonth: IsoDate
  readonly currency: string
  readonly account: string
  readonly number: string
  readonly name: string
  readonly group: string
  /** What the account began with, as the office's first pack writes it; null where that did not know the account so. */
  readonly opening: string | null
  /** First days of months and what stood there at their end, in no order: `2026-01-01 12.30,2026-02-01 0.00`. */
  readonly closings: string
}

/**
 * The accounts of some groups in all packs of some offices up to a month, by office and account. A row is an account, not a
 * month of one: there are sixty times as many of those after five years, and making an object of each is what took longest.
 */
export async function accountHistory(
  trx: Transaction,
  groupOfficeId: string,
  { offices, upTo, groups }: { offices: readonly string[]; upTo: IsoDate; groups: readonly string[] },
): Promise<AccountHistory[]> {
  const { rows } = await sql<AccountHistory>`
    select a.from_office as office, min(r."firstMonth") as "firstMonth", r.currency, a.account, a.number, a.name,
           a.group_account as "group", min(a.opening) filter (where a.period = r."firstMonth") as opening,
           string_agg(a.period || ' ' || a.closing, ',') as closings
      from (select r.from_office, r.pack_no, r.currency,
                   min(r.period) over (partition by r.from_office) as "firstMonth"
              from received_pack r
             where r.office_id = ${groupOfficeId} and r.from_office = any(${offices}::text[]) and r.period <= ${upTo}
               and ${stands}) r
      join received_account a on a.office_id = ${groupOfficeId} and a.from_office = r.from_office
                             and a.pack_no = r.pack_no
     where a.group_account = any(${groups}::text[])
     group by a.from_office, r.currency, a.account, a.number, a.name, a.group_account
     order by a.from_office, a.account`.execute(trx)
  return rows
}
