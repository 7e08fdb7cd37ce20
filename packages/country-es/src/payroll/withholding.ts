import type { Minor, PayslipLine, Rate, Why } from '@samen/core/country'
import type { Tax } from '../parameters/index.ts'
import { annualQuota, territoryApplies } from './annual-quota.ts'
import { contractLength, daysOf, isPermanent } from './days.ts'
import { type ExpectedYear, expectedYear } from './expected-year.ts'
import { inHundredths, rateOf } from './hundredths.ts'
import type { Law } from './law.ts'
import { earlierMortgage, firstMortgage, regularise, taxAt } from './regularisation.ts'
import { yearSoFar } from './running-totals.ts'
import type { SpanishSituation, YearTotals } from './situation.ts'

/** The tax withheld from a pay, and what the next regularisation needs to know of it. */
export interface Withheld {
  readonly line: PayslipLine
  /** Undefined where a fixed rate applies, which the algorithm of the year does not see. */
  readonly year?: Omit<
    YearTotals,
    | 'of'
    | 'pay'
    | 'tax'
    | 'contributions'
    | 'artistPay'
    | 'artistCommonBase'
    | 'artistProfessionalBase'
    | 'artistSolidarity'
  >
}

export function withhold(
  situation: SpanishSituation,
  law: Law,
  taxable: Minor,
  contributions: Minor,
): Withheld {
  const { worker, engagement } = situation
  const { tax } = law
  if (worker.residence === 'union') return fixed(taxable, tax.unionRate, NON_RESIDENT)
  if (worker.residence === 'elsewhere') return fixed(taxable, tax.abroadRate, NON_RESIDENT)
  if (engagement.taxedAs !== 'wages') {
    const [rate, why] = FIXED[engagement.taxedAs]
    return fixed(taxable, inPlace(situation, tax, tax[rate]), why)
  }
  if (engagement.dayLabour) return byTheDay(situation, tax, taxable, contributions)
  const expected = expectedYear(situation, law, taxable, contributions)
  return byAlgorithm(situation, tax, taxable, expected)
}

function byAlgorithm(
  situation: SpanishSituation,
  tax: Tax,
  taxable: Minor,
  expected: ExpectedYear,
): Withheld {
  const { worker } = situation
  const before = yearSoFar(situation)
  const annual = annualQuota(situation, tax, expected.pay, expected.contributions)
  const difference = annual.base - annual.minimum
  const left = expected.pay - before.pay
  const least = leastRate(situation, tax)
  const inTerritory = territoryApplies(situation, tax)
  // Millionths of a euro: ten-thousandths times the percentage due.
  const quota = annual.quota * (inTerritory ? tax.territoryPercent : 100n)
  const quotaInCents = (quota + 5_000n) / 10_000n
  const kept =
    before.rate !== undefined &&
    before.expectedPay === expected.pay &&
    before.difference === difference &&
    (before.quota ?? quotaInCents) === quotaInCents &&
    (before.mortgaged ?? worker.mortgage) === worker.mortgage &&
    (before.inTerritory ?? inTerritory) === inTerritory
  let rule = annual.exempt ? 'wage-tax-exempt' : 'wage-tax'
  let rate: bigint
  let mortgage: Minor
  if (kept) {
    rate = before.rate as bigint
    mortgage = earlierMortgage(situation, tax, before)
    rule = 'wage-tax-kept'
  } else if (before.pay > 0n) {
    const regularised = regularise(situation, tax, annual, expected.pay, before, least)
    rate = regularised.rate
    mortgage = regularised.mortgage
    if (!annual.exempt) rule = 'wage-tax-regularised'
  } else {
    mortgage = firstMortgage(situation, tax, expected.pay)
    const due = quota - mortgage * 10_000n
    rate = due <= 0n || left <= 0n ? 0n : due / left
  }
  if (rate < least || (rate === least && !kept && least !== 0n)) {
    rate = least
    rule = 'wage-tax-least'
  }
  const { requestedRate } = worker
  if (requestedRate !== undefined && inHundredths(requestedRate) > rate) {
    rate = inHundredths(requestedRate)
    rule = 'wage-tax-requested'
  }
  return {
    line: taxLine(taxable, rateOf(rate), taxAt(taxable, rate), {
      rule,
      source: SOURCE,
      inputs: {
        annualPay: expected.pay,
        annualContributions: expected.contributions,
        expenses: annual.expenses,
        reduction: annual.reduction,
        base: annual.base,
        minimum: annual.minimum,
        quota: quotaInCents,
        mortgage,
        before: before.tax,
        left,
        rate: rateOf(rate),
      },
    }),
    year: {
      rate,
      expectedPay: expected.pay,
      expectedContributions: expected.contributions,
      difference,
      annualTax: kept ? before.annualTax : before.tax + taxAt(left, rate),
      quota: quotaInCents,
      mortgage,
      mortgaged: worker.mortgage,
      inTerritory,
      family: worker.family,
    },
  }
}

