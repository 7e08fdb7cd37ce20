import { isIsoDate, monthOf } from '../country/index.ts'
import { invalid } from '../problem/index.ts'
import type { StatementMonths } from './financial-statements.ts'

/** From January to a month (`2026-10`), and the same months a year before. @throws Problem `invalid-field` */
export function monthsUpTo(period: string): StatementMonths {
  if (!isIsoDate(`${period}-01`)) throw invalid('period', 'A month is written YYYY-MM, such as 2026-10.')
  const year = period.slice(0, 4)
  const yearBefore = String(Number(year) - 1)
  return {
    from: `${year}-01-01`,
    to: monthOf(`${period}-01`).to,
    fromBefore: `${yearBefore}-01-01`,
    toBefore: monthOf(`${yearBefore}-${period.slice(5)}-01`).to,
  }
}
