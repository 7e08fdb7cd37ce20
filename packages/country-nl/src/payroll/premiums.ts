import { divide, type Minor, multiply, type PayslipLine, type Rate, type Why } from '@samen/core/country'
import { type Counted, healthBase, insuredBase, maximumGranted, maximumRemembered, wageOf } from './bases.ts'
import type { Law } from './law.ts'
import { cut, type PremiumPlan, planFor, recovered, returnToWorkRate } from './premium-plan.ts'
import { yearSoFar } from './running-totals.ts'
import type { DutchSituation, YearTotals } from './situation.ts'

const AUTHORITY = 'belastingdienst-premiums'

/** What premiums a wage bears, and the totals they leave. */
export interface Charged {
  readonly lines: PayslipLine[]
  readonly insured: Counted
  readonly health: Counted
  /** Premium maximum the running totals grow by. */
  readonly granted: Minor
}

/** All premium lines on a wage, in the order of the wage-tax return. */
export function charge(
  situation: DutchSituation,
  law: Law,
  plan: PremiumPlan,
  year: YearTotals,
  wage: Minor,
): Charged {
  const { engagement } = situation
  const { levies } = law
  const granted = maximumGranted(situation, law)
  const insured = insuredBase(situation, plan, year, wage, granted)
  const health = healthBase(situation, plan, year, wage, granted)
  const lines: PayslipLine[] = []
  if (plan.insured) {
    const inputs = { wages: insured.wages, maximum: insured.maximum, before: insured.before }
    for (const { code, rate, source } of plan.premiums)
      lines.push(employerLine(code, insured.base, rate, { rule: code, source, inputs }))
    lines.push(returnToWorkLine(situation, law, insured, inputs))
    if (situation.pay === 'settlement' && year.lowPremiumWage > 0n)
      lines.push(revisionLine(law, year.lowPremiumWage))
  }
  if (plan.health === 'levy')
    lines.push(
      employerLine('health-levy', health.base, levies.healthLevy, {
        rule: 'health-levy',
        source: 'Zorgverzekeringswet art. 42; Handboek Loonheffingen § 8.2',
        inputs: { wages: health.wages, maximum: health.maximum, before: health.before },
      }),
    )
  else if (plan.health === 'contribution')
    lines.push({
      code: 'health-contribution',
      kind: 'contribution',
      base: health.base,
      employeeRate: levies.healthContribution,
      employee: cut(health.base, levies.healthContribution),
      employer: 0n,
      authority: AUTHORITY,
      why: {
        rule: 'health-contribution',
        source: 'Zorgverzekeringswet art. 42; Handboek Loonheffingen § 8.2',
        inputs: { wages: health.wages, maximum: health.maximum, before: health.before },
      },
    })
  if (engagement.pensionEmployee > 0n || engagement.pensionEmployer > 0n) lines.push(pensionLine(situation))
  return { lines, insured, health, granted: maximumRemembered(situation, law, granted) }
}

const employerLine = (code: string, base: Minor, rate: Rate, why: Why): PayslipLine => ({
  code,
  kind: 'contribution',
  base,
  employerRate: rate,
  employee: 0n,
  employer: cut(base, rate),
  authority: AUTHORITY,
  why,
})

/** Whk: WGA and Ziektewet in one premium. Half of the WGA part may be taken back from net pay. */
function returnToWorkLine(
  situation: DutchSituation,
  law: Law,
  { base }: Counted,
  inputs: NonNullable<Why['inputs']>,
): PayslipLine {
  const { engagement } = situation
  const rate = returnToWorkRate(situation, law)
  const source = 'Wfsv art. 38; Handboek Loonheffingen § 7.6'
  if (!engagement.recoverDisability)
    return employerLine('return-to-work', base, rate, { rule: 'return-to-work', source, inputs })
  const premium = cut(base, rate)
  const disability = engagement.disabilityRate ?? law.levies.returnToWorkDisability
  const employee = recovered(premium, base, disability)
  return {
    code: 'return-to-work',
    kind: 'contribution',
    base,
    employerRate: rate,
    employee,
    employer: premium - employee,
    authority: AUTHORITY,
    why: { rule: 'return-to-work-recovered', source, inputs: { ...inputs, premium, disability } },
  }
}

