import { type Minor, maximum, minimum, type PayslipLine, type Rate, type Why } from '@samen/core/country'
import type { Tax } from '../parameters/index.ts'
import { type AnnualQuota, annualQuota, territoryApplies } from './annual-quota.ts'
import { contractLength, isPermanent } from './days.ts'
import { type ExpectedYear, expectedYear } from './expected-year.ts'
import type { Law } from './law.ts'
import { yearSoFar } from './running-totals.ts'
import type { SpanishSituation, YearTotals } from './situation.ts'

/** The tax withheld from a pay, and what the next regularisation needs to know of it. */
export interface Withheld {
  readonly line: PayslipLine
  /** Undefined where a fixed rate applies, which the algorithm of the year does not see. */
  readonly year?: Pick<
    YearTotals,
    'rate' | 'expectedPay' | 'expectedContributions' | 'difference' | 'annualTax'
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
  if (engagement.taxedAs === 'arrears') return fixed(taxable, tax.arrearsRate, ARREARS)
  if (engagement.taxedAs === 'small-author') return fixed(taxable, tax.smallAuthorRate, SMALL_AUTHOR)
  if (engagement.taxedAs !== 'wages') return fixed(taxable, tax.courseRate, COURSE)
  const expected = expectedYear(situation, law, taxable, contributions)
  return byAlgorithm(situation, tax, taxable, expected)
}

function byAlgorithm(
  situation: SpanishSituation,
  tax: Tax,
  taxable: Minor,
  expected: ExpectedYear,
): Withheld {
  const before = yearSoFar(situation)
  const annual = annualQuota(situation, tax, expected.pay, expected.contributions)
  const difference = annual.base - annual.minimum
  const left = expected.pay - before.pay
  const least = leastRate(situation, tax)
  let rule = annual.exempt ? 'wage-tax-exempt' : 'wage-tax'
  let rate: bigint
  if (before.rate !== undefined && before.expectedPay === expected.pay && before.difference === difference) {
    rate = before.rate
    rule = 'wage-tax-kept'
  } else {
    rate = difference <= 0n ? 0n : computedRate(annual, before, left)
    if (before.pay > 0n) {
      rate = limited(situation, tax, rate, difference, before, left)
      if (!annual.exempt) rule = 'wage-tax-regularised'
    }
  }
  if (rate < least) {
    rate = least
    rule = 'wage-tax-least'
  }
  const requested = situation.worker.requestedRate
  if (requested !== undefined && inHundredths(requested) > rate) {
    rate = inHundredths(requested)
    rule = 'wage-tax-requested'
  }
  const amount = (taxable * rate + 5_000n) / 10_000n
  return {
    line: taxLine(taxable, rateOf(rate), amount, {
      rule,
      source: SOURCE,
      inputs: {
        annualPay: expected.pay,
        annualContributions: expected.contributions,
        expenses: annual.expenses,
        reduction: annual.reduction,
        base: annual.base,
        minimum: annual.minimum,
        quota: (annual.quota + 5_000n) / 10_000n,
        mortgage: annual.mortgage / 10_000n,
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
      annualTax: before.tax + (left * rate + 5_000n) / 10_000n,
    },
  }
}

/** What is still due over the pay still to come, cut to hundredths of a percent. */
function computedRate({ quota, mortgage }: AnnualQuota, before: YearTotals, left: Minor): bigint {
  const due = quota - mortgage - before.tax * 10_000n
  return due <= 0n || left <= 0n ? 0n : due / left
}

/** RIRPF art. 87.5: what a regularisation may not bring about. */
function limited(
  situation: SpanishSituation,
  tax: Tax,
  rate: bigint,
  difference: Minor,
  before: YearTotals,
  left: Minor,
): bigint {
  const most = inHundredths(territoryApplies(situation, tax) ? tax.mostRateTerritory : tax.mostRate)
  let result = minimum(rate, most)
  if (before.rate === undefined || left <= 0n) return result
  if (difference < before.difference) result = minimum(result, before.rate)
  else if (difference > before.difference) {
    const increase = difference - maximum(0n, before.difference)
    const mostTax = maximum(0n, before.annualTax + increase - before.tax)
    result = minimum(result, (mostTax * 10_000n) / left)
  }
  return result
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

const inHundredths = ({ numerator, denominator }: Rate): bigint => (numerator * 10_000n) / denominator

/** Rates in hundredths of a percent, made as they are met. */
const rates: Rate[] = []
function rateOf(hundredths: bigint): Rate {
  const index = Number(hundredths)
  let made = rates[index]
  if (made === undefined) {
    made = Object.freeze({ numerator: hundredths, denominator: 10_000n })
    rates[index] = made
  }
  return made
}

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
const ARREARS = frozen('arrears', 'RIRPF art. 80.1.5º')
const COURSE = frozen('course', 'RIRPF art. 80.1.4º')
const SMALL_AUTHOR = frozen('small-author', 'LIRPF art. 101.3; RIRPF art. 80.1.4º')
