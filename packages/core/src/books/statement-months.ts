import { addDays, isIsoDate, monthOf } from '../country/index.ts'
import { type FiscalYearRule, fiscalYearOf, monthsAfter } from '../legal-entities/index.ts'
import { invalid } from '../problem/index.ts'
import type { StatementMonths } from './financial-statements.ts'

/**
 * From the first day of the fiscal year to a month (`2026-10`), and the same months a year before; after a long year only
 * those before it, so that no month is counted on both sides.
 *
 * @throws Problem `invalid-field`
 */
export function monthsUpTo(period: string, rules: readonly FiscalYearRule[]): StatementMonths {
  const first = `${period}-01`
  if (!isIsoDate(first)) throw invalid('period', 'A month is written YYYY-MM, such as 2026-10.')
  const { from } = fiscalYearOf(rules, first)
  const yearBefore = monthOf(monthsAfter(first, -12)).to
  return {
    from,
    to: monthOf(first).to,
    fromBefore: monthsAfter(from, -12),
    toBefore: yearBefore < from ? yearBefore : addDays(from, -1),
  }
}
