import type { Facts } from './input.ts'
import type { Plan } from './plan.ts'
import { upToEuro } from './reliefs.ts'

const least = (a: bigint, b: bigint) => (a < b ? a : b)

/** Worker's rate of health and care that the deduction supposes, in hundred-thousandths: the reduced health rate for all. */
export function socialRate(plan: Plan, facts: Facts): bigint {
  const care = facts.saxony ? plan.careRateSaxony : plan.careRate
  const own = facts.childless ? care + plan.careChildless : care - facts.careChildren * plan.carePerChild
  return plan.healthRate + own
}

/** Flat deduction for social insurance (Vorsorgepauschale, EStG § 39b (2) sentence 5 no. 3) on a year's pay, in cents. */
export function socialDeduction(plan: Plan, facts: Facts, pay: bigint): bigint {
  const pensionBase = least(pay, plan.pensionCeiling * 100n)
  const pension = facts.noPension ? 0n : (pensionBase * plan.pensionRate) / 100_000n
  return plan.deduction === 'unemployment'
    ? withUnemployment(plan, facts, pay, pensionBase, pension)
    : withTwelvePercent(plan, facts, facts.noPension ? pay : pensionBase, pension)
}

/** From 2026 (UPEVP, MVSPKVPV, MVSPHB). */
function withUnemployment(plan: Plan, facts: Facts, pay: bigint, pensionBase: bigint, pension: bigint) {
  const cover = facts.private === 0 ? statutory(plan, facts, pay) : ownPremium(facts)
  const deduction = upToEuro(cover + pension)
  if (facts.noUnemployment || facts.taxClass === 6) return deduction
  const unemployment = (pensionBase * plan.unemploymentRate) / 100_000n
  const capped = upToEuro(pension + least(unemployment + cover, plan.deductionMaximum * 100n))
  return capped > deduction ? capped : deduction
}

/** Until 2025 (UPEVP, MVSP): at least 12 % of pay within a maximum for health and care. */
function withTwelvePercent(plan: Plan, facts: Facts, pay: bigint, pension: bigint) {
  const most = (facts.taxClass === 3 ? plan.deductionMaximumClass3 : plan.deductionMaximum) * 100n
  const minimum = upToEuro(pension + least((pay * 12n) / 100n, most))
  const cover = facts.private === 0 ? statutory(plan, facts, pay) : privateLessEmployer(plan, facts, pay)
  const deduction = upToEuro(cover + pension)
  return minimum > deduction ? minimum : deduction
}

/** The supplement has three decimals of a percent, so that half of it is exact in ten-millionths. */
function statutory(plan: Plan, facts: Facts, pay: bigint): bigint {
  const rate = socialRate(plan, facts) * 100n + facts.supplement * 50n
  return (least(pay, plan.healthCeiling * 100n) * rate) / 10_000_000n
}

function ownPremium({ taxClass, privatePremium, privateSubsidy }: Facts): bigint {
  const own = privatePremium * 12n - privateSubsidy * 12n
  return taxClass === 6 || own < 0n ? 0n : own
}

function privateLessEmployer(plan: Plan, facts: Facts, pay: bigint): bigint {
  if (facts.taxClass === 6) return 0n
  const premium = facts.privatePremium * 12n
  if (facts.private === 1) return premium
  const care = facts.saxony ? plan.careRateEmployerSaxony : plan.careRateEmployer
  const employer = least(pay, plan.healthCeiling * 100n) * (plan.healthRateEmployer + care)
  return (premium * 100_000n - employer) / 100_000n
}
