import { divide, type Minor, type PayslipLine, type Rate, type Why } from '@samen/core/country'
import type { AgeColumn, RewardRate } from '../parameters/index.ts'
import { ageColumn } from './age.ts'
import { monthSoFar, yearSoFar } from './bases.ts'
import type { Law } from './law.ts'
import { periodsPaid, wagePeriodOf } from './period.ts'
import { type PeriodTable, periodTable, SOURCE, type TableRow } from './period-table.ts'
import { cut } from './premium-plan.ts'
import type { DutchSituation, WagePeriod } from './situation.ts'

const AUTHORITY = 'belastingdienst'

/** Wage tax on one pay, and what the month's table totals grow by. */
export interface Withheld {
  readonly line: PayslipLine
  readonly labourCredit: Minor
  /** Whether the pay belongs to the month's table, where several pays of a month are taxed together. */
  readonly byMonth: boolean
}

export function wageTax(situation: DutchSituation, law: Law, wage: Minor): Withheld {
  const { worker, engagement, pay } = situation
  if (worker.anonymous) return flat(wage, 'anonymous', law.levies.anonymousRate, ANONYMOUS)
  if (engagement.status === 'artist') return artistTax(situation, law, wage)
  const column = ageColumn(worker.birthDate, situation.paidOn, law.levies.pensionAge)
  if (pay === 'ordinary' || pay === 'part') return tableTax(situation, law, column, wage)
  return rewardTax(situation, law, column, wage)
}

const flat = (wage: Minor, code: string, rate: Rate, why: Why): Withheld => ({
  line: taxLine(`wage-tax-${code}`, wage, cut(wage, rate), rate, why),
  labourCredit: 0n,
  byMonth: false,
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
const TREATY: Why = Object.freeze({ rule: 'wage-tax-artist-treaty', source: 'Wet LB art. 5a lid 3' })
const NONE: Rate = Object.freeze({ numerator: 0n, denominator: 100n })

/** A flat rate on the fee less its free part; no credits. */
function artistTax({ worker }: DutchSituation, { levies }: Law, wage: Minor): Withheld {
  if (worker.residence === 'treaty') return flat(wage, 'artist', NONE, TREATY)
  if (worker.residence === 'elsewhere') return flat(wage, 'artist', levies.artistAbroadRate, ABROAD)
  return flat(wage, 'artist', levies.artistRate, ARTIST)
}

const PERIODS: readonly WagePeriod[] = ['day', 'week', 'four-weeks', 'month', 'quarter']
const COLUMNS: readonly AgeColumn[] = ['below', 'aow1946', 'aow1945']

export function tableFor(
  situation: DutchSituation,
  law: Law,
  column: AgeColumn,
  period: WagePeriod,
): PeriodTable {
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
 * The table of the wage period. Days are taxed each alike, at the pay's average; several pays of one month together,
 * less what was withheld before.
 */
function tableTax(situation: DutchSituation, law: Law, column: AgeColumn, wage: Minor): Withheld {
  const period = wagePeriodOf(situation)
  const table = tableFor(situation, law, column, period)
  if (period === 'month') {
    const month = monthSoFar(situation)
    const row = table.rowOf(month.wage + wage)
    return withheld(row, wage, 1, month.tax, row.labourCredit - month.labourCredit, true)
  }
  if (period !== 'day') {
    const row = table.rowOf(wage)
    return withheld(row, wage, 1, 0n, row.labourCredit, false)
  }
  const days = periodsPaid(situation, period)
  const row = table.rowOf(divide(wage, BigInt(days)))
  return withheld(row, wage, days, 0n, row.labourCredit * BigInt(days), false)
}

function withheld(
  row: TableRow,
  wage: Minor,
  times: number,
  before: Minor,
  labourCredit: Minor,
  byMonth: boolean,
): Withheld {
  const why =
    times === 1 && before === 0n
      ? row.why
      : { rule: row.rule, source: SOURCE, inputs: { ...row.inputs, times, withheld: before } }
  return {
    line: taxLine('wage-tax', wage, row.tax * BigInt(times) - before, undefined, why),
    labourCredit,
    byMonth,
  }
}

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
  return {
    line: taxLine(
      engagement.severance ? 'wage-tax-severance' : 'wage-tax-special',
      wage,
      cut(wage, percentage),
      percentage,
      why,
    ),
    labourCredit: 0n,
    byMonth: false,
  }
}

const WHITE = 'Wet LB art. 26; witte tabel bijzondere beloningen'
const GREEN = 'Wet LB art. 26; groene tabel bijzondere beloningen'
