import { divide, type Minor, minimum, type PayslipLine, type Rate, type Why } from '@samen/core/country'
import type { AgeColumn, RewardRate } from '../parameters/index.ts'
import { ageColumn } from './age.ts'
import type { Law } from './law.ts'
import { periodsPaid, wagePeriodOf } from './period.ts'
import { type PeriodTable, periodTable, SOURCE } from './period-table.ts'
import { cut } from './premium-plan.ts'
import { daySoFar, monthSoFar, yearSoFar } from './running-totals.ts'
import type { DutchSituation, TaxedTotals, WagePeriod } from './situation.ts'

const AUTHORITY = 'belastingdienst'

/** Wage tax on one pay: its lines, the tax itself first, and what the totals of its period grow by. */
export interface Withheld {
  readonly lines: readonly PayslipLine[]
  readonly labourCredit: Minor
  /** Credit for young disabled workers, in a line of its own. */
  readonly relief: Minor
  /** The period whose pays the table taxes together. */
  readonly together: 'month' | 'day' | undefined
}

export function wageTax(situation: DutchSituation, law: Law, wage: Minor): Withheld {
  const { worker, engagement, pay } = situation
  if (worker.anonymous) return flat(wage, 'anonymous', law.levies.anonymousRate, ANONYMOUS)
  if (engagement.status === 'artist') return artistTax(situation, law, wage)
  const column = ageColumn(worker.birthDate, situation.paidOn, law.levies.pensionAge)
  if (pay === 'ordinary' || pay === 'part') return tableTax(situation, law, column, wage)
  return rewardTax(situation, law, column, wage)
}

const flat = (wage: Minor, code: string, rate: Rate, why: Why): Withheld =>
  alone(taxLine(`wage-tax-${code}`, wage, cut(wage, rate), rate, why))

const alone = (line: PayslipLine): Withheld => ({
  lines: [line],
  labourCredit: 0n,
  relief: 0n,
  together: undefined,
})

function taxLine(
  code: string,
  base: Minor,
  employee: Minor,
  employeeRate: Rate | undefined,
  why: Why,
): PayslipLine {
  const kind = 'wage-tax'
  return employeeRate === undefined
    ? { code, kind, base, employee, employer: 0n, authority: AUTHORITY, why }
    : { code, kind, base, employeeRate, employee, employer: 0n, authority: AUTHORITY, why }
}

const ANONYMOUS: Why = Object.freeze({ rule: 'wage-tax-anonymous', source: 'Wet LB art. 26b and 35a lid 3' })
const ARTIST: Why = Object.freeze({ rule: 'wage-tax-artist', source: 'Wet LB art. 35 and 35a lid 1' })
const ABROAD: Why = Object.freeze({ rule: 'wage-tax-artist-abroad', source: 'Wet LB art. 35a lid 1' })
const TREATY: Why = Object.freeze({
  rule: 'wage-tax-artist-treaty',
  source: 'Wet LB art. 5a lid 1 onderdeel b',
})
const NONE: Rate = Object.freeze({ numerator: 0n, denominator: 100n })

/** A flat rate on the fee less its free part; no credits. */
function artistTax({ worker }: DutchSituation, { levies }: Law, wage: Minor): Withheld {
  if (worker.residence === 'treaty') return flat(wage, 'artist', NONE, TREATY)
  if (worker.residence === 'elsewhere') return flat(wage, 'artist', levies.artistAbroadRate, ABROAD)
  return flat(wage, 'artist', levies.artistRate, ARTIST)
}

const PERIODS: readonly WagePeriod[] = ['day', 'week', 'four-weeks', 'month', 'quarter']
const COLUMNS: readonly AgeColumn[] = ['below', 'aow1946', 'aow1945']

function tableFor(situation: DutchSituation, law: Law, column: AgeColumn, period: WagePeriod): PeriodTable {
  const { taxCredit: credits, singleElderlyCredit: singleElderly } = situation.worker
  const key =
    (PERIODS.indexOf(period) * 3 + COLUMNS.indexOf(column)) * 4 + (credits ? 2 : 0) + (singleElderly ? 1 : 0)
  let table = law.tables[key]
  if (table === undefined) {
    table = periodTable(law.levies, { column, credits, singleElderly, period })
    law.tables[key] = table
  }
  return table
}

/**
 * The table of the wage period. Several days are taxed each alike, at the pay's average; several pays of one month or
 * one day together, less what was withheld before.
 */
function tableTax(situation: DutchSituation, law: Law, column: AgeColumn, wage: Minor): Withheld {
  const period = wagePeriodOf(situation)
  const table = tableFor(situation, law, column, period)
  const times = periodsPaid(situation, period)
  const together =
    period === 'month' ? 'month' : period === 'day' && times === 1 ? ('day' as const) : undefined
  const before =
    together === undefined ? NOTHING : together === 'month' ? monthSoFar(situation) : daySoFar(situation)
  const row = table.rowOf(times === 1 ? before.wage + wage : divide(wage, BigInt(times)))
  const whole = row.tax * BigInt(times)
  const why =
    times === 1 && before.tax === 0n
      ? row.why
      : { rule: row.rule, source: SOURCE, inputs: { ...row.inputs, times, withheld: before.tax } }
  const line = taxLine('wage-tax', wage, whole - before.tax, undefined, why)
  const labourCredit = row.labourCredit * BigInt(times) - before.labourCredit
  // It ends where the credit for the elderly begins.
  if (!situation.worker.youngDisabledCredit || column !== 'below')
    return { lines: [line], labourCredit, relief: 0n, together }
  const credit = divide(law.levies.youngDisabledCredit * 100n, table.periods)
  const relief = minimum(whole, credit * BigInt(times)) - before.relief
  return { lines: [line, reliefLine(whole, relief, credit, before)], labourCredit, relief, together }
}

const NOTHING: TaxedTotals = Object.freeze({ of: '', wage: 0n, tax: 0n, labourCredit: 0n, relief: 0n })

/** The credit for young disabled workers is in no table: a period's part comes off what the table asks. */
const reliefLine = (base: Minor, relief: Minor, credit: Minor, before: TaxedTotals): PayslipLine =>
  taxLine('wage-tax-young-disabled', base, -relief, undefined, {
    rule: 'wage-tax-young-disabled',
    source: 'Wet LB art. 22aa',
    inputs: { credit, withheld: before.relief },
  })

/** Pay beside the wage period: the percentage of the yearly wage's row, cut to the cent. */
function rewardTax(situation: DutchSituation, law: Law, column: AgeColumn, wage: Minor): Withheld {
  const { worker, engagement } = situation
  const annualWage = worker.annualWage ?? yearSoFar(situation).wage + wage
  const { levies } = law
  const rows = (engagement.severance ? levies.rewardGreen : levies.rewardWhite)[column]
  let rate = (rows[0] as { rate: RewardRate }).rate
  for (const row of rows) if (annualWage >= row.from * 100n) rate = row.rate
  const percentage = worker.taxCredit ? rate.with : rate.without
  const source = engagement.severance ? GREEN : WHITE
  const why: Why = worker.taxCredit
    ? {
        rule: 'special-reward',
        source,
        inputs: { annualWage, standard: rate.standard, settlement: rate.settlement },
      }
    : { rule: 'special-reward-plain', source, inputs: { annualWage } }
  const code = engagement.severance ? 'wage-tax-severance' : 'wage-tax-special'
  return alone(taxLine(code, wage, cut(wage, percentage), percentage, why))
}

const WHITE = 'Wet LB art. 26; witte tabel bijzondere beloningen'
const GREEN = 'Wet LB art. 26; groene tabel bijzondere beloningen'
