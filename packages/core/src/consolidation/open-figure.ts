import { CURRENCY_DECIMALS, formatAmount, GROUP_CHART, type Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { notFound } from '../problem/index.ts'
import type { Elimination } from './eliminate.ts'
import { groupFigures } from './group-figures.ts'
import { type HoldingMethod, shareText } from './holding.ts'

/** What a group account's figure is the sum of. Decimal text in the group's currency, debit positive. */
export interface OpenedFigure {
  readonly period: string
  readonly currency: string
  readonly group: string
  readonly name: string
  /** Each opens further into the office's own accounts (`drillDown`). */
  readonly offices: readonly {
    readonly office: string
    readonly method: HoldingMethod
    readonly share: string
    readonly amount: string
  }[]
  /** What others own of an office. */
  readonly minority: readonly { readonly office: string; readonly amount: string }[]
  readonly eliminations: readonly {
    readonly kind: Elimination['kind']
    readonly offices: readonly string[]
    readonly amount: string
  }[]
  readonly adjustments: readonly {
    readonly groupAdjustmentId: string
    readonly period: string
    readonly title: string
    readonly amount: string
  }[]
  readonly total: string
}

/** Opens a consolidated figure into all it is made of. @throws Problem `not-found`; else as `consolidate`. */
export async function openFigure(
  trx: Transaction,
  groupOfficeId: string,
  { period, group }: { period: string; group: string },
): Promise<OpenedFigure> {
  const name = GROUP_CHART[group]
  if (name === undefined) throw notFound(`account ${group} in the group chart`)
  const { currency, sheet, adjustments } = await groupFigures(trx, groupOfficeId, period)
  const decimals = CURRENCY_DECIMALS[currency] ?? 2
  let total = 0n
  /** The lines of one origin under this account; undefined where it has none. */
  const take = (lines: readonly { group: string; amount: Minor }[]): string | undefined => {
    const own = lines.filter((line) => line.group === group)
    if (own.length === 0) return undefined
    const amount = own.reduce((sum, line) => sum + line.amount, 0n)
    total += amount
    return formatAmount(amount, decimals)
  }
  const { offices, eliminations } = sheet.end
  const parts = {
    offices: offices.flatMap(({ office, holding: { method, share }, lines }) => {
      const amount = take(lines)
      return amount === undefined ? [] : [{ office, method, share: shareText(share), amount }]
    }),
    minority: offices.flatMap(({ office, minority }) => {
      const amount = take(minority)
      return amount === undefined ? [] : [{ office, amount }]
    }),
    eliminations: eliminations.flatMap(({ kind, offices, lines }) => {
      const amount = take(lines)
      return amount === undefined ? [] : [{ kind, offices, amount }]
    }),
    adjustments: sheet.end.adjustments.flatMap(({ groupAdjustmentId, lines }) => {
      const amount = take(lines)
      const entry = adjustments.find((one) => one.groupAdjustmentId === groupAdjustmentId)
      return amount === undefined || !entry
        ? []
        : [{ groupAdjustmentId, period: entry.period, title: entry.title, amount }]
    }),
  }
  return { period, currency, group, name, ...parts, total: formatAmount(total, decimals) }
}
