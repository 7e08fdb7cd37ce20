import { type Minor, minimum, type PayslipLine, type Rate, type Why } from '@samen/core/country'
import type { Column } from './annual-tax.ts'
import type { Law } from './law.ts'
import { ageAtYearStart, monthSoFar } from './running-totals.ts'
import type { MonthTotals, SwedishSituation, Worker } from './situation.ts'
import { tableTax } from './tax-table.ts'
import { irregularWhy, oneOffWhy, tableWhy } from './withholding-why.ts'

/** The tax withheld from a payment, and what it adds to the month’s totals. */
export interface Withholding {
  readonly line?: PayslipLine
  readonly taxable: Minor
  readonly tax: Minor
}

const NOTHING: Withholding = Object.freeze({ taxable: 0n, tax: 0n })

/** Tax on a payment, at most the cash it is withheld from. */
export function withhold(
  situation: SwedishSituation,
  law: Law,
  taxable: Minor,
  cash: Minor,
  belowThreshold: boolean,
): Withholding {
  const { worker, pay } = situation
  const { rules } = law
  switch (worker.withholding) {
    case 'f-tax':
    case 'student':
      return NOTHING
    case 'sink':
      return flat('wage-tax-sink', rules.sinkRate, SINK, taxable, cash)
    case 'a-sink':
      return flat('wage-tax-a-sink', rules.artistSinkRate, ARTIST_SINK, taxable, cash)
  }
  const oneOff = pay === 'one-off' || pay === 'holiday'
  if (belowThreshold || taxable < rules.leastPayment) return oneOff ? NOTHING : { taxable, tax: 0n }
  const decision = adjustmentOn(worker, situation.paidOn)
  if (decision?.rate) return flat('wage-tax', decision.rate, ADJUSTED_RATE, taxable, cash)
  if (decision?.amount !== undefined)
    return restOf(situation, decision.amount, taxable, cash, ADJUSTED_AMOUNT)
  if (worker.withholding === 'side') return flat('wage-tax', rules.sideRate, SIDE, taxable, cash)
  if (oneOff && worker.withholding === 'main') return oneOffTax(situation, law, taxable, cash)
  return byTable(situation, law, taxable, cash)
}

function adjustmentOn({ adjustment, withholding }: Worker, paidOn: string): Worker['adjustment'] {
  if (adjustment === undefined || withholding === 'undecided') return undefined
  const { from, until } = adjustment
  return (from === undefined || from <= paidOn) && (until === undefined || paidOn <= until)
    ? adjustment
    : undefined
}

/** A percentage of this payment, öre dropped. */
function flat(code: string, rate: Rate, why: Why, taxable: Minor, cash: Minor): Withholding {
  return {
    line: taxLine(code, taxable, minimum(wholeKronor(taxable, rate), cash), why, rate),
    taxable: 0n,
    tax: 0n,
  }
}

/** Tax of the whole month of payment by the table, less what was withheld before. */
function byTable(situation: SwedishSituation, law: Law, taxable: Minor, cash: Minor): Withholding {
  const { worker, engagement } = situation
  const month = engagement.cumulateMonth ? monthSoFar(situation) : NO_MONTH
  const table = law.table(worker.taxTable ?? law.rules.meanTable, columnOf(situation, law))
  const whole = month.taxable + taxable
  const byRow = tableTax(table, whole)
  const undecided = worker.withholding === 'undecided'
  const due = undecided ? wholeKronor(byRow, law.rules.undecidedRate) : byRow
  const tax = atMost(due - month.tax, cash)
  const why = tableWhy(table, whole, byRow, month.tax, undecided ? law.rules.undecidedRate : undefined)
  return { line: taxLine('wage-tax', taxable, tax, why), taxable, tax }
}

const NO_MONTH: MonthTotals = Object.freeze({ of: '', taxable: 0n, tax: 0n, charged: 0n })

/** A monthly amount by decision, less what was withheld in the month before. */
function restOf(
  situation: SwedishSituation,
  amount: Minor,
  taxable: Minor,
  cash: Minor,
  why: Why,
): Withholding {
  const before = monthSoFar(situation).tax
  const tax = atMost(amount - before, cash)
  return { line: taxLine('wage-tax', taxable, tax, { ...why, inputs: { amount, before } }), taxable, tax }
}

/** Table for one-off payments by the expected pay of the year; without regular pay one rate. */
function oneOffTax(situation: SwedishSituation, law: Law, taxable: Minor, cash: Minor): Withholding {
  const yearly = yearlyPay(situation, taxable)
  if (yearly === undefined) {
    const rate = law.rules.irregularRate
    return flat('wage-tax-one-off', rate, irregularWhy, taxable, cash)
  }
  const column = columnOf(situation, law)
  const rate = rateFor(law, column, yearly)
  return flat('wage-tax-one-off', rate, oneOffWhy(column, yearly, rate), taxable, cash)
}

function rateFor(law: Law, column: Column, yearly: Minor): Rate {
  // Öre of the yearly pay are dropped.
  const kronor = (yearly / 100n) * 100n
  for (const { upTo, rate } of law.oneOff(column)) if (upTo === undefined || kronor <= upTo) return rate
  throw new RangeError('the last step of a one-off table has no end')
}

/** Expected pay of the year with this payment: as stated, or twelve months and the payment. */
function yearlyPay(situation: SwedishSituation, taxable: Minor): Minor | undefined {
  const { yearlyPay: stated, monthlyWage } = situation.engagement
  if (stated !== undefined) return stated
  const month = monthlyWage ?? monthSoFar(situation).taxable
  return month === 0n ? undefined : month * 12n + taxable
}

/** Column by what is paid and the age at the start of the year. */
export function columnOf({ worker, paidOn }: SwedishSituation, law: Law): Column {
  if (worker.column !== undefined) return worker.column
  return worker.birthDate !== undefined && ageAtYearStart(worker.birthDate, paidOn) >= law.rules.seniorTaxAge
    ? 3
    : 1
}

function taxLine(code: string, base: Minor, employee: Minor, why: Why, employeeRate?: Rate): PayslipLine {
  const line = {
    code,
    kind: 'wage-tax',
    base,
    employee,
    employer: 0n,
    authority: 'skatteverket-tax',
    why,
  } as const
  return employeeRate ? { ...line, employeeRate } : line
}

const wholeKronor = (amount: Minor, { numerator, denominator }: Rate): Minor =>
  ((amount * numerator) / (denominator * 100n)) * 100n
const atMost = (tax: Minor, cash: Minor): Minor => (tax < 0n ? 0n : minimum(tax, cash))

const frozen = (rule: string, source: string): Why => Object.freeze({ rule, source })
const SFL = 'Skatteförfarandelagen (2011:1244) 11 kap.'
const SIDE = frozen('side-income', SFL)
const ADJUSTED_RATE = frozen('adjusted-rate', SFL)
const ADJUSTED_AMOUNT = frozen('adjusted-amount', SFL)
const SINK = frozen('sink', 'Lag (1991:586) om särskild inkomstskatt för utomlands bosatta')
const ARTIST_SINK = frozen(
  'a-sink',
  'Lag (1991:591) om särskild inkomstskatt för utomlands bosatta artister m.fl.',
)
