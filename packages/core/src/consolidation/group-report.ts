import { sql } from 'kysely'
import { addDays, CURRENCY_DECIMALS, formatAmount, type IsoDate, monthOf } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { type CashFlow, cashFlow } from './cash-flow.ts'
import { consolidate } from './consolidate.ts'
import type { ConsolidatedAccount, Consolidation } from './consolidation.ts'
import { type EquityChange, equityChanges } from './equity-changes.ts'
import { packAmount } from './pack-amount.ts'
import { type GroupStatement, groupStatement } from './statement.ts'

/** A month's statements with what they are compared with, for a reader on paper. */
export interface GroupReport {
  /** The month's figures, of which the notes tell. */
  readonly figures: Consolidation
  readonly statement: GroupStatement
  /** Null where nothing stood in the books then. */
  readonly opening: GroupStatement | null
  /** The day the opening balance sheet is of; cash flow and changes in equity count from the next. */
  readonly openedOn: IsoDate
  /** Offices in the figures that were not in the opening balance sheet. */
  readonly joined: readonly string[]
  readonly cashFlow: CashFlow
  readonly equity: readonly EquityChange[]
  /** The same months of the year before; null where no pack of them was received. */
  readonly yearBefore: YearBefore | null
}

interface YearBefore {
  readonly period: string
  readonly statement: GroupStatement
  /** Null unless it counts from the same day of its year. */
  readonly cashFlow: CashFlow | null
}

/**
 * A month of the group as a report, compared as IAS 34.20 wants it: the balance sheet with that of the year before's end,
 * profit and loss and cash flow with the same months of the year before. Where no pack of the December before was received,
 * the opening balance sheet is the one with which the year's first month reported began.
 *
 * @throws as `consolidate`, for any of the months.
 */
export async function groupReport(
  trx: Transaction,
  groupOfficeId: string,
  { period }: { period: string },
): Promise<GroupReport> {
  const figures = await consolidate(trx, groupOfficeId, { period })
  const opening = await openingOf(trx, groupOfficeId, figures)
  const decimals = CURRENCY_DECIMALS[figures.currency] ?? 2
  const stood = opening.accounts.some(({ total }) => packAmount(total, decimals) !== 0n)
  return {
    figures,
    statement: groupStatement(figures),
    opening: stood ? groupStatement(opening) : null,
    openedOn: opening.on,
    joined: figures.offices.map(({ slug }) => slug).filter((slug) => !opening.offices.includes(slug)),
    cashFlow: cashFlow(opening.accounts, figures.accounts, decimals),
    equity: equityChanges(opening.accounts, figures.accounts, decimals),
    yearBefore: await yearBeforeOf(trx, groupOfficeId, { period, openedOn: opening.on, decimals }),
  }
}

async function yearBeforeOf(
  trx: Transaction,
  groupOfficeId: string,
  { period, openedOn, decimals }: { period: string; openedOn: IsoDate; decimals: number },
): Promise<YearBefore | null> {
  const figures = await consolidate(trx, groupOfficeId, {
    period: `${Number(period.slice(0, 4)) - 1}${period.slice(4)}`,
  })
  if (figures.offices.length === 0) return null
  const opening = await openingOf(trx, groupOfficeId, figures)
  const isAlike = opening.on.slice(4) === openedOn.slice(4)
  return {
    period: figures.period,
    statement: groupStatement(figures),
    cashFlow: isAlike ? cashFlow(opening.accounts, figures.accounts, decimals) : null,
  }
}

interface Opening extends Pick<Consolidation, 'period' | 'currency' | 'accounts'> {
  readonly on: IsoDate
  /** Slugs of those it holds. */
  readonly offices: readonly string[]
}

async function openingOf(
  trx: Transaction,
  groupOfficeId: string,
  { period }: Consolidation,
): Promise<Opening> {
  const year = Number(period.slice(0, 4))
  const slugs = ({ offices }: Consolidation) => offices.map(({ slug }) => slug)
  const december = await consolidate(trx, groupOfficeId, { period: `${year - 1}-12` })
  if (december.offices.length > 0) return { ...december, on: `${year - 1}-12-31`, offices: slugs(december) }
  const first = await consolidate(trx, groupOfficeId, {
    period: await firstMonthReported(trx, groupOfficeId, `${year}-01`, period),
  })
  return {
    ...first,
    on: addDays(monthOf(`${first.period}-01`).from, -1),
    offices: slugs(first),
    accounts: first.accounts.map((account) => asItBegan(account, first.currency)),
  }
}

function asItBegan(account: ConsolidatedAccount, currency: string): ConsolidatedAccount {
  const decimals = CURRENCY_DECIMALS[currency] ?? 2
  const total = packAmount(account.total, decimals) - packAmount(account.movement, decimals)
  return { ...account, total: formatAmount(total, decimals) }
}

async function firstMonthReported(
  trx: Transaction,
  groupOfficeId: string,
  from: string,
  upTo: string,
): Promise<string> {
  const { rows } = await sql<{ period: string | null }>`
    select to_char(min(period), 'YYYY-MM') as period from samen.received_pack
     where office_id = ${groupOfficeId} and period between ${`${from}-01`}::date and ${`${upTo}-01`}::date`.execute(
    trx,
  )
  return rows[0]?.period ?? upTo
}
