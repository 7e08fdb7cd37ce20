import {
  type Minor,
  maximum,
  minimum,
  multiply,
  type PayslipLine,
  type Rate,
  type Why,
} from '@samen/core/country'
import { type ContributionPlan, share, wholeOf } from './contribution-plan.ts'
import type { Law } from './law.ts'
import { ageAtYearStart, monthSoFar, yearSoFar } from './running-totals.ts'
import type { SwedishSituation } from './situation.ts'

/** What the employer owes on top of a gross. */
export interface Charges {
  /** Gross and taxable benefits. */
  readonly pay: Minor
  /** Undefined: no contribution is due for this worker. */
  readonly plan: ContributionPlan | undefined
  /** Pay contributions are charged on now: 0 while the year stays below the threshold, with what was left then once it does not. */
  readonly base: Minor
  /** Part of the base under the youth ceiling. */
  readonly low: Minor
  readonly contributions: Minor
  readonly pension: Minor
  readonly pensionTax: Minor
  readonly holiday: Minor
  readonly holidayContributions: Minor
  /** The year’s pay is expected to stay below the threshold: neither contributions nor tax. */
  readonly belowThreshold: boolean
}

export function chargesOf(situation: SwedishSituation, law: Law, gross: Minor): Charges {
  const { engagement } = situation
  const pay = gross + engagement.taxableBenefits
  const year = yearSoFar(situation)
  const soFar = year.pay + pay
  const stated = engagement.yearlyPay ?? (situation.toDate === undefined ? undefined : soFar)
  const threshold = law.rules.yearlyThreshold
  const belowThreshold = stated !== undefined && stated < threshold && soFar < threshold
  const plan = planFor(situation, law)
  const base = plan === undefined || belowThreshold ? 0n : maximum(0n, soFar - year.charged)
  const low = plan?.youth ? lowPart(monthSoFar(situation).charged, base, law.rules.youthCeiling) : 0n
  const pension = engagement.pensionRate.numerator === 0n ? 0n : multiply(gross, engagement.pensionRate)
  const holiday = holidayTerms(situation) === 'accrued' ? multiply(gross, law.rules.holidayRate) : 0n
  return {
    pay,
    plan,
    base,
    low,
    contributions: plan === undefined ? 0n : wholeOf(plan, base, low),
    pension,
    pensionTax: pension === 0n ? 0n : multiply(pension, law.rules.pensionPayrollTax),
    holiday,
    holidayContributions: plan === undefined || holiday === 0n ? 0n : share(holiday, plan.whole),
    belowThreshold,
  }
}

/** Employer cost of a gross, without building lines. */
export function employerCost(situation: SwedishSituation, law: Law, gross: Minor): Minor {
  const c = chargesOf(situation, law, gross)
  return gross + c.contributions + c.pension + c.pensionTax + c.holiday + c.holidayContributions
}

const lowPart = (before: Minor, base: Minor, ceiling: Minor): Minor =>
  before >= ceiling ? 0n : minimum(base, ceiling - before)

function planFor(situation: SwedishSituation, law: Law): ContributionPlan | undefined {
  const { worker, engagement } = situation
  if (worker.withholding === 'f-tax' || worker.socialSecurity === 'elsewhere') return undefined
  const { establishment } = engagement
  if (worker.birthDate !== undefined) {
    const { rules } = law
    const age = ageAtYearStart(worker.birthDate, situation.paidOn)
    if (age >= rules.pensionOnlyAge)
      return Number(worker.birthDate.slice(0, 4)) <= rules.exemptBornUpTo ? undefined : law.pensionOnly
    if (rules.youthReduction && age >= rules.youthFromAge && age <= rules.youthToAge)
      return establishment ? law.youth : law.youthAbroad
  }
  return establishment ? law.full : law.fullAbroad
}

/** Holiday compensation comes with the pay of a fixed-term contract, leave with an open-ended one, where not stated. */
export const holidayTerms = ({ engagement }: SwedishSituation): 'included' | 'accrued' | 'leave' =>
  engagement.holiday ?? (engagement.contract === 'open-ended' ? 'leave' : 'included')

/** The employer’s lines, each part rounded so that together they are the whole rate of the base. */
export function chargeLines(law: Law, charges: Charges, pensionRate: Rate, gross: Minor): PayslipLine[] {
  const { plan, base } = charges
  const lines: PayslipLine[] = []
  if (plan !== undefined && base !== 0n) {
    let before = 0n
    for (const { code, rate, upTo, why } of plan.components) {
      const whole = share(base, upTo)
      lines.push(onBase(code, 'contribution', base, rate, whole - before, 'skatteverket-contributions', why))
      before = whole
    }
    if (charges.low !== 0n) lines.push(youthReduction(law, plan, charges, before))
  }
  if (charges.pension !== 0n) {
    const { pension, pensionTax } = charges
    const taxRate = law.rules.pensionPayrollTax
    lines.push(
      onBase('occupational-pension', 'contribution', gross, pensionRate, pension, 'pension-insurer', PENSION),
      onBase(
        'pension-payroll-tax',
        'contribution',
        pension,
        taxRate,
        pensionTax,
        'skatteverket-pension-tax',
        PENSION_TAX,
      ),
    )
  }
  if (charges.holiday !== 0n) {
    const { holiday, holidayContributions } = charges
    lines.push(
      onBase('holiday-provision', 'provision', gross, law.rules.holidayRate, holiday, 'holiday-pay', HOLIDAY),
    )
    if (plan !== undefined) {
      const rate = { numerator: plan.whole, denominator: 10_000n }
      lines.push(
        onBase(
          'holiday-contributions',
          'provision',
          holiday,
          rate,
          holidayContributions,
          'holiday-contributions',
          HOLIDAY_CONTRIBUTIONS,
        ),
      )
    }
  }
  return lines
}

function youthReduction(
  law: Law,
  plan: ContributionPlan,
  { low, contributions }: Charges,
  full: Minor,
): PayslipLine {
  return {
    code: 'youth-reduction',
    kind: 'contribution',
    base: low,
    employee: 0n,
    employer: contributions - full,
    authority: 'skatteverket-contributions',
    why: {
      rule: 'youth-reduction',
      source: 'Lag (2026:100)',
      inputs: {
        reduced: { numerator: plan.reduced, denominator: 10_000n },
        whole: { numerator: plan.whole, denominator: 10_000n },
        low,
        ceiling: law.rules.youthCeiling,
      },
    },
  }
}

const onBase = (
  code: string,
  kind: 'contribution' | 'provision',
  base: Minor,
  employerRate: Rate,
  employer: Minor,
  authority: string,
  why: Why,
): PayslipLine => ({ code, kind, base, employerRate, employee: 0n, employer, authority, why })

const frozen = (rule: string, source: string): Why => Object.freeze({ rule, source })
const PENSION = frozen('occupational-pension', 'The collective or individual agreement')
const PENSION_TAX = frozen('pension-payroll-tax', 'Lag (1991:687) om särskild löneskatt på pensionskostnader')
const HOLIDAY = frozen('holiday-provision', 'Semesterlagen (1977:480) 16 b §, 28 §')
const HOLIDAY_CONTRIBUTIONS = frozen('holiday-contributions', 'Socialavgiftslagen (2000:980) 2 kap. 10 §')
