import { type Minor, multiply } from '@samen/core/country'
import { applied, BASE, basesOf } from './bases.ts'
import { leaveFundBase } from './charge.ts'
import type { FrenchLaw } from './law.ts'
import { deducted } from './overtime.ts'
import { prepare } from './prepare.ts'
import { pensionShare, reductionOf } from './reduction.ts'
import type { FrenchSituation } from './situation.ts'

/** Employer cost of a gross: the employer side of `payslip`, line by line, without building lines. */
export function cost(situation: FrenchSituation, law: FrenchLaw, gross: Minor): Minor {
  const p = prepare(situation, law)
  const { engagement } = situation
  const bases = basesOf(p, gross)
  const { overtime } = p
  const health = engagement.healthEmployer + engagement.providentEmployer
  let cover = health
  // What is due to Urssaf, which limits the deduction on overtime, is summed apart only where it matters.
  let urssaf = multiply(bases[BASE.pay] || p.accidentFlat, p.accidentRate)
  if (p.mobilityRate) urssaf += multiply(bases[BASE.raisedPay], p.mobilityRate)
  let total = gross + health
  if (p.leaveFundRate) total += multiply(leaveFundBase(gross, p.leaveFundCap), p.leaveFundRate)
  for (const { base, employer, cover: isCover, authority } of p.profile.employerRules) {
    const amount = applied(bases[base], employer)
    if (overtime && authority === 'urssaf') urssaf += amount
    else total += amount
    if (isCover) cover += amount
  }
  if (p.profile.staffFrom11 && cover !== 0n) urssaf += multiply(cover, law.contributions.coverLevy)
  const reduction = reductionOf(p, bases)
  if (!overtime) return reduction ? total + urssaf - reduction.amount : total + urssaf
  if (reduction) {
    const pension = pensionShare(p, reduction)
    total -= pension
    urssaf -= reduction.amount - pension
  }
  return total + urssaf - deducted(overtime.deduction, urssaf)
}