/** The low AWf premium of the year becomes the high one when a contract ends within two months or was exceeded. */
function revisionLine({ levies }: Law, base: Minor): PayslipLine {
  const rate = revisionRate(levies.unemploymentHigh, levies.unemploymentLow)
  return employerLine('unemployment-revision', base, rate, {
    rule: 'unemployment-revision',
    source: 'Wfsv; Handboek Loonheffingen § 7.2.2',
    inputs: { high: levies.unemploymentHigh, low: levies.unemploymentLow },
  })
}

const revisionRate = (high: Rate, low: Rate): Rate => ({
  numerator: high.numerator * low.denominator - low.numerator * high.denominator,
  denominator: high.denominator * low.denominator,
})

const pensionLine = ({ engagement }: DutchSituation): PayslipLine => ({
  code: 'pension',
  kind: 'contribution',
  base: engagement.pensionEmployee + engagement.pensionEmployer,
  employee: engagement.pensionEmployee,
  employer: engagement.pensionEmployer,
  authority: 'pension-fund',
  why: PENSION,
})

const PENSION: Why = Object.freeze({
  rule: 'pension',
  source: 'Wet LB art. 11 lid 1 onderdeel j; Pensioenwet',
})

/** The 8 % holiday allowance, set aside where it is not in this pay already. */
export function allowanceLine(law: Law, gross: Minor): PayslipLine {
  const rate = law.levies.holidayAllowance
  return {
    code: 'holiday-allowance',
    kind: 'provision',
    base: gross,
    employerRate: rate,
    employee: 0n,
    employer: multiply(gross, rate),
    authority: 'holiday-allowance',
    why: ALLOWANCE,
  }
}

const ALLOWANCE: Why = Object.freeze({
  rule: 'holiday-allowance',
  source: 'Wet minimumloon en minimumvakantiebijslag art. 15-17',
})

/** Whether this pay earns a holiday allowance that is set aside. */
export const setsAside = (situation: DutchSituation, plan: PremiumPlan): boolean =>
  plan.holidayAllowance === 'set-aside' && (situation.pay === 'ordinary' || situation.pay === 'part')

/** The part of a gross that is holiday allowance where the gross contains it. */
export const includedAllowance = (gross: Minor, { numerator, denominator }: Rate): Minor =>
  divide(gross * numerator, denominator + numerator)

/** Employer cost of a gross: the employer side of `payslip`, line by line, without building lines. */
export function employerCost(situation: DutchSituation, law: Law, gross: Minor): Minor {
  const { engagement } = situation
  const plan = planFor(situation, law)
  const year = yearSoFar(situation)
  const wage = wageOf(situation, law, gross)
  const granted = maximumGranted(situation, law)
  let cost = gross + engagement.pensionEmployer
  if (setsAside(situation, plan)) cost += multiply(gross, law.levies.holidayAllowance)
  if (plan.insured) {
    const { base } = insuredBase(situation, plan, year, wage, granted)
    for (const { rate } of plan.premiums) cost += cut(base, rate)
    const premium = cut(base, returnToWorkRate(situation, law))
    cost += premium
    if (engagement.recoverDisability)
      cost -= recovered(premium, base, engagement.disabilityRate ?? law.levies.returnToWorkDisability)
    if (situation.pay === 'settlement' && year.lowPremiumWage > 0n)
      cost += cut(year.lowPremiumWage, revisionRate(law.levies.unemploymentHigh, law.levies.unemploymentLow))
  }
  if (plan.health === 'levy')
    cost += cut(healthBase(situation, plan, year, wage, granted).base, law.levies.healthLevy)
  return cost
}
