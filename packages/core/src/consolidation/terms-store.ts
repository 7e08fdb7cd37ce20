import { sql } from 'kysely'
import { AMOUNT_MAX, GROUP_CHART, type IsoDate, type Minor, type Rate } from '../country/index.ts'
import { lockInOffice, type Transaction } from '../database/index.ts'
import { isGroupPeriodClosed } from '../packs/index.ts'
import { conflict, type Fault, throwFaults } from '../problem/index.ts'
import type { HeldMargin } from './eliminate.ts'
import { HOLDING_METHODS, type Holding } from './holding.ts'
import { groupAccountType } from './translate.ts'

/** Who writes in the group's office, and when. */
export interface GroupActor {
  readonly groupOfficeId: string
  readonly by: string
  readonly now: Date
}

/** How far two offices may be apart, in minor units of the group's currency, from a month on. */
export interface Tolerance {
  readonly from: IsoDate
  readonly amount: Minor
}

/** Where nobody wrote otherwise: one unit of the group's currency, which rates and roundings may make. */
export const ORDINARY_TOLERANCE: Minor = 100n

export const toleranceOn = (tolerances: readonly Tolerance[], month: IsoDate): Minor =>
  tolerances.findLast(({ from }) => from <= month)?.amount ?? ORDINARY_TOLERANCE

/** What stands of holdings, tolerances and margins, each in the order of days. */
export async function readTerms(
  trx: Transaction,
  groupOfficeId: string,
): Promise<{ holdings: Holding[]; tolerances: Tolerance[]; margins: HeldMargin[] }> {
  const { rows: holdings } = await sql<Omit<Holding, 'share'> & { numerator: Minor; denominator: Minor }>`
    select distinct on (held_office, valid_from) held_office as office, valid_from as "from", method,
           share_numerator as numerator, share_denominator as denominator, acquired_net_assets as "acquiredNetAssets"
      from samen.group_holding where office_id = ${groupOfficeId}
     order by held_office, valid_from, revision desc`.execute(trx)
  const { rows: tolerances } = await sql<Tolerance>`
    select distinct on (valid_from) valid_from as "from", amount
      from samen.group_tolerance where office_id = ${groupOfficeId} order by valid_from, revision desc`.execute(
    trx,
  )
  const { rows: margins } = await sql<HeldMargin>`
    select distinct on (seller, buyer, group_account, valid_from) seller, buyer, group_account as "group",
           valid_from as "from", amount
      from samen.group_margin where office_id = ${groupOfficeId}
     order by seller, buyer, group_account, valid_from, revision desc`.execute(trx)
  return {
    holdings: holdings.map(({ numerator, denominator, ...row }) => ({
      ...row,
      share: { numerator, denominator },
    })),
    tolerances,
    margins,
  }
}

/**
 * Writes how an office enters the figures from a month (`2026-10`) on. Written again for the same month, the later one stands.
 *
 * @throws Problem `invalid-field`; `conflict` for a month the group has closed.
 */
export async function writeHolding(
  trx: Transaction,
  { groupOfficeId, by, now }: GroupActor,
  {
    office,
    period,
    method,
    share,
    acquiredNetAssets = null,
  }: {
    office: string
    period: string
    method: Holding['method']
    share: Rate
    acquiredNetAssets?: Minor | null
  },
): Promise<void> {
  const faults: Fault[] = [...slugFaults('office', office)]
  if (!HOLDING_METHODS.includes(method))
    faults.push({ field: 'method', reason: `One of ${HOLDING_METHODS.join(', ')}.` })
  const { numerator, denominator } = share
  if (numerator <= 0n || denominator <= 0n || numerator > denominator || denominator > 1_000_000_000n)
    faults.push({ field: 'share', reason: 'A share is more than 0 and at most 1, such as 3/4.' })
  if (acquiredNetAssets !== null && outside(acquiredNetAssets))
    faults.push({ field: 'acquiredNetAssets', reason: 'At most 10 000 000 000.' })
  throwFaults(faults)
  await refuseClosed(trx, groupOfficeId, period)
  await lockTerms(trx, groupOfficeId)
  await sql`
    insert into samen.group_holding (office_id, held_office, valid_from, revision, method, share_numerator,
      share_denominator, acquired_net_assets, written_by, written_at)
    select ${groupOfficeId}, ${office}, ${`${period}-01`}::date, coalesce(max(revision), 0) + 1, ${method}, ${numerator},
           ${denominator}, ${acquiredNetAssets}::int8, ${by}, ${now}
      from samen.group_holding
     where office_id = ${groupOfficeId} and held_office = ${office} and valid_from = ${`${period}-01`}`.execute(
    trx,
  )
}