/** RIRPF art. 83.2.2ª: the rate of a hundred such days. No year is foreseen, so none is regularised. */
function byTheDay(situation: SpanishSituation, tax: Tax, taxable: Minor, contributions: Minor): Withheld {
  const days = BigInt(daysOf(situation))
  const hundred = (amount: Minor) => (amount * 200n + days) / (days * 2n)
  const pay = hundred(taxable)
  const { quota } = annualQuota(situation, tax, pay, hundred(contributions))
  const percent = territoryApplies(situation, tax) ? tax.territoryPercent : 100n
  const due = quota * percent - firstMortgage(situation, tax, pay) * 10_000n
  const rate = due <= 0n || pay === 0n ? 0n : due / pay
  return {
    line: taxLine(taxable, rateOf(rate), taxAt(taxable, rate), {
      rule: 'wage-tax-day-labour',
      source: SOURCE,
      inputs: { pay, rate: rateOf(rate) },
    }),
  }
}

function leastRate(situation: SpanishSituation, tax: Tax): bigint {
  const { engagement } = situation
  const territory = territoryApplies(situation, tax)
  if (engagement.otherSpecialRelation)
    return inHundredths(territory ? tax.leastRateSpecialTerritory : tax.leastRateSpecial)
  return engagement.status === 'artist' || underOneYear(situation)
    ? inHundredths(territory ? tax.leastRateTerritory : tax.leastRate)
    : 0n
}

const YEAR_DAYS = 365

function underOneYear(situation: SpanishSituation): boolean {
  const { underOneYear: stated } = situation.engagement
  if (stated !== undefined) return stated
  if (isPermanent(situation)) return false
  const length = contractLength(situation)
  return length === undefined || length < YEAR_DAYS
}

/** RIRPF art. 80.2: fixed rates fall in Ceuta and Melilla as the quota does. */
const inPlace = (situation: SpanishSituation, tax: Tax, rate: Rate): Rate =>
  territoryApplies(situation, tax)
    ? { numerator: rate.numerator * tax.territoryPercent, denominator: rate.denominator * 100n }
    : rate

const fixed = (taxable: Minor, rate: Rate, why: Why): Withheld => ({
  line: taxLine(
    taxable,
    rate,
    (taxable * rate.numerator * 2n + rate.denominator) / (rate.denominator * 2n),
    why,
  ),
})

const taxLine = (base: Minor, employeeRate: Rate, employee: Minor, why: Why): PayslipLine => ({
  code: 'wage-tax',
  kind: 'wage-tax',
  base,
  employeeRate,
  employee,
  employer: 0n,
  authority: 'aeat',
  why,
})

const SOURCE = 'RIRPF art. 80 to 87; AEAT, Algoritmo de retenciones 2026'
const frozen = (rule: string, source: string): Why => Object.freeze({ rule, source })
const NON_RESIDENT = frozen('non-resident', 'TRLIRNR art. 25.1.a')
const ARREARS = frozen('arrears', 'RIRPF art. 80.1.5º and 80.2')
const COURSE = frozen('course', 'RIRPF art. 80.1.4º and 80.2')
const SMALL_AUTHOR = frozen('small-author', 'LIRPF art. 101.3; RIRPF art. 80.1.4º')

const FIXED = Object.freeze({
  arrears: ['arrearsRate', ARREARS],
  course: ['courseRate', COURSE],
  author: ['courseRate', COURSE],
  'small-author': ['smallAuthorRate', SMALL_AUTHOR],
} as const)
