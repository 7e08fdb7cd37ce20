import { type Minor, multiply } from '@samen/core/country'
import { applied, BASE, basesOf } from './bases.ts'
import type { FrenchLaw } from './law.ts'
import { prepare } from './prepare.ts'
import { reductionOf } from './reduction.ts'
import type { FrenchSituation } from './situation.ts'

/** Employer cost of a gross: the employer side of `payslip`, line by line, without building lines. */
export function cost(situation: FrenchSituation, law: FrenchLaw, gross: Minor): Minor {
  const p = prepare(situation, law)
  const { engagement } = situation
  const bases = basesOf(p, gross)
  let cover = engagement.healthEmployer + engagement.providentEmployer
  let total = gross + cover + multiply(bases[BASE.pay] || p.accidentFlat, p.accidentRate)
  if (p.mobilityRate) total += multiply(bases[BASE.raisedPay], p.mobilityRate)
  if (p.leaveFundRate) total += multiply(gross, p.leaveFundRate)
  for (const { base, employer, cover: isCover } of p.profile.employerRules) {
    const amount = applied(bases[base], employer)
    total += amount
    if (isCover) cover += amount
  }
  if (p.profile.staffFrom11 && cover !== 0n) total += multiply(cover, law.contributions.coverLevy)
  const reduction = reductionOf(p, bases)
  return reduction ? total - reduction.amount : total
}
