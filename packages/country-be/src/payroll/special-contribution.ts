import type { Minor, PayslipLine, Why } from '@samen/core/country'
import type { SpecialBand, SpecialHousehold, SpecialTable } from '../parameters/special-contribution.ts'
import { portion } from './arithmetic.ts'
import type { MonthTotals, QuarterTotals } from './to-date.ts'

const SOURCE = 'Act of 30 March 1994 containing social provisions, art. 106-112'

/**
 * The special contribution withheld from a pay. A monthly advance runs on the wage of the month; it is settled on the
 * wage of the quarter in its last month, at a settlement, and at every payment of a contract of one or several days,
 * for which the quarter's total alone decides.
 */
export function specialContributionLine(
  base: Minor,
  household: SpecialHousehold,
  onQuarter: boolean,
  month: MonthTotals,
  quarter: QuarterTotals,
  table: SpecialTable,
): PayslipLine | undefined {
  const wages = (onQuarter ? quarter.base : month.base) + base
  const due = amountDue(wages, onQuarter ? table.quarter[household] : table.month[household])
  const before = onQuarter ? quarter.special : month.special
  if (due === before) return undefined
  const why: Why = {
    rule: onQuarter ? 'special-contribution-quarter' : 'special-contribution-month',
    source: SOURCE,
    inputs: { wages, household, due, before },
  }
  return {
    code: 'special-contribution',
    kind: 'contribution',
    base: wages,
    employee: due - before,
    employer: 0n,
    authority: 'onss',
    why,
  }
}

function amountDue(wages: Minor, bands: readonly SpecialBand[]): Minor {
  for (let index = bands.length - 1; index >= 0; index--) {
    const band = bands[index] as SpecialBand
    if (wages < band.from) continue
    const amount = band.fixed + portion(wages - band.from, band.rate)
    if (amount < band.minimum) return band.minimum
    return amount < band.maximum ? amount : band.maximum
  }
  return 0n
}
