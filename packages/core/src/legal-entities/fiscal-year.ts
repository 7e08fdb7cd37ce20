import type { IsoDate } from '../country/index.ts'
import { addDays } from '../country/index.ts'

/** From its first day on, a company's fiscal years: one of `months` months, then years of twelve. */
export interface FiscalYearRule {
  /** First day of a month. */
  readonly from: IsoDate
  /** Length of the first year, 1 to 24: fewer than twelve for a short year, more for a long one. */
  readonly months: number
}

export interface FiscalYear {
  readonly from: IsoDate
  readonly to: IsoDate
}

/** The first day of the month so many months after the first day of a month. */
export function monthsAfter(firstDay: IsoDate, months: number): IsoDate {
  const count = Number(firstDay.slice(0, 4)) * 12 + Number(firstDay.slice(5, 7)) - 1 + months
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}-01`
}

/**
 * The fiscal year a day lies in. Without a rule, and before the first one, years are calendar years; a rule that begins
 * inside a year ends that year the day before.
 *
 * @param rules oldest first.
 */
export function fiscalYearOf(rules: readonly FiscalYearRule[], day: IsoDate): FiscalYear {
  const at = rules.findLastIndex(({ from }) => from <= day)
  const cut = rules[at + 1]?.from
  const rule = rules[at] ?? { from: `${day.slice(0, 4)}-01-01`, months: 12 }
  let from = rule.from
  let next = monthsAfter(from, rule.months)
  while (next <= day) {
    from = next
    next = monthsAfter(from, 12)
  }
  return { from, to: addDays(cut !== undefined && cut < next ? cut : next, -1) }
}

/** The fiscal years that end in a calendar year, oldest first: one mostly; two around a short year, none inside a long one. */
export function fiscalYearsEnding(rules: readonly FiscalYearRule[], year: number): FiscalYear[] {
  const found: FiscalYear[] = []
  let day: IsoDate = `${year}-01-01`
  while (day.startsWith(String(year))) {
    const one = fiscalYearOf(rules, day)
    if (one.to.startsWith(String(year))) found.push(one)
    day = addDays(one.to, 1)
  }
  return found
}
