import { sql } from 'kysely'
import type { Transaction } from '../database/index.ts'
import type { Problem } from '../problem/index.ts'
import type { PackDelivery } from './pack-schema.ts'

export interface PackRefusal {
  readonly office: string
  readonly packNo: number
  readonly period: string
  readonly hash: string
  /** The problem's type: `pack-gap`. */
  readonly problem: string
  readonly detail: string
  readonly refusedAt: Date
}

/** Whoever floods the group with nonsense in an office's name fills no table. */
const REFUSALS_A_DAY_MAX = 100

/** Keeps why a pack was not taken; the same refusal of the same pack is kept once. */
export async function recordRefusal(
  trx: Transaction,
  groupOfficeId: string,
  { content: { office, packNo, period }, hash }: PackDelivery,
  { type, detail }: Problem,
): Promise<void> {
  await sql`
    insert into pack_refusal (office_id, from_office, pack_no, hash, problem, period, detail)
    select ${groupOfficeId}, ${office.slug}, ${packNo}, decode(${hash}, 'hex'), ${type}, ${`${period}-01`}::date,
           ${detail.slice(0, 1_000)}
     where (select count(*) from pack_refusal
             where office_id = ${groupOfficeId} and from_office = ${office.slug}
               and refused_at > now() - interval '1 day') < ${REFUSALS_A_DAY_MAX}
    on conflict do nothing`.execute(trx)
}

/** What the group did not take, the latest first. */
export async function packRefusals(
  trx: Transaction,
  groupOfficeId: string,
  { limit = 100 }: { limit?: number } = {},
): Promise<PackRefusal[]> {
  const { rows } = await sql<PackRefusal>`
    select from_office as office, pack_no as "packNo", to_char(period, 'YYYY-MM') as period, encode(hash, 'hex') as hash,
           problem, detail, refused_at as "refusedAt"
      from pack_refusal where office_id = ${groupOfficeId}
     order by refused_at desc, from_office, pack_no limit ${limit}`.execute(trx)
  return rows
}
