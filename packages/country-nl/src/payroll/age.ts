import type { AgeColumn } from '../parameters/index.ts'

const monthIndex = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))

/**
 * Column of the tables on a day: the state-pension columns apply from the first day of the month in which that age is
 * reached (Handboek Loonheffingen § 9.3.1). Without a birth date: below it.
 */
export function ageColumn(
  birthDate: string | undefined,
  paidOn: string,
  pensionAgeMonths: number,
): AgeColumn {
  if (birthDate === undefined || monthIndex(paidOn) < monthIndex(birthDate) + pensionAgeMonths) return 'below'
  return birthDate < '1946' ? 'aow1945' : 'aow1946'
}

/** Full years on a day; one born on 29 February is a year older on 1 March of a common year. */
export function ageOn(birthDate: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years
}
