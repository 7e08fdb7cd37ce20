import { formatAmount, formatPercent, type Minor, type Rate } from './money.ts'

/** A value a rule looked at: a bigint is an amount, a `Rate` a rate, a number a count, a string a code or day. */
export type Input = Minor | Rate | number | string

/**
 * Why a line has its amount, as data. `rule` names a text in the country's locales (`rules.<rule>`), which the
 * reader's language turns into a sentence with the inputs filled in; `source` is the statute.
 */
export interface Why {
  readonly rule: string
  readonly source: string
  readonly inputs?: Readonly<Record<string, Input>>
}

/**
 * What a line does to the totals.
 * - `contribution`: social contributions and levies of either side
 * - `wage-tax`: tax withheld from the worker
 * - `provision`: money set aside for a later due (holiday pay, thirteenth month, insurance)
 * - `mutual`: an employer reduction that goes to the mutual account, not to the worker's budget
 */
export type LineKind = 'contribution' | 'wage-tax' | 'provision' | 'mutual'

/**
 * One line of a payslip. `employee` is withheld from the worker (negative: a relief), `employer` is paid on top of gross
 * (negative: a reduction); both in minor units, each rounded where its law rounds it.
 */
export interface PayslipLine {
  /** Stable English code, `kebab-case`, unique within a payslip; its name in each language is `lines.<code>`. */
  readonly code: string
  readonly kind: LineKind
  readonly base: Minor
  readonly employeeRate?: Rate
  readonly employerRate?: Rate
  readonly employee: Minor
  readonly employer: Minor
  /** Whom the money is owed to, one of the plugin's `authorities`. */
  readonly authority: string
  readonly why: Why
}

/** A part of gross pay (base pay, end-of-contract bonus, leave indemnity …). The parts sum to gross. */
export interface Earning {
  readonly code: string
  readonly amount: Minor
  readonly why: Why
}

/** What a country's rules answer for one situation and gross. Core adds the totals. */
export interface PayslipBody<ToDate = unknown> {
  readonly earnings: readonly Earning[]
  readonly lines: readonly PayslipLine[]
  /** The base wage tax was computed on. */
  readonly taxable: Minor
  /** Other amounts the law wants stated (montant net social …), by stable code; named `figures.<code>` in the locales. */
  readonly figures: Readonly<Record<string, Minor>>
  /** The running totals after this payslip, as the next situation's `toDate` expects them. */
  readonly toDate: ToDate
}

export interface PayslipTotals {
  readonly gross: Minor
  readonly employeeContributions: Minor
  readonly taxable: Minor
  readonly wageTax: Minor
  readonly net: Minor
  readonly employerContributions: Minor
  readonly employerCost: Minor
  /** Employer reductions that go to the mutual account. Negative only on a settlement that takes back what came too early. */
  readonly mutualised: Minor
}

export interface Payslip<ToDate = unknown> extends PayslipTotals, PayslipBody<ToDate> {}

/** Sums the lines into a payslip. `net + employeeContributions + wageTax = gross` and `gross + employerContributions = employerCost` hold by construction. */
export function totalled<T>(gross: Minor, body: PayslipBody<T>): Payslip<T> {
  let employeeContributions = 0n
  let wageTax = 0n
  let employerContributions = 0n
  let mutualised = 0n
  for (const line of body.lines) {
    if (line.kind === 'mutual') {
      mutualised -= line.employer
      continue
    }
    if (line.kind === 'wage-tax') wageTax += line.employee
    else employeeContributions += line.employee
    employerContributions += line.employer
  }
  return {
    gross,
    employeeContributions,
    taxable: body.taxable,
    wageTax,
    net: gross - employeeContributions - wageTax,
    employerContributions,
    employerCost: gross + employerContributions,
    mutualised,
    earnings: body.earnings,
    lines: body.lines,
    figures: body.figures,
    toDate: body.toDate,
  }
}

/** An input of `why` as JSON: amounts `"2500.00"`, rates `"13.07%"`, counts and codes as they are. */
export function inputAsJson(input: Input, decimals = 2): string | number {
  if (typeof input === 'bigint') return formatAmount(input, decimals)
  if (typeof input === 'object') return `${formatPercent(input)}%`
  return input
}

/** A line as JSON, amounts in major units as text. */
export function lineAsJson(line: PayslipLine, decimals = 2) {
  return {
    code: line.code,
    kind: line.kind,
    base: formatAmount(line.base, decimals),
    ...(line.employeeRate && { employeeRate: `${formatPercent(line.employeeRate)}%` }),
    ...(line.employerRate && { employerRate: `${formatPercent(line.employerRate)}%` }),
    employee: formatAmount(line.employee, decimals),
    employer: formatAmount(line.employer, decimals),
    authority: line.authority,
    why: whyAsJson(line.why, decimals),
  }
}

export function whyAsJson(why: Why, decimals = 2) {
  if (!why.inputs) return { rule: why.rule, source: why.source }
  const inputs: Record<string, string | number> = {}
  for (const key in why.inputs) inputs[key] = inputAsJson(why.inputs[key] as Input, decimals)
  return { rule: why.rule, source: why.source, inputs }
}
