import type { Minor, PayslipLine } from '@samen/core/country'
import { least } from './arithmetic.ts'
import { chargeBranches, chargeCurrent, currentCharge } from './charge.ts'
import { levyLines } from './employer-cost.ts'
import { excessLine } from './excess.ts'
import type { Law } from './law.ts'
import { isMarginal, prepare, specialTable } from './prepare.ts'
import type { AustrianSituation } from './situation.ts'
import { specialTax, specialTaxLine } from './special-pay.ts'
import { wageTaxLine } from './wage-tax.ts'

/** Contributions and levies on a stated base: current pay, or with pay "one-off" special pay. No benefits, nothing set aside. */
export function contributionsOn(situation: AustrianSituation, law: Law, base: Minor): readonly PayslipLine[] {
  const p = prepare(situation, law)
  const lines: PayslipLine[] = []
  if (situation.pay === 'one-off') {
    const table = specialTable(law, p, base, isMarginal(situation, law, p, 0n))
    chargeBranches(lines, table, least(base, p.specialRoom))
  } else chargeCurrent(lines, currentCharge(situation, law, p, base), p)
  levyLines(lines, situation, law, p, base)
  return lines
}

/** Wage tax on a stated taxable amount; with pay "one-off" on special pay after contributions. */
export function wageTaxOn(situation: AustrianSituation, law: Law, taxable: Minor): readonly PayslipLine[] {
  const p = prepare(situation, law)
  if (p.free) return []
  if (situation.pay !== 'one-off')
    return [wageTaxLine(situation, law, taxable, p.month.taxable, p.month.tax, p.factor, p.divisor)]
  const taxed = specialTax(situation, law, p, p.year.current, p.year.days, taxable, 0n)
  const line = specialTaxLine(taxed, p.year, law)
  return taxed.excess > 0n ? [line, excessLine(situation, law, p, taxed, 0n)] : [line]
}
