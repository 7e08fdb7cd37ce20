import type { Minor, PayslipLine } from '@samen/core/country'
import { least, notNegative, part } from './arithmetic.ts'
import type { Law } from './law.ts'
import type { Prepared } from './prepare.ts'
import type { AustrianSituation, YearTotals } from './situation.ts'
import { fixedTax } from './special-pay.ts'
import { householdOf, wageTax } from './wage-tax.ts'

/**
 * Kontrollsechstel: with the last pay, special pay beyond one sixth of the current pay really received is taxed by the
 * tariff with the last month, and its fixed tax given back (EStG § 77 (4a)). None where it fits, or the year is not known.
 */
export function controlLine(
  situation: AustrianSituation,
  law: Law,
  p: Prepared,
  year: YearTotals,
  taxable: Minor,
): PayslipLine | undefined {
  if (situation.toDate?.year === undefined) return undefined
  const sixth = part(notNegative(year.current), 1n, 6n)
  const beyond = notNegative(year.special - sixth)
  if (beyond === 0n || year.specialNet <= 0n) return undefined
  const net = part(year.specialNet, beyond, year.special)
  const kept = year.specialNet - net
  const back = least(fixedTax(kept, net, law.tax.fixedBands), notNegative(year.specialTax))
  const household = householdOf(situation.worker, law.tax)
  const tariff =
    wageTax(taxable + net, household, law, p.factor, p.divisor) -
    wageTax(taxable, household, law, p.factor, p.divisor)
  return {
    code: 'wage-tax-control',
    kind: 'wage-tax',
    base: net,
    employee: tariff - back,
    employer: 0n,
    authority: 'tax-office',
    why: {
      rule: 'wage-tax-control',
      source: 'EStG § 77 (4a)',
      inputs: { current: year.current, sixth, special: year.special, beyond, net, tariff, back },
    },
  }
}
