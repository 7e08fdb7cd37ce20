import type { Minor, PayslipLine, Rate, Why } from '@samen/core/country'
import { least, share } from './arithmetic.ts'
import type { BranchTable } from './contribution-plan.ts'
import type { Law } from './law.ts'
import { currentTable, isMarginal, type Prepared } from './prepare.ts'
import type { AustrianSituation } from './situation.ts'

/** A contribution line. Written out by which rates it has, so that a million of them share four shapes. */
export function contribution(
  code: string,
  base: Minor,
  employeeRate: Rate | undefined,
  employerRate: Rate | undefined,
  employee: Minor,
  employer: Minor,
  authority: string,
  why: Why,
): PayslipLine {
  const kind = 'contribution'
  if (employerRate)
    return employeeRate
      ? { code, kind, base, employeeRate, employerRate, employee, employer, authority, why }
      : { code, kind, base, employerRate, employee, employer, authority, why }
  return employeeRate
    ? { code, kind, base, employeeRate, employee, employer, authority, why }
    : { code, kind, base, employee, employer, authority, why }
}

/**
 * Adds the lines of a table on a base and answers what the worker pays. Only the sum of the branches is rounded: each
 * line is what its branch adds to the rounded sum. With `why`, all lines say so (a ceiling, a month computed together).
 */
export function chargeBranches(lines: PayslipLine[], table: BranchTable, base: Minor, why?: Why): Minor {
  let employee = 0n
  let employer = 0n
  for (const branch of table.branches) {
    const employeeTo = share(base, branch.employeeTo)
    const employerTo = share(base, branch.employerTo)
    lines.push(
      contribution(
        branch.code,
        base,
        branch.employeeRate,
        branch.employerRate,
        employeeTo - employee,
        employerTo - employer,
        'oegk',
        why ?? branch.why,
      ),
    )
    employee = employeeTo
    employer = employerTo
  }
  return employee
}

/** Contributions on current pay: base, table, and the part of them charged before in the month. */
export interface CurrentCharge {
  readonly marginal: boolean
  /** Pay and benefits of the month, before the ceiling. */
  readonly pay: Minor
  readonly base: Minor
  readonly table: BranchTable
  readonly baseBefore: Minor
  readonly tableBefore: BranchTable | undefined
}

/** What contributions of a current pay (benefits included) are computed on, with the month so far. */
export function currentCharge(
  situation: AustrianSituation,
  law: Law,
  p: Prepared,
  pay: Minor,
): CurrentCharge {
  // Compensation for leave prolongs the insurance by days of its own.
  const before = situation.pay === 'holiday' ? 0n : p.month.base
  const together = before + pay
  const marginal = isMarginal(situation, law, p, together)
  const base = least(together, p.ceiling)
  const table = currentTable(law, p, together, marginal)
  if (before <= 0n) return { marginal, pay: together, base, table, baseBefore: 0n, tableBefore: undefined }
  return {
    marginal,
    pay: together,
    base,
    table,
    baseBefore: least(before, p.ceiling),
    tableBefore: currentTable(law, p, before, isMarginal(situation, law, p, before)),
  }
}

/** Adds the lines of current pay and answers what the worker pays of it now. */
export function chargeCurrent(lines: PayslipLine[], charge: CurrentCharge, p: Prepared): Minor {
  const why = charge.base < charge.pay ? cappedWhy(charge, p) : undefined
  if (charge.tableBefore === undefined) return chargeBranches(lines, charge.table, charge.base, why)
  const now: PayslipLine[] = []
  const before: PayslipLine[] = []
  const together = togetherWhy(charge)
  const owed = chargeBranches(now, charge.table, charge.base, together)
  const paid = chargeBranches(before, charge.tableBefore, charge.baseBefore, together)
  for (const line of now) {
    const earlier = before.find((one) => one.code === line.code)
    lines.push(
      earlier === undefined
        ? line
        : { ...line, employee: line.employee - earlier.employee, employer: line.employer - earlier.employer },
    )
  }
  for (const line of before)
    if (!now.some((one) => one.code === line.code))
      lines.push({ ...line, employee: -line.employee, employer: -line.employer })
  return owed - paid
}

/** What the employer owes on current pay now; the sum of the lines of `chargeCurrent`. */
export const currentEmployer = (charge: CurrentCharge): Minor =>
  charge.tableBefore === undefined
    ? share(charge.base, charge.table.employer)
    : share(charge.base, charge.table.employer) - share(charge.baseBefore, charge.tableBefore.employer)

const cappedWhy = ({ pay, base, table }: CurrentCharge, p: Prepared): Why => ({
  rule: 'capped',
  source: 'ASVG § 45 (1)',
  inputs: { pay, days: p.days, ceiling: base, ...totals(table) },
})

const togetherWhy = ({ pay, base, baseBefore, table }: CurrentCharge): Why => ({
  rule: 'together',
  source: 'ASVG §§ 44, 45',
  inputs: { pay, base, before: baseBefore, ...totals(table) },
})

const totals = (table: BranchTable) =>
  table.branches[0]?.why.inputs ?? { employeeTotal: NONE, employerTotal: NONE }
const NONE: Rate = Object.freeze({ numerator: 0n, denominator: 10_000n })
