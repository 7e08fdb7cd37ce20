import { type Earning, type Minor, minimum, type PayslipBody, type Why } from '@samen/core/country'
import { ageOn } from './age.ts'
import { freePart, wageOf } from './bases.ts'
import type { Law } from './law.ts'
import { hoursPaid } from './period.ts'
import { type PremiumPlan, planFor } from './premium-plan.ts'
import { allowanceLine, type Charged, charge, includedAllowance, setsAside } from './premiums.ts'
import { totalsAfter, yearSoFar } from './running-totals.ts'
import type { DutchSituation, ToDate } from './situation.ts'
import { wageTax } from './wage-tax.ts'

/** Gross to net of one pay. */
export function dutchPayslip(situation: DutchSituation, law: Law, gross: Minor): PayslipBody<ToDate> {
  const plan = planFor(situation, law)
  const wage = wageOf(situation, law, gross)
  const charged = charge(situation, law, plan, yearSoFar(situation), wage)
  const tax = wageTax(situation, law, wage)
  const lines = tax.lines.concat(charged.lines)
  if (setsAside(situation, plan)) lines.push(allowanceLine(law, gross))
  const earnings = earningsOf(situation, law, plan, gross)
  return {
    earnings,
    lines,
    taxable: wage,
    figures: figuresOf(situation, law, earnings, charged, tax.labourCredit),
    toDate: totalsAfter(situation, plan, wage, charged, tax),
  }
}

const why = (rule: string, source: string): Why => Object.freeze({ rule, source })
const WAGE = why('wage', 'BW art. 7:610 and 7:616')
const FEE = why('fee', 'Wet LB art. 35 lid 2')
const SMALL = why('small-allowance', 'Wet LB art. 35 lid 4; Uitvoeringsbesluit LB 1965 art. 12a')
const DECISION = why('cost-decision', 'Wet LB art. 35 lid 4')
const ALLOWANCE = why('holiday-allowance-paid', 'Wet minimumloon en minimumvakantiebijslag art. 15-17')
const REWARD = why('one-off', 'Wet LB art. 10')
const SEVERANCE = why('severance', 'BW art. 7:673; Wet LB art. 10')

function earningsOf(
  situation: DutchSituation,
  law: Law,
  plan: PremiumPlan,
  gross: Minor,
): readonly Earning[] {
  const { engagement, pay } = situation
  if (engagement.status === 'artist') return artistEarnings(situation, law, gross)
  if (pay === 'holiday') return [{ code: 'holiday-allowance', amount: gross, why: ALLOWANCE }]
  if (pay === 'one-off' || pay === 'settlement')
    return engagement.severance
      ? [{ code: 'severance', amount: gross, why: SEVERANCE }]
      : [{ code: 'one-off', amount: gross, why: REWARD }]
  if (plan.holidayAllowance !== 'included') return [{ code: 'wage', amount: gross, why: WAGE }]
  const allowance = includedAllowance(gross, law.levies.holidayAllowance)
  return [
    { code: 'wage', amount: gross - allowance, why: WAGE },
    { code: 'holiday-allowance', amount: allowance, why: ALLOWANCE },
  ]
}

/** The free parts first, as far as the fee reaches; the rest is the taxed fee. */
function artistEarnings(situation: DutchSituation, law: Law, gross: Minor): readonly Earning[] {
  const { costDecision } = situation.engagement
  const small = minimum(gross, freePart(situation, law) - costDecision)
  const decision = minimum(gross - small, costDecision)
  const earnings: Earning[] = [{ code: 'fee', amount: gross - small - decision, why: FEE }]
  if (small > 0n) earnings.push({ code: 'small-allowance', amount: small, why: SMALL })
  if (decision > 0n) earnings.push({ code: 'cost-decision', amount: decision, why: DECISION })
  return earnings
}

const ADULT_INDEX = 6
const YOUNGEST = 15

function figuresOf(
  situation: DutchSituation,
  law: Law,
  earnings: readonly Earning[],
  { insured }: Charged,
  labourCredit: Minor,
): Record<string, Minor> {
  const figures: Record<string, Minor> = { 'premium-wage': insured.base, 'labour-credit': labourCredit }
  const { worker, engagement, pay, period } = situation
  if (pay !== 'ordinary' && pay !== 'part') return figures
  if (engagement.status === 'artist' || engagement.status === 'director') return figures
  const hours = hoursPaid(situation)
  if (hours === undefined || hours === 0n) return figures
  const age =
    worker.birthDate === undefined
      ? ADULT_INDEX
      : Math.min(ADULT_INDEX, Math.max(0, ageOn(worker.birthDate, period.to) - YOUNGEST))
  const floor = ((law.labour.minimumWage[age] as Minor) * hours + 99n) / 100n
  const lacking = floor - (earnings[0] as Earning).amount
  figures['minimum-wage'] = floor
  if (lacking > 0n) figures['minimum-wage-shortfall'] = lacking
  return figures
}
