import type { Minor } from '@samen/core/country'
import { least, notNegative } from './arithmetic.ts'
import type { TaxLaw } from './law.ts'
import type { Prepared } from './prepare.ts'
import type { Engagement } from './situation.ts'

/** Parts of current pay that are insured but free of wage tax. */
export interface ExemptPay {
  readonly overtime: Minor
  readonly overtimeHours: number
  readonly supplements: Minor
  readonly employeeBonus: Minor
}

const NOTHING: ExemptPay = Object.freeze({
  overtime: 0n,
  overtimeHours: 0,
  supplements: 0n,
  employeeBonus: 0n,
})

/** Supplements within the monthly limits of § 68 and the employee bonus within its yearly one, at most the pay itself. */
export function exemptPay(engagement: Engagement, law: TaxLaw, p: Prepared, current: Minor): ExemptPay {
  const { overtime, supplements, employeeBonus } = engagement
  if (overtime === undefined && supplements === 0n && employeeBonus === 0n) return NOTHING
  let left = current
  const take = (wanted: Minor): Minor => {
    const taken = least(notNegative(wanted), left)
    left -= taken
    return taken
  }
  const hours =
    overtime === undefined
      ? 0
      : Math.max(0, Math.min(overtime.hours, law.overtimeHours - p.month.overtimeHours))
  const free =
    overtime === undefined || hours === 0
      ? 0n
      : least(
          (overtime.supplements * BigInt(hours)) / BigInt(overtime.hours),
          law.overtimeFree - p.month.overtime,
        )
  const limit = engagement.mostlyNight ? law.supplementsFreeNight : law.supplementsFree
  return {
    overtime: take(free),
    overtimeHours: hours,
    supplements: take(least(supplements, limit - p.month.supplements)),
    employeeBonus: take(least(employeeBonus, law.employeeBonus - p.year.employeeBonus)),
  }
}
