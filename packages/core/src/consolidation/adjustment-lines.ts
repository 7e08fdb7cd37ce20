import type { IsoDate, Minor } from '../country/index.ts'
import type { GroupLine } from './eliminate.ts'
import { isFlow } from './include-office.ts'
import { ACCUMULATED_RESULT } from './translate.ts'

/** An entry of the group's own, in its currency, that no office books. */
export interface AdjustmentEntry {
  readonly groupAdjustmentId: string
  /** First day of the month it belongs to. */
  readonly month: IsoDate
  /** First day of the month that takes it back; null when it stands. */
  readonly reversedIn: IsoDate | null
  readonly lines: readonly { readonly group: string; readonly amount: Minor }[]
}

/**
 * What an approved entry does to the figures of a month: on the balance sheet from its month on, on income and expense within
 * its year, from the next year on in accumulated result. A reversal does the opposite from its own month on. Pure.
 */
export function adjustmentLines(
  { month: own, reversedIn, lines }: AdjustmentEntry,
  { month, yearStart }: { month: IsoDate; yearStart: IsoDate },
): GroupLine[] {
  const entry = (from: IsoDate, sign: 1n | -1n): GroupLine[] =>
    from > month
      ? []
      : lines.map(({ group, amount }) => ({
          group: from < yearStart && isFlow(group) ? ACCUMULATED_RESULT : group,
          amount: sign * amount,
        }))
  return [...entry(own, 1n), ...(reversedIn === null ? [] : entry(reversedIn, -1n))]
}
