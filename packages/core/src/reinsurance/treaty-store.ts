import { sql } from 'kysely'
import type { OfficeContext } from '../context/index.ts'
import { fraction, type Minor, type Rate } from '../country/index.ts'
import { lockInOffice, officeDirectory, type Transaction } from '../database/index.ts'
import { listFunds } from '../funds/index.ts'
import { conflict, type Fault, throwFaults } from '../problem/index.ts'
import type { CessionStatement, TreatyTerms } from './treaty.ts'

export type Direction = 'ceded' | 'assumed'

export interface Treaty extends TreatyTerms {
  /** Slug of the other office. */
  readonly counterparty: string
  readonly direction: Direction
  /** Holds for losses and levies of this year and the years after, until other terms begin. */
  readonly fromYear: number
  /** The fund of ours that cedes or assumes. */
  readonly fundId: string
}

/** All treaties, by office and year. */
export async function treaties(trx: Transaction, officeId: string): Promise<Treaty[]> {
  const { rows } = await sql<Omit<Treaty, 'share' | 'premium'> & { shares: Minor[]; premiums: Minor[] }>`
    select counterparty, direction, from_year as "fromYear", fund_id as "fundId",
           retention_per_loss as "retentionPerLoss", retention_per_year as "retentionPerYear",
           array[share_numerator, share_denominator] as shares, array[premium_numerator, premium_denominator] as premiums
      from samen.reinsurance_treaty where office_id = ${officeId}
     order by counterparty, direction, from_year`.execute(trx)
  return rows.map(({ shares, premiums, ...rest }) => ({
    ...rest,
    share: rateOf(shares),
    premium: rateOf(premiums),
  }))
}

const rateOf = ([numerator, denominator]: Minor[]): Rate => fraction(numerator as Minor, denominator as Minor)

/** The terms with an office in a year; undefined when there are none. */
export const termsIn = (
  all: readonly Treaty[],
  counterparty: string,
  direction: Direction,
  year: number,
): Treaty | undefined =>
  all.findLast(
    (one) => one.counterparty === counterparty && one.direction === direction && one.fromYear <= year,
  )

/**
 * Writes down terms both offices agreed on; each writes its own side. They begin with a year of which no month is
 * accounted for yet.
 *
 * @throws Problem naming the field; `conflict` when terms begin with that year already, or a month of it is accounted for.
 */
export async function agreeTreaty(
  trx: Transaction,
  { officeId, by, plugin }: OfficeContext,
  treaty: Treaty,
): Promise<Treaty> {
  const own = (await officeDirectory(trx)).find((office) => office.officeId === officeId)?.slug
  const fund = (await listFunds(trx)).find(({ fundId }) => fundId === treaty.fundId)
  throwFaults(treatyFaults(treaty, own, fund?.currency === plugin.currency))
  const { counterparty, direction, fromYear, fundId, retentionPerLoss, retentionPerYear, share, premium } =
    treaty
  const { rows } = await sql<{ accounted: boolean }>`
    select exists (select from samen.reinsurance_account
                    where office_id = ${officeId} and counterparty = ${counterparty} and direction = ${direction}
                      and extract(year from period) >= ${fromYear}) as accounted`.execute(trx)
  if (rows[0]?.accounted)
    throw conflict(`Months of ${fromYear} are accounted for: let the terms begin later.`)
  const { numAffectedRows } = await sql`
    insert into samen.reinsurance_treaty (office_id, counterparty, direction, from_year, fund_id, retention_per_loss,
      retention_per_year, share_numerator, share_denominator, premium_numerator, premium_denominator, agreed_by)
    values (${officeId}, ${counterparty}, ${direction}, ${fromYear}, ${fundId}, ${retentionPerLoss}, ${retentionPerYear},
      ${share.numerator}, ${share.denominator}, ${premium.numerator}, ${premium.denominator}, ${by})
    on conflict do nothing`.execute(trx)
  if (numAffectedRows !== 1n) throw conflict(`Terms with ${counterparty} begin with ${fromYear} already.`)
  return treaty
}

function treatyFaults(treaty: Treaty, own: string | undefined, hasFund: boolean): Fault[] {
  const faults: Fault[] = []
  const say = (field: string, reason: string) => void faults.push({ field, reason })
  if (!/^[a-z][a-z0-9-]{0,30}$/.test(treaty.counterparty))
    say('counterparty', 'Another office of the group by its short name, such as fr.')
  else if (treaty.counterparty === own) say('counterparty', 'An office does not reinsure itself.')
  if (!Number.isInteger(treaty.fromYear) || treaty.fromYear < 2000 || treaty.fromYear > 2999)
    say('fromYear', 'Terms begin with a year, such as 2026.')
  if (!hasFund) say('fundId', 'A fund of this office in its own currency.')
  if (treaty.retentionPerLoss < 0n) say('retentionPerLoss', 'May not be negative.')
  if (treaty.retentionPerYear < 0n) say('retentionPerYear', 'May not be negative.')
  if (treaty.share.numerator <= 0n || treaty.share.numerator > treaty.share.denominator)
    say('share', 'Above nothing and at most everything.')
  if (treaty.premium.numerator < 0n || treaty.premium.numerator > treaty.premium.denominator)
    say('premium', 'From nothing to everything.')
  return faults
}

export interface ReinsuranceAccount {
  readonly counterparty: string
  readonly direction: Direction
  readonly period: string
  readonly premium: Minor
  readonly statement: CessionStatement
  readonly bookedBy: string
}

/** Accounts, the latest month first; with an office, or of a month. At most 200. */
export async function reinsuranceAccounts(
  trx: Transaction,
  officeId: string,
  { counterparty, direction, period }: { counterparty?: string; direction?: Direction; period?: string } = {},
): Promise<ReinsuranceAccount[]> {
  const { rows } = await sql<ReinsuranceAccount>`
    select counterparty, direction, to_char(period, 'YYYY-MM') as period, premium, statement, booked_by as "bookedBy"
      from samen.reinsurance_account
     where office_id = ${officeId} and (${counterparty ?? null}::text is null or counterparty = ${counterparty ?? null})
       and (${direction ?? null}::text is null or direction = ${direction ?? null})
       and (${period ?? null}::text is null or to_char(period, 'YYYY-MM') = ${period ?? null})
     order by reinsurance_account.period desc, counterparty limit 200`.execute(trx)
  return rows
}

export async function insertAccount(
  trx: Transaction,
  officeId: string,
  account: ReinsuranceAccount,
): Promise<void> {
  await sql`
    insert into samen.reinsurance_account (office_id, counterparty, direction, period, premium, statement, booked_by)
    values (${officeId}, ${account.counterparty}, ${account.direction}, ${`${account.period}-01`}, ${account.premium},
      ${JSON.stringify(account.statement)}::jsonb, ${account.bookedBy})`.execute(trx)
}

/** Whoever accounts with the same office waits. */
export async function lockAccounts(trx: Transaction, officeId: string, counterparty: string): Promise<void> {
  await lockInOffice(trx, officeId, `reinsurance ${counterparty}`)
}
