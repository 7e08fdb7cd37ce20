import { divide, type Minor, maximum, minimum, multiply, type Rate, type Why } from '@samen/core/country'
import type { AgeColumn, FallingCredit, LabourCredit, Levies } from '../parameters/index.ts'
import type { WagePeriod } from './situation.ts'

/** F: how many of a wage period a year has (calculation rules § 2.2.1, table 1b). */
const PERIODS_A_YEAR: Readonly<Record<WagePeriod, bigint>> = {
  quarter: 4n,
  month: 12n,
  'four-weeks': 13n,
  week: 52n,
  day: 260n,
}

/** One row of a wage-tax table: what is withheld a period from a wage up to the next row. */
export interface TableRow {
  readonly tax: Minor
  /** Labour credit settled a period, as the wage-tax return wants it. */
  readonly labourCredit: Minor
  readonly rule: string
  readonly inputs: NonNullable<Why['inputs']>
  /** Explanation of one whole period with nothing withheld before. */
  readonly why: Why
}

/**
 * The white table of one age column, with or without credits, for one wage period, by the official calculation rules: to
 * the cent the printed tables. Rows are computed as wages meet them.
 */
export interface PeriodTable {
  readonly periods: bigint
  /** Highest wage still read from the table. */
  readonly highestWage: Minor
  readonly rowOf: (wage: Minor) => TableRow
}

export const SOURCE = 'Wet LB art. 20a-22d and 25; Rekenvoorschriften loonheffingen § 2.2'

/** Column and credits a worker asked for. */
export interface TableChoice {
  readonly column: AgeColumn
  readonly credits: boolean
  readonly singleElderly: boolean
  readonly period: WagePeriod
}

export function periodTable(levies: Levies, choice: TableChoice): PeriodTable {
  const periods = PERIODS_A_YEAR[choice.period]
  const rows: (TableRow | undefined)[] = []
  const step = levies.tableStep * 100n
  const highestWage = divide(levies.tableMaximum * 100n, periods, 'ceiling')
  return {
    periods,
    highestWage,
    rowOf(wage) {
      if (wage > highestWage) return aboveTable(levies, choice, periods, wage)
      const index = Number((wage * periods) / step)
      let row = rows[index]
      if (row === undefined) {
        row = rowAt(levies, choice, periods, minimum(BigInt(index) * levies.tableStep, levies.tableMaximum))
        rows[index] = row
      }
      return row
    },
  }
}

/** Calculation rules § 2.2.2 to 2.2.4: annual tax and credits in whole euros, then one period of it. */
function rowAt(levies: Levies, choice: TableChoice, periods: bigint, annualWage: bigint): TableRow {
  const before = taxBeforeCredits(levies, choice.column, annualWage)
  if (!choice.credits)
    return row('wage-tax-plain', periods, before, 0n, {
      annualWage: annualWage * 100n,
      annualTax: before * 100n,
    })
  const pensioner = choice.column !== 'below'
  const generalCredit = fallingCredit(
    pensioner ? levies.generalCredit.aow : levies.generalCredit.below,
    annualWage,
  )
  const elderlyCredit = pensioner ? fallingCredit(levies.elderlyCredit, annualWage) : 0n
  const singleElderlyCredit = pensioner && choice.singleElderly ? levies.singleElderlyCredit : 0n
  const labour = labourCredit(pensioner ? levies.labourCredit.aow : levies.labourCredit.below, annualWage)
  const others = generalCredit + elderlyCredit + singleElderlyCredit
  const annualTax = maximum(0n, before - others - labour)
  // What the tax cannot bear is cut from the credits in the order single-pensioner, labour, elderly, general credit.
  const excess = maximum(0n, others + labour - before)
  const settled = labour - minimum(labour, maximum(0n, excess - singleElderlyCredit))
  const inputs = {
    annualWage: annualWage * 100n,
    before: before * 100n,
    generalCredit: generalCredit * 100n,
    labourCredit: labour * 100n,
    annualTax: annualTax * 100n,
  }
  return pensioner
    ? row('wage-tax-pensioner', periods, annualTax, settled, {
        ...inputs,
        elderlyCredit: (elderlyCredit + singleElderlyCredit) * 100n,
      })
    : row('wage-tax', periods, annualTax, settled, inputs)
}

function row(
  rule: string,
  periods: bigint,
  annualTax: bigint,
  annualLabourCredit: bigint,
  given: NonNullable<Why['inputs']>,
): TableRow {
  const tax = divide(annualTax * 100n, periods)
  const inputs = Object.freeze({ ...given, periods: Number(periods), periodTax: tax })
  const why = Object.freeze({
    rule,
    source: SOURCE,
    inputs: Object.freeze({ ...inputs, times: 1, withheld: 0n }),
  })
  return Object.freeze({ tax, labourCredit: divide(annualLabourCredit * 100n, periods), rule, inputs, why })
}

/** Calculation rules § 2.2.4 for wages above the table: the highest row and the top rate on the rest. No credit is left. */
function aboveTable(levies: Levies, { column }: TableChoice, periods: bigint, wage: Minor): TableRow {
  const highest = divide(taxBeforeCredits(levies, column, levies.tableMaximum) * 100n, periods)
  const { rate } = levies.brackets[column].at(-1) as { rate: Rate }
  // The excess of the period in hundred-thousandths of a euro, rounded; a thousand of them are a cent.
  const excess = divide((wage * periods - levies.tableMaximum * 100n) * 1000n, periods)
  const tax = highest + (excess * rate.numerator) / (rate.denominator * 1000n)
  const inputs = { highest, excess: divide(excess, 1000n), rate, periods: Number(periods), periodTax: tax }
  const rule = 'wage-tax-above'
  const why = { rule, source: SOURCE, inputs: { ...inputs, times: 1, withheld: 0n } }
  return { tax, labourCredit: 0n, rule, inputs, why }
}

function taxBeforeCredits(levies: Levies, column: AgeColumn, annualWage: bigint): bigint {
  const rows = levies.brackets[column]
  let bracket = rows[0] as (typeof rows)[number]
  for (const candidate of rows) if (annualWage > candidate.above) bracket = candidate
  return multiply(annualWage - bracket.above, bracket.rate, 'floor') + bracket.cumulated
}

function fallingCredit({ maximum: most, until, to, taper }: FallingCredit, annualWage: bigint): bigint {
  if (annualWage <= until) return most
  return annualWage > to ? 0n : maximum(0n, most - multiply(annualWage - until, taper, 'floor'))
}

/** Built up in hundred-thousandths of a euro, exact for whole euros of wage; the result is rounded up. */
function labourCredit(credit: LabourCredit, annualWage: bigint): bigint {
  if (annualWage > credit.to) return 0n
  let built = 0n
  for (const { above, rate, maximum: ceiling } of credit.steps)
    built = minimum(built + fine(annualWage - above, rate), ceiling * FINE)
  return maximum(0n, divide(built - fine(annualWage - credit.taperFrom, credit.taper), FINE, 'ceiling'))
}

const FINE = 100_000n
const fine = (euros: bigint, rate: Rate): bigint =>
  euros <= 0n ? 0n : (euros * rate.numerator * FINE) / rate.denominator
