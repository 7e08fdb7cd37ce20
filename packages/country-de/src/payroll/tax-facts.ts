import type { Minor } from '@samen/core/country'
import type { GermanLaw } from './law.ts'
import { type Facts, NO_PENSION, type PensionFacts } from './pap/input.ts'
import { kindAt, type Prepared } from './prepare.ts'
import { subsidiesOn } from './private-insurance.ts'
import type { GermanSituation } from './situation.ts'

/** The programme flow plan's inputs, but the pay itself. */
export function factsOf(situation: GermanSituation, law: GermanLaw, p: Prepared, pay: Minor): Facts {
  const { worker, engagement } = situation
  const year = law.pap.plan.year
  const supplement = worker.supplementaryRate ?? law.contributions.supplement
  const subsidy = p.private ? privateSubsidy(situation, p, pay) : 0n
  const minijob = kindAt(p, pay) === 'minijob' && !p.oneOff
  return {
    taxClass: worker.taxClass,
    factor: worker.factor ?? 1000n,
    childAllowances: worker.childAllowances,
    church: worker.church !== 'none',
    noPension: p.pension !== 'both' || (minijob && engagement.pensionExempt),
    noUnemployment: p.unemployment !== 'both' || minijob,
    supplement: (supplement.numerator * 100_000n) / supplement.denominator,
    saxony: p.saxony,
    childless: p.childless,
    careChildren: p.childless ? 0n : BigInt(p.careReductions),
    private: p.private ? (subsidy > 0n ? 2 : 1) : 0,
    privatePremium: p.private ? (worker.privateBasic ?? worker.privateHealth + worker.privateCare) : 0n,
    privateSubsidy: subsidy,
    allowance: worker.allowance,
    addition: worker.addition,
    yearAllowance: worker.yearAllowance,
    yearAddition: worker.yearAddition,
    ageYear: ageYear(worker.birthDate, year),
    pension: pensionFacts(worker.pension),
  }
}

/** The calendar year after the 64th birthday, if the birthday lies before the tax year (EStG § 24a); else 0. */
function ageYear(birthDate: string | undefined, taxYear: number): number {
  if (birthDate === undefined) return 0
  // Someone born on 1 January completes a year of life on the last day of the year before.
  const year = Number(birthDate.slice(0, 4)) + 65 - (birthDate.endsWith('-01-01') ? 1 : 0)
  return year <= taxYear ? year : 0
}

/** The month's subsidy: on this pay, or on ordinary pay where this is a one-off payment. */
function privateSubsidy({ worker, engagement, toDate }: GermanSituation, p: Prepared, pay: Minor): Minor {
  let base = pay
  if (p.oneOff) {
    base = engagement.regularPay ?? 0n
    if (base === 0n) base = toDate && toDate.lastPay > 0n ? toDate.lastPay : p.law.healthCeiling / 12n
  }
  const most = p.oneOff ? p.law.healthCeiling / 12n : p.room.health
  const { health, care } = subsidiesOn(worker, p, base < most ? base : most)
  return health + care
}

function pensionFacts(given: GermanSituation['worker']['pension']): PensionFacts {
  return given ? { ...given, months: BigInt(given.months) } : NO_PENSION
}
