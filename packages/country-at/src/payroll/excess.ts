import type { Minor, PayslipLine } from '@samen/core/country'
import { chargeBranches } from './charge.ts'
import type { Law } from './law.ts'
import { currentTable, type Prepared } from './prepare.ts'
import type { AustrianSituation } from './situation.ts'
import type { SpecialTax } from './special-pay.ts'
import { householdOf, wageTax } from './wage-tax.ts'

/** Special pay beyond the sixth is added to the month's current pay and taxed by the tariff (EStG § 67 (2), (10)). */
export function excessLine(
  situation: AustrianSituation,
  law: Law,
  p: Prepared,
  taxed: SpecialTax,
  taxableNow: Minor,
): PayslipLine {
  const household = householdOf(situation.worker, law.tax)
  const taxable = situation.pay === 'one-off' ? monthOf(situation, law, p) : p.month.taxable + taxableNow
  const tax =
    wageTax(taxable + taxed.excess, household, law, p.factor, p.divisor) -
    wageTax(taxable, household, law, p.factor, p.divisor)
  return {
    code: 'wage-tax-excess',
    kind: 'wage-tax',
    base: taxed.excess,
    employee: tax,
    employer: 0n,
    authority: 'tax-office',
    why: {
      rule: 'wage-tax-excess',
      source: 'EStG § 67 (2), (10)',
      inputs: { sixth: taxed.sixth, excess: taxed.excess, taxable, tax },
    },
  }
}

/** Taxable current pay of the month a special payment falls into: as paid, else of the usual wage. */
function monthOf({ engagement, toDate }: AustrianSituation, law: Law, p: Prepared): Minor {
  if (toDate?.month?.of === p.calendar.of) return toDate.month.taxable
  const wage = engagement.monthlyWage ?? 0n
  const base = wage < p.ceiling ? wage : p.ceiling
  return wage - chargeBranches([], currentTable(law, p, wage, wage <= law.social.marginalLimit), base)
}