/** Writes the tolerance from a month on. @throws Problem `invalid-field`; `conflict` for a closed month. */
export async function writeTolerance(
  trx: Transaction,
  { groupOfficeId, by, now }: GroupActor,
  { period, amount }: { period: string; amount: Minor },
): Promise<void> {
  throwFaults(
    amount < 0n || outside(amount)
      ? [{ field: 'amount', reason: 'A tolerance is zero or more, and at most 10 000 000 000.' }]
      : [],
  )
  await refuseClosed(trx, groupOfficeId, period)
  await lockTerms(trx, groupOfficeId)
  await sql`
    insert into samen.group_tolerance (office_id, valid_from, revision, amount, written_by, written_at)
    select ${groupOfficeId}, ${`${period}-01`}::date, coalesce(max(revision), 0) + 1, ${amount}, ${by}, ${now}
      from samen.group_tolerance where office_id = ${groupOfficeId} and valid_from = ${`${period}-01`}`.execute(
    trx,
  )
}

/**
 * States how much of a seller's margin stands in what the buyer holds from a month on; zero ends it.
 *
 * @throws Problem `invalid-field`; `conflict` for a closed month.
 */
export async function writeMargin(
  trx: Transaction,
  { groupOfficeId, by, now }: GroupActor,
  {
    seller,
    buyer,
    group,
    period,
    amount,
    reason,
  }: { seller: string; buyer: string; group: string; period: string; amount: Minor; reason: string },
): Promise<void> {
  const faults: Fault[] = [...slugFaults('seller', seller), ...slugFaults('buyer', buyer)]
  if (seller === buyer) faults.push({ field: 'buyer', reason: 'Another office than the seller.' })
  if (!Object.hasOwn(GROUP_CHART, group) || groupAccountType(group) !== 'asset')
    faults.push({ field: 'group', reason: 'An asset of the group chart, such as G1500.' })
  if (outside(amount)) faults.push({ field: 'amount', reason: 'At most 10 000 000 000.' })
  const why = reason.trim()
  if (why.length < 1 || why.length > 300)
    faults.push({ field: 'reason', reason: 'Say why, in 1 to 300 characters.' })
  throwFaults(faults)
  await refuseClosed(trx, groupOfficeId, period)
  await lockTerms(trx, groupOfficeId)
  await sql`
    insert into samen.group_margin (office_id, seller, buyer, group_account, valid_from, revision, amount, reason,
      written_by, written_at)
    select ${groupOfficeId}, ${seller}, ${buyer}, ${group}, ${`${period}-01`}::date, coalesce(max(revision), 0) + 1,
           ${amount}, ${why}, ${by}, ${now}
      from samen.group_margin
     where office_id = ${groupOfficeId} and seller = ${seller} and buyer = ${buyer} and group_account = ${group}
       and valid_from = ${`${period}-01`}`.execute(trx)
}

/** The figures of a closed month stay as they were: what changes them is written from a later month on. */
export async function refuseClosed(trx: Transaction, groupOfficeId: string, period: string): Promise<void> {
  if (!/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/.test(period))
    throwFaults([{ field: 'period', reason: 'A month is written YYYY-MM, such as 2026-10.' }])
  if (await isGroupPeriodClosed(trx, groupOfficeId, period))
    throw conflict(`The group has closed ${period}: write it from a later month on.`)
}

/** Two who write at once get revisions after one another. */
const lockTerms = (trx: Transaction, groupOfficeId: string) => lockInOffice(trx, groupOfficeId, 'group-terms')

export const outside = (amount: Minor): boolean => amount > AMOUNT_MAX || amount < -AMOUNT_MAX

export const slugFaults = (field: string, slug: string): Fault[] =>
  /^[a-z][a-z0-9-]{0,30}$/.test(slug) ? [] : [{ field, reason: 'An office by its short name, such as fr.' }]
