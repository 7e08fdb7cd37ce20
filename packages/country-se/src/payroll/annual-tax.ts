import type { AnnualTaxRules, Piece } from '../parameters/index.ts'

/** Tax-table column: kind of income and age of the recipient. */
export type Column = 1 | 2 | 3 | 4 | 5 | 6

/** Preliminary tax of a year by its parts, whole kronor, as SKV 433 names them. */
export interface AnnualTax {
  /** Yearly income, rounded down to a hundred. */
  readonly income: bigint
  readonly allowance: bigint
  readonly taxable: bigint
  readonly state: bigint
  readonly municipal: bigint
  readonly burial: bigint
  readonly pensionFee: bigint
  readonly publicService: bigint
  readonly pensionCredit: bigint
  readonly workCredit: bigint
  readonly sicknessCredit: bigint
  readonly earnedCredit: bigint
  readonly total: bigint
}

interface ColumnRules {
  readonly senior: boolean
  readonly pensionFee: boolean
  readonly credit?: 'work' | 'senior-work' | 'sickness'
}

/** What each column counts in: work under 66, pension from 66, work from 66, sickness compensation, other pensionable pay, other pension. */
const COLUMNS: Readonly<Record<Column, ColumnRules>> = {
  1: { senior: false, pensionFee: true, credit: 'work' },
  2: { senior: true, pensionFee: false },
  3: { senior: true, pensionFee: true, credit: 'senior-work' },
  4: { senior: false, pensionFee: false, credit: 'sickness' },
  5: { senior: false, pensionFee: true },
  6: { senior: false, pensionFee: false },
}

const MILLION = 1_000_000n

/**
 * Preliminary tax of a year on one kind of income (SKV 433), for a table number such as 32 that stands for the municipal
 * rate with burial and church fee. Every part in whole kronor, rounded down where the statute does not say otherwise.
 */
export function annualTax(rules: AnnualTaxRules, table: number, column: Column, yearly: bigint): AnnualTax {
  const { senior, pensionFee: owesFee, credit } = COLUMNS[column]
  const income = (yearly / 100n) * 100n
  const allowance = allowanceOf(rules, income, senior)
  const taxable = income - allowance
  const rate = BigInt(table) * 100n - rules.burialRate
  const above = taxable - rules.stateThreshold

  const state = above >= rules.stateLeast ? (above * rules.statePercent) / 100n : 0n
  const municipal = (taxable * rate) / 10_000n
  const burial = (taxable * rules.burialRate) / 10_000n
  const pensionFee = owesFee && income >= rules.pensionFrom ? pensionFeeOf(rules, income) : 0n
  const publicService = least(taxable / 100n, rules.publicServiceMost)

  // The pension fee's credit may use up state tax first; all later credits come off municipal tax alone.
  const pensionCredit = least(pensionFee, state + municipal)
  let left = municipal - notNegative(pensionCredit - state)
  const workCredit = least(left, workCreditOf(rules, credit, income, allowance, rate))
  left -= workCredit
  const sicknessCredit =
    credit === 'sickness' ? least(left, sicknessCreditOf(rules, income, allowance, rate)) : 0n
  left -= sicknessCredit
  const earned = (notNegative(taxable - rules.earnedFrom) * rules.earnedRate) / MILLION
  const earnedCredit = least(left, least(earned, rules.earnedMost))
  return {
    income,
    allowance,
    taxable,
    state,
    municipal,
    burial,
    pensionFee,
    publicService,
    pensionCredit,
    workCredit,
    sicknessCredit,
    earnedCredit,
    total:
      state +
      municipal +
      burial +
      pensionFee +
      publicService -
      pensionCredit -
      workCredit -
      sicknessCredit -
      earnedCredit,
  }
}

/** In millionths of a krona. */
function valueAt(pieces: readonly Piece[], income: bigint): bigint {
  for (const { upTo, constant, slope } of pieces)
    if (upTo === undefined || income <= upTo) return constant + slope * income
  throw new RangeError('the last piece has no end')
}

/** Grundavdrag: rounded up to a hundred, at most the income (IL 63 kap. 2-5 §§). */
function allowanceOf(rules: AnnualTaxRules, income: bigint, senior: boolean): bigint {
  let value = valueAt(rules.allowance, income)
  if (senior) value += valueAt(rules.seniorAllowance, income)
  const hundred = 100n * MILLION
  return ((least(value, income * MILLION) + hundred - 1n) / hundred) * 100n
}

/** Allmän pensionsavgift: to the nearest hundred, exactly fifty down (lag 1994:1744 3 §). */
function pensionFeeOf(rules: AnnualTaxRules, income: bigint): bigint {
  const hundredths = least(income, rules.pensionUpTo) * rules.pensionPercent
  return ((hundredths + 4_999n) / 10_000n) * 100n
}

/** Jobbskatteavdrag (IL 67 kap. 7-8 §§). */
function workCreditOf(
  rules: AnnualTaxRules,
  credit: ColumnRules['credit'],
  income: bigint,
  allowance: bigint,
  rate: bigint,
): bigint {
  if (credit === 'senior-work') return valueAt(rules.seniorWorkCredit, income) / MILLION
  if (credit !== 'work') return 0n
  return atRate(valueAt(rules.workCredit, income) - allowance * MILLION, rate)
}

/** Skattereduktion för sjuk- och aktivitetsersättning (IL 67 kap. 9 b-9 c §§). */
function sicknessCreditOf(rules: AnnualTaxRules, income: bigint, allowance: bigint, rate: bigint): bigint {
  const base = valueAt(rules.sicknessCredit, income) - allowance * MILLION
  const lowest = rules.sicknessLeast * income
  return atRate(base > lowest ? base : lowest, rate)
}

const atRate = (base: bigint, rate: bigint): bigint => (notNegative(base) * rate) / 10_000n / MILLION
const least = (a: bigint, b: bigint): bigint => (a < b ? a : b)
const notNegative = (value: bigint): bigint => (value < 0n ? 0n : value)
