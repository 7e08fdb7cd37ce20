import { CURRENCY_DECIMALS, formatAmount, type Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { type BudgetLine, readBudget } from './budgets.ts'
import { consolidate } from './consolidate.ts'
import type { ConsolidatedAccount, Consolidation } from './consolidation.ts'
import { packAmount } from './pack-amount.ts'
import type { GroupAccountType } from './translate.ts'

/** A month beside the month before, the same month of the year before, and the plan. */
export interface Comparison {
  readonly period: string
  readonly currency: string
  /** Null where no pack of that month was received. */
  readonly previousMonth: string | null
  readonly previousYear: string | null
  readonly accounts: readonly ComparedAccount[]
  /** Budgeted accounts by office: what it planned and what it did. */
  readonly budgets: readonly ComparedBudget[]
}

/** `end`: at the month's end, for income and expense since 1 January. `month`: what the month itself added. */
export interface Figure {
  readonly end: string
  readonly month: string
}

export interface ComparedAccount {
  readonly group: string
  readonly name: string
  readonly type: GroupAccountType
  readonly now: Figure
  readonly previousMonth: Figure | null
  readonly previousYear: Figure | null
  /** Null where nothing is planned. */
  readonly budget: Figure | null
}

export interface ComparedBudget {
  readonly office: string
  readonly group: string
  readonly name: string
  readonly planned: Figure
  readonly actual: Figure
  /** Actual less planned. */
  readonly deviation: Figure
}

/** Sets a month's figures beside others. @throws as `consolidate`, for any of the three months. */
export async function compareMonths(
  trx: Transaction,
  groupOfficeId: string,
  { period }: { period: string },
): Promise<Comparison> {
  const now = await consolidate(trx, groupOfficeId, { period })
  const earlier = async (of: string) => {
    const figures = await consolidate(trx, groupOfficeId, { period: of })
    return figures.offices.length === 0 ? undefined : figures
  }
  const [year = 0, month = 0] = period.split('-').map(Number)
  const two = (number: number) => String(number).padStart(2, '0')
  const before = await earlier(month === 1 ? `${year - 1}-12` : `${year}-${two(month - 1)}`)
  const yearBefore = await earlier(`${year - 1}-${two(month)}`)
  const budget = await readBudget(trx, groupOfficeId, { from: `${year}-01`, upTo: period })
  return {
    period,
    currency: now.currency,
    previousMonth: before?.period ?? null,
    previousYear: yearBefore?.period ?? null,
    accounts: accountsOf(now, [before, yearBefore], budget),
    budgets: budgetsOf(now, budget),
  }
}

function accountsOf(
  now: Consolidation,
  [before, yearBefore]: readonly [Consolidation | undefined, Consolidation | undefined],
  budget: readonly BudgetLine[],
): ComparedAccount[] {
  const byGroup = (figures: Consolidation | undefined) =>
    figures && new Map(figures.accounts.map((account) => [account.group, account]))
  const [current, last, lastYear] = [byGroup(now), byGroup(before), byGroup(yearBefore)]
  const planned = Map.groupBy(budget, ({ group }) => group)
  const named = new Map([...(last ?? []), ...(lastYear ?? []), ...(current ?? [])])
  return [...named.values()]
    .sort((a, b) => (a.group < b.group ? -1 : 1))
    .map(({ group, name, type }) => ({
      group,
      name,
      type,
      now: figureOf(current?.get(group)),
      previousMonth: last ? figureOf(last.get(group)) : null,
      previousYear: lastYear ? figureOf(lastYear.get(group)) : null,
      budget: planned.has(group) ? planOf(planned.get(group) as BudgetLine[], now) : null,
    }))
}

const figureOf = (account: ConsolidatedAccount | undefined): Figure =>
  account ? { end: account.total, month: account.movement } : { end: '0.00', month: '0.00' }

function planOf(
  lines: readonly BudgetLine[],
  { period, currency }: Pick<Consolidation, 'period' | 'currency'>,
): Figure {
  const sum = (of: readonly BudgetLine[]) => of.reduce((total, { amount }) => total + amount, 0n)
  const text = (amount: Minor) => formatAmount(amount, CURRENCY_DECIMALS[currency] ?? 2)
  return { end: text(sum(lines)), month: text(sum(lines.filter((line) => line.period === period))) }
}

function budgetsOf(now: Consolidation, budget: readonly BudgetLine[]): ComparedBudget[] {
  const decimals = CURRENCY_DECIMALS[now.currency] ?? 2
  const less = (actual: string, planned: string) =>
    formatAmount(packAmount(actual, decimals) - packAmount(planned, decimals), decimals)
  const accounts = new Map(now.accounts.map((account) => [account.group, account]))
  return [...Map.groupBy(budget, ({ office, group }) => `${group} ${office}`).values()].map((lines) => {
    const { office, group } = lines[0] as BudgetLine
    const account = accounts.get(group)
    const planned = planOf(lines, now)
    const actual = {
      end: account?.byOffice[office] ?? '0.00',
      month: account?.movementByOffice[office] ?? '0.00',
    }
    return {
      office,
      group,
      name: account?.name ?? group,
      planned,
      actual,
      deviation: { end: less(actual.end, planned.end), month: less(actual.month, planned.month) },
    }
  })
}
