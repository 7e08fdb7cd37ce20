import { CURRENCY_DECIMALS, formatAmount, type Minor } from '../country/index.ts'
import type { ConsolidatedAccount, Consolidation } from './consolidation.ts'
import { packAmount } from './pack-amount.ts'
import { GROUP_ONLY } from './translate.ts'

/**
 * The group's statements of a month: balance sheet at its end, profit and loss since 1 January. Every amount has the sign its
 * reader expects: assets and expense are positive on the debit side, debts, equity and income on the credit side.
 */
export interface GroupStatement {
  readonly period: string
  readonly currency: string
  readonly assets: StatementPart
  readonly liabilities: StatementPart
  /** Without the result of the year, which stands below. */
  readonly equity: StatementPart
  readonly income: StatementPart
  /** Without what is due to minorities, which stands below. */
  readonly expense: StatementPart
  /** Income less expense. */
  readonly result: StatementFigure
  /** Of it, to those who own part of an office, and to the group. */
  readonly minorityResult: StatementFigure
  readonly groupResult: StatementFigure
}

export interface StatementPart {
  readonly lines: readonly StatementLine[]
  readonly total: StatementFigure
}

/** In income and expense since 1 January, and what the month added. */
export interface StatementFigure {
  readonly amount: string
  readonly movement: string
}

export interface StatementLine extends StatementFigure {
  readonly group: string
  readonly name: string
}

/** Lays a month's figures out as statements. Pure. */
export function groupStatement({
  period,
  currency,
  accounts,
}: Pick<Consolidation, 'period' | 'currency' | 'accounts'>): GroupStatement {
  const decimals = CURRENCY_DECIMALS[currency] ?? 2
  const text = (amount: Minor) => formatAmount(amount, decimals)
  const minor = (account: ConsolidatedAccount, sign: bigint) => ({
    amount: sign * packAmount(account.total, decimals),
    movement: sign * packAmount(account.movement, decimals),
  })
  const sumOf = (chosen: readonly ConsolidatedAccount[], sign: bigint) =>
    chosen
      .map((account) => minor(account, sign))
      .reduce(
        (sum, one) => ({ amount: sum.amount + one.amount, movement: sum.movement + one.movement }),
        ZERO,
      )
  const figure = ({ amount, movement }: typeof ZERO): StatementFigure => ({
    amount: text(amount),
    movement: text(movement),
  })
  const part = (chosen: readonly ConsolidatedAccount[], sign: bigint): StatementPart => ({
    lines: chosen
      .map((account) => ({ group: account.group, name: account.name, ...figure(minor(account, sign)) }))
      .filter(({ amount, movement }) => amount !== text(0n) || movement !== text(0n)),
    total: figure(sumOf(chosen, sign)),
  })
  const of = (type: ConsolidatedAccount['type']) => accounts.filter((account) => account.type === type)
  const isMinority = ({ group }: ConsolidatedAccount) => group === GROUP_ONLY.minorityResult
  const minority = accounts.filter(isMinority)
  const expense = of('expense').filter((account) => !isMinority(account))
  const flows = [...of('income'), ...expense]
  return {
    period,
    currency,
    assets: part(of('asset'), 1n),
    liabilities: part(of('liability'), -1n),
    equity: part(of('equity'), -1n),
    income: part(of('income'), -1n),
    expense: part(expense, 1n),
    result: figure(sumOf(flows, -1n)),
    minorityResult: figure(sumOf(minority, 1n)),
    groupResult: figure(sumOf([...flows, ...minority], -1n)),
  }
}

const ZERO = { amount: 0n, movement: 0n }
