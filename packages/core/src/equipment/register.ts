import { type RawBuilder, sql } from 'kysely'
import { fraction, type Minor } from '../country/index.ts'
import { lockInOffice, type Transaction } from '../database/index.ts'
import { notFound } from '../problem/index.ts'
import type { Asset } from './equipment.ts'

export interface RegisterQuestion {
  readonly activityId?: string | undefined
  /** Also what was sold or thrown away. */
  readonly disposed?: boolean | undefined
  /** The id of the last asset of the page before. */
  readonly after?: string | undefined
  /** 1 to 200; 50 unless told. */
  readonly limit?: number | undefined
}

/** The register of equipment, the latest bought first, a page at a time. */
export function assetRegister(
  trx: Transaction,
  officeId: string,
  { activityId, disposed = false, after, limit = 50 }: RegisterQuestion = {},
): Promise<Asset[]> {
  return select(
    trx,
    sql`a.office_id = ${officeId}
      ${activityId ? sql`and a.activity_id = ${activityId}` : sql``}
      ${disposed ? sql`` : sql`and x.asset_id is null`}
      ${after ? sql`and a.asset_id < ${after}::uuid` : sql``}`,
    sql`order by a.asset_id desc limit ${limit}`,
  )
}

/** The assets in use whose depreciation may be due in a month, in the order of their ids, after one of them. */
export const assetsInUse = (
  trx: Transaction,
  officeId: string,
  { period, after, limit }: { period: string; after: string; limit: number },
): Promise<Asset[]> =>
  select(
    trx,
    sql`a.office_id = ${officeId} and x.asset_id is null and a.in_use_from <= ${period}::date
      and a.bought_on < (${period}::date + interval '1 month') and a.asset_id > ${after}::uuid
      and a.cost - a.residual > coalesce(d.amount, 0)`,
    sql`order by a.asset_id limit ${limit}`,
  )

/** One asset; locked against another writer when it is to be changed. @throws Problem `not-found` */
export async function assetById(
  trx: Transaction,
  officeId: string,
  assetId: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<Asset> {
  if (lock) await lockAssets(trx, officeId)
  const [found] = await select(trx, sql`a.office_id = ${officeId} and a.asset_id = ${assetId}`, sql``)
  if (!found) throw notFound('such equipment in this office')
  return found
}

/** One writer of depreciation and disposals at a time in an office, so that nothing is written off twice. */
export const lockAssets = (trx: Transaction, officeId: string) => lockInOffice(trx, officeId, 'equipment')

type Row = Omit<Asset, 'declining' | 'bookValue' | 'gain'> & {
  numerator: bigint | null
  denominator: bigint | null
  valueThen: Minor | null
}

async function select(
  trx: Transaction,
  where: RawBuilder<unknown>,
  page: RawBuilder<unknown>,
): Promise<Asset[]> {
  const { rows } = await sql<Row>`
    select a.asset_id as "assetId", a.supplier_invoice_id as "supplierInvoiceId", a.activity_id as "activityId", v.name as "activityName",
           a.legal_entity_id as "legalEntityId", a.name, a.reference, a.currency, a.cost, a.vat,
           a.bought_on as "boughtOn", a.in_use_from as "inUseFrom", a.months, a.residual,
           a.rate_numerator as numerator, a.rate_denominator as denominator, coalesce(d.amount, 0)::int8 as depreciated,
           x.disposed_on as "disposedOn", x.proceeds, x.book_value as "valueThen"
      from samen.fixed_asset a
      join samen.activity v on v.office_id = a.office_id and v.activity_id = a.activity_id
      left join samen.fixed_asset_disposal x on x.office_id = a.office_id and x.asset_id = a.asset_id
      left join lateral (select sum(p.amount)::int8 as amount from samen.fixed_asset_depreciation p
                          where p.office_id = a.office_id and p.asset_id = a.asset_id) d on true
     where ${where} ${page}`.execute(trx)
  return rows.map(({ numerator, denominator, valueThen, ...row }) => ({
    ...row,
    declining: numerator !== null && denominator !== null ? fraction(numerator, denominator) : null,
    bookValue: row.disposedOn === null ? row.cost - row.depreciated : 0n,
    gain: row.proceeds === null || valueThen === null ? null : row.proceeds - valueThen,
  }))
}
