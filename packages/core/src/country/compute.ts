import { grossForBudget } from './gross-for-budget.ts'
import { CURRENCY_DECIMALS, divide, formatAmount, type Minor, multiply } from './money.ts'
import { unverified, valueOn } from './parameters.ts'
import { lineAsJson, type Payslip, type PayslipLine, totalled, whyAsJson } from './payslip.ts'
import type { AnyCountryPlugin } from './plugin.ts'
import type { Situation } from './situation.ts'

/** The way from the client's price to the employer-cost budget; absent where the situation states a gross or budget. */
export interface PriceToBudget {
  readonly fee?: Minor
  readonly levy?: Minor
  readonly expenses?: Minor
  readonly budget?: Minor
  /** Budget that no whole cent, or step, of gross can use; stays with the activity. */
  readonly remainder?: Minor
}

export interface ComputedPayslip extends Payslip, PriceToBudget {}

/** Thrown when a budget or fee cannot pay even a gross of zero, or a fee does not cover its expenses. */
export class BudgetTooSmallError extends RangeError {
  readonly field: 'budget' | 'fee'
  constructor(field: 'budget' | 'fee', detail: string) {
    super(detail)
    this.field = field
  }
}

/** Levy on a fee at the country's rate on a day (or a stated one), half up to the minor unit. */
export function levyOn(plugin: AnyCountryPlugin, fee: Minor, day: string, stated?: Situation['levy']): Minor {
  return multiply(fee, stated ?? valueOn('levy', plugin.levy, day).value)
}

/**
 * The payslip of one parsed situation: price → budget → gross → net. Pure.
 * Throws `BudgetTooSmallError` and `NoLawError`; the situation must have passed `plugin.payroll.situation`.
 */
export function computePayslip(plugin: AnyCountryPlugin, situation: Situation): ComputedPayslip {
  const { payroll } = plugin
  const law = payroll.law(situation)
  if (situation.gross !== undefined)
    return totalled(situation.gross, payroll.payslip(situation, law, situation.gross))

  const price = priceToBudget(plugin, situation)
  const budget = price.budget as Minor
  const step = payroll.grossStep ?? 1n
  const cost = (steps: Minor) => payroll.cost(situation, law, steps * step)
  const drops = payroll.costDrops?.(situation, law)?.map((gross) => divide(gross, step, 'ceiling'))
  const steps = grossForBudget(cost, budget, drops, payroll.costRipple?.(situation, law))
  if (steps === undefined)
    throw new BudgetTooSmallError(
      situation.fee === undefined ? 'budget' : 'fee',
      'the budget does not cover the costs that are due even on a gross of zero',
    )
  const gross = steps * step
  const payslip = totalled(gross, payroll.payslip(situation, law, gross))
  return { ...payslip, ...price, remainder: budget - payslip.employerCost }
}

function priceToBudget(plugin: AnyCountryPlugin, situation: Situation): PriceToBudget {
  if (situation.fee === undefined) return { budget: situation.budget as Minor }
  const levy = levyOn(plugin, situation.fee, situation.period.from, situation.levy)
  const budget = situation.fee - levy - situation.expenses
  if (budget < 0n) throw new BudgetTooSmallError('fee', 'the fee does not cover the levy and the expenses')
  return { fee: situation.fee, levy, expenses: situation.expenses, budget }
}

/** One step of the law alone: the lines of wage tax on `taxable`, or of contributions on `base`. */
export function computeStep(plugin: AnyCountryPlugin, situation: Situation): readonly PayslipLine[] {
  const law = plugin.payroll.law(situation)
  return situation.ask === 'wage-tax'
    ? plugin.payroll.wageTax(situation, law, situation.taxable as Minor)
    : plugin.payroll.contributions(situation, law, situation.base as Minor)
}

/** Any answer to a situation as plain JSON: amounts in major units as text. */
export function answer(plugin: AnyCountryPlugin, situation: Situation): Record<string, unknown> {
  const decimals = CURRENCY_DECIMALS[plugin.currency] ?? 2
  const head = {
    ...(situation.id !== undefined && { id: situation.id }),
    country: plugin.country,
    currency: plugin.currency,
    ask: situation.ask,
    pay: situation.pay,
    period: situation.period,
    paidOn: situation.paidOn,
  }
  if (situation.ask !== 'payslip') {
    const lines = computeStep(plugin, situation)
    let employee = 0n
    let employer = 0n
    for (const line of lines) {
      employee += line.employee
      if (line.kind !== 'mutual') employer += line.employer
    }
    return {
      ...head,
      employee: formatAmount(employee, decimals),
      employer: formatAmount(employer, decimals),
      lines: lines.map((line) => lineAsJson(line, decimals)),
    }
  }
  return { ...head, ...payslipAsJson(computePayslip(plugin, situation), decimals) }
}

/** A computed payslip as plain JSON, amounts in major units as text. */
export function payslipAsJson(payslip: ComputedPayslip, decimals = 2): Record<string, unknown> {
  const json: Record<string, unknown> = {}
  for (const key of ['fee', 'levy', 'expenses', 'budget', 'remainder'] as const)
    if (payslip[key] !== undefined) json[key] = formatAmount(payslip[key], decimals)
  for (const key of [
    'employerCost',
    'employerContributions',
    'gross',
    'employeeContributions',
    'taxable',
    'wageTax',
    'net',
    'mutualised',
  ] as const)
    json[key] = formatAmount(payslip[key], decimals)
  json.figures = amountsAsJson(payslip.figures, decimals)
  json.earnings = payslip.earnings.map((earning) => ({
    code: earning.code,
    amount: formatAmount(earning.amount, decimals),
    why: whyAsJson(earning.why, decimals),
  }))
  json.lines = payslip.lines.map((line) => lineAsJson(line, decimals))
  json.toDate = amountsAsJson(payslip.toDate, decimals)
  return json
}

/** Replaces every bigint inside plain data by its amount text; leaves the rest as it is. */
export function amountsAsJson(data: unknown, decimals = 2): unknown {
  if (typeof data === 'bigint') return formatAmount(data, decimals)
  if (Array.isArray(data)) return data.map((item) => amountsAsJson(item, decimals))
  if (data === null || typeof data !== 'object') return data
  const json: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(data))
    if (value !== undefined) json[key] = amountsAsJson(value, decimals)
  return json
}

/** Parameters in force on a day that rest on memory or a disputed reading. */
export const unverifiedOn = (plugin: AnyCountryPlugin, day: string) =>
  unverified(plugin.payroll.parameters, day)
