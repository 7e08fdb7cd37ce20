import { multiply, type Rate, type Why } from '@samen/core/country'
import { BASE, type BaseIndex } from './bases.ts'

/** One line the law asks of an engagement, before any amount is known. Rates in hundred-thousandths. */
export interface LineRule {
  readonly code: string
  readonly base: BaseIndex
  readonly employer: bigint
  readonly employee: bigint
  readonly employerRate?: Rate
  readonly employeeRate?: Rate
  readonly authority: string
  readonly rule: string
  /** The rule's name on a payslip that regularises the year. */
  readonly ruleToDate: string
  readonly source: string
  /** Rule and source, where no figures need to be told. */
  readonly why: Why
  /** Left out of the payslip where its base is zero. */
  readonly optional: boolean
  /** Employer's share is provident cover: bears CSG and forfait social. */
  readonly cover: boolean
}

const RULE_OF_BASE: Readonly<Record<BaseIndex, string>> = {
  [BASE.pay]: 'on-pay',
  [BASE.capped]: 'capped',
  [BASE.pensionT1]: 'tranche-1',
  [BASE.pensionT2]: 'tranche-2',
  [BASE.technical]: 'above-ceiling',
  [BASE.unemployment]: 'four-ceilings',
  [BASE.apec]: 'four-ceilings-pay',
  [BASE.gross]: 'on-gross',
  [BASE.raisedPay]: 'raised-pay',
  [BASE.raisedCapped]: 'raised-capped',
  [BASE.sicknessSupplement]: 'sickness-supplement',
  [BASE.familySupplement]: 'family-supplement',
  [BASE.deathCover]: 'death-cover',
}

/** Builds a line from its rates. Throws when a rate is finer than a hundred-thousandth, which no rate of the law is. */
export function lineRule(
  code: string,
  base: BaseIndex,
  employer: Rate | undefined,
  employee: Rate | undefined,
  authority: string,
  source: string,
  { optional = false, cover = false }: { optional?: boolean; cover?: boolean },
): LineRule {
  const rule = RULE_OF_BASE[base]
  return Object.freeze({
    code,
    base,
    employer: employer ? hundredThousandths(employer) : 0n,
    employee: employee ? hundredThousandths(employee) : 0n,
    ...(employer && employer.numerator !== 0n && { employerRate: employer }),
    ...(employee && employee.numerator !== 0n && { employeeRate: employee }),
    authority,
    rule,
    ruleToDate: `${rule}-to-date`,
    source,
    why: Object.freeze({ rule, source }),
    optional,
    cover,
  })
}

/** A statutory rate in hundred-thousandths; every rate of the law is a whole number of them. */
function hundredThousandths(rate: Rate): bigint {
  const whole = multiply(100_000n, rate)
  if (whole * rate.denominator !== rate.numerator * 100_000n)
    throw new RangeError(`a rate of ${rate.numerator}/${rate.denominator} is finer than a hundred-thousandth`)
  return whole
}
