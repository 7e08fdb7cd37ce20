import { type Minor, maximum, minimum, type PayslipLine, type Rate, type Why } from '@samen/core/country'
import { type Charges, floorOf } from './charges.ts'
import { wholeForints } from './forints.ts'
import type { Law } from './law.ts'
import { monthSoFar } from './running-totals.ts'
import type { HungarianSituation } from './situation.ts'
import type { WageTax } from './wage-tax.ts'

/** The worker’s contribution of a payment and what it changes in the month’s totals. */
export interface WorkerContribution {
  readonly lines: readonly PayslipLine[]
  /** Part of it that the pay is too small to withhold from. */
  readonly notWithheld: Minor
  readonly familyContribution: Minor
  readonly mandateFloor: Minor
  readonly mandateCharged: Minor
}

export function workerContribution(
  situation: HungarianSituation,
  law: Law,
  charges: Charges,
  tax: WageTax,
): WorkerContribution {
  const { rules } = law
  const month = monthSoFar(situation)
  const lines: PayslipLine[] = []
  let { mandateFloor } = month
  let base = charges.free ? 0n : charges.income
  let earlier = 0n
  if (situation.engagement.status === 'mandate' && !charges.free) {
    mandateFloor = minimum(law.floor, mandateFloor + floorOf(situation, law))
    const income = month.mandate + charges.income
    const insured = income >= (mandateFloor === 0n ? law.floor : mandateFloor)
    earlier = insured ? maximum(0n, month.mandate - month.mandateCharged) : 0n
    base = insured ? earlier + charges.income : 0n
  }
  let notWithheld = 0n
  let familyContribution = 0n
  if (base !== 0n) {
    const due = wholeForints(base, rules.socialSecurity)
    const withheld = minimum(due, maximum(0n, charges.general - tax.tax))
    notWithheld = due - withheld
    lines.push(
      employeeLine(
        'social-security-contribution',
        base,
        rules.socialSecurity,
        withheld,
        'nav-tb',
        whyOf(earlier),
      ),
    )
    if (tax.familyLeft !== 0n) {
      const worth = wholeForints(tax.familyLeft, rules.wageTaxRate) - month.familyContribution
      familyContribution = minimum(withheld, maximum(0n, worth))
      if (familyContribution !== 0n)
        lines.push(
          employeeLine(
            'family-contribution-allowance',
            tax.familyLeft,
            rules.wageTaxRate,
            -familyContribution,
            'nav-tb',
            {
              rule: 'family-contribution',
              source: FAMILY,
              inputs: {
                left: tax.familyLeft,
                rate: rules.wageTaxRate,
                before: month.familyContribution,
                withheld,
              },
            },
          ),
        )
    }
  }
  return {
    lines,
    notWithheld,
    familyContribution,
    mandateFloor,
    mandateCharged: situation.engagement.status === 'mandate' ? base : 0n,
  }
}

const whyOf = (earlier: Minor): Why =>
  earlier === 0n ? CONTRIBUTION : { rule: 'contribution-earlier', source: TBJ, inputs: { earlier } }

/** The ekho of the worker: 15 %, or 9.5 % of pensioners and those insured elsewhere. */
export function ekhoWorkerLine({ worker }: HungarianSituation, { rules }: Law, ekho: Minor): PayslipLine {
  const isReduced = worker.pensioner || worker.socialSecurity === 'elsewhere'
  const rate = isReduced ? rules.ekhoReduced : rules.ekhoWorker
  return employeeLine(
    'ekho',
    ekho,
    rate,
    wholeForints(ekho, rate),
    'nav-ekho',
    isReduced ? EKHO_REDUCED : EKHO,
  )
}

/** What the employer owes on top of the gross. */
export function employerLines(situation: HungarianSituation, law: Law, charges: Charges): PayslipLine[] {
  const { rules } = law
  const lines: PayslipLine[] = []
  const { status } = situation.engagement
  if (charges.dayCharge !== 0n && (status === 'casual' || status === 'seasonal' || status === 'film-extra'))
    lines.push({
      ...employerLine(`${status}-charge`, 0n, charges.dayCharge, 'nav-efo'),
      why: {
        rule: 'day-charge',
        source: 'Efo tv. (2010. évi LXXV.) 8. §',
        inputs: { days: charges.days, day: law.dayCharge[status] },
      },
    })
  if (charges.socialBase !== 0n) {
    lines.push({
      ...employerLine('social-contribution-tax', charges.socialBase, charges.social, 'nav-szocho'),
      employerRate: rules.socialTax,
      why: charges.missing === 0n ? SOCIAL : SOCIAL_FLOOR,
    })
    if (charges.relieved !== 0n) {
      const rate = charges.relief === 'half' ? law.halfSocialTax : rules.socialTax
      lines.push({
        ...employerLine('social-contribution-relief', charges.relieved, -charges.reliefAmount, 'nav-szocho'),
        employerRate: rate,
        why: { rule: 'relief', source: RELIEF, inputs: { rate, most: rules.minimumWage.month } },
      })
    }
  }
  if (charges.topUp !== 0n)
    lines.push({
      ...employerLine('minimum-base-contribution', charges.missing, charges.topUp, 'nav-tb'),
      employerRate: rules.socialSecurity,
      why: {
        rule: 'minimum-base',
        source: 'Tbj. (2019. évi CXXII.) 27. § (2)',
        inputs: {
          floor: charges.floor,
          missing: charges.missing,
          rate: rules.socialSecurity,
          before: monthSoFar(situation).topUp,
        },
      },
    })
  if (charges.ekhoPayer !== 0n)
    lines.push({
      ...employerLine('ekho-payer', charges.ekho, charges.ekhoPayer, 'nav-ekho'),
      employerRate: rules.ekhoPayer,
      why: EKHO_PAYER,
    })
  return lines
}

const employeeLine = (
  code: string,
  base: Minor,
  employeeRate: Rate,
  employee: Minor,
  authority: string,
  why: Why,
): PayslipLine => ({ code, kind: 'contribution', base, employeeRate, employee, employer: 0n, authority, why })

const employerLine = (code: string, base: Minor, employer: Minor, authority: string) =>
  ({ code, kind: 'contribution', base, employee: 0n, employer, authority }) as const

const frozen = (rule: string, source: string): Why => Object.freeze({ rule, source })
const TBJ = 'Tbj. (2019. évi CXXII.) 6. § and 24-25. §'
const FAMILY = 'Tbj. (2019. évi CXXII.) 34-35. §'
const RELIEF = 'Szocho tv. (2018. évi LII.) 10-12. §'
const CONTRIBUTION = frozen('contribution', TBJ)
const SOCIAL = frozen('social-tax', 'Szocho tv. (2018. évi LII.) 1-2. §')
const SOCIAL_FLOOR = frozen('social-tax-minimum', 'Szocho tv. (2018. évi LII.) 5. §; Tbj. 27. § (2)')
const EKHO = frozen('ekho', 'Ekho tv. (2005. évi CXX.) 4. §')
const EKHO_REDUCED = frozen('ekho-reduced', 'Ekho tv. (2005. évi CXX.) 4. §')
const EKHO_PAYER = frozen('ekho-payer', 'Ekho tv. (2005. évi CXX.) 4. §')
