import {
  type AnyCountryPlugin,
  BudgetTooSmallError,
  type ClientPlace,
  formatAmount,
  formatPercent,
  levyOn,
  lineAsJson,
  type Minor,
  multiply,
  type SupplyKind,
  unverifiedOn,
  valueOn,
  whyAsJson,
} from '@samen/core/country'
import type { Transaction } from '@samen/core/database'
import { memberById } from '@samen/core/members'
import { invalid, Problem } from '@samen/core/problem'
import { z } from 'zod'
import type { wayStepCode, wayToNet } from '../answers/me.ts'
import { promiseOf } from '../stateless/deadline.ts'
import { invalidInput } from '../stateless/faults.ts'
import { type EstimatedPayslip, estimatePayslips, type Job, latestTotals } from './estimate.ts'
import { ordinaryTerms } from './ordinary-terms.ts'

export interface WayToNetInput {
  fee: Minor
  expenses?: Minor | undefined
  supply: SupplyKind
  clientPlace: ClientPlace
  startsOn: string
  endsOn: string
  region?: string | undefined
  terms?: Record<string, unknown> | undefined
}

/** Days a job may last here: some hundred payslips are plenty to look ahead. */
const DAYS_MAX = 3 * 366

/** The way from a price to a member's net wage: each step with the lines that explain it. */
export async function wayToNetOf(
  trx: Transaction,
  officeId: string,
  plugin: AnyCountryPlugin,
  memberId: string,
  input: WayToNetInput,
): Promise<z.infer<typeof wayToNet>> {
  const { fee, expenses = 0n, startsOn, endsOn } = input
  checkDays(startsOn, endsOn)
  const member = await memberById(trx, officeId, memberId)
  const region = input.region ?? member.region ?? undefined
  const promise = promiseOf(plugin, endsOn, region)
  const levy = levyOn(plugin, fee, startsOn)
  const budget = fee - levy - expenses
  if (budget < 0n) throw new BudgetTooSmallError('fee', 'the fee does not cover the levy and the expenses')
  const terms = input.terms ?? (await ordinaryTerms(trx, { officeId, plugin }, memberId, input))
  const payslips = payslipsOf(plugin, {
    worker: member.workerFacts,
    terms,
    startsOn,
    endsOn,
    region: region ?? null,
    budget,
    paidOn: promise.payBy,
    toDate: (await latestTotals(trx, officeId, [memberId])).get(memberId),
  })
  const sum = (amountOf: (one: EstimatedPayslip) => Minor) =>
    payslips.reduce((total, one) => total + amountOf(one), 0n)
  const totals = {
    employerContributions: sum(({ payslip }) => payslip.employerContributions),
    gross: sum(({ payslip }) => payslip.gross),
    employeeContributions: sum(({ payslip }) => payslip.employeeContributions),
    taxable: sum(({ payslip }) => payslip.taxable),
    wageTax: sum(({ payslip }) => payslip.wageTax),
    net: sum(({ payslip }) => payslip.net),
    mutualised: sum(({ payslip }) => payslip.mutualised),
  }
  const texts = Object.fromEntries(Object.entries(totals).map(([key, amount]) => [key, formatAmount(amount)]))
  return {
    country: plugin.country,
    currency: plugin.currency,
    terms,
    fee: formatAmount(fee),
    levy: formatAmount(levy),
    levyRate: `${formatPercent(valueOn('levy', plugin.levy, startsOn).value)}%`,
    expenses: formatAmount(expenses),
    budget: formatAmount(budget),
    ...(texts as Record<keyof typeof totals, string>),
    remainder: formatAmount(budget - totals.gross - totals.employerContributions),
    steps: stepsOf(payslips, { fee, levy, expenses, ...totals }),
    payslips: payslips.map(({ from, to, budget, payslip }) => ({
      from,
      to,
      budget: formatAmount(budget),
      employerCost: formatAmount(payslip.employerCost),
      gross: formatAmount(payslip.gross),
      net: formatAmount(payslip.net),
    })),
    vat: vatOn(plugin, input),
    promise: { ...promise, days: [...promise.days] },
    unverified: unverifiedOn(plugin, endsOn),
  }
}

function checkDays(startsOn: string, endsOn: string): void {
  if (endsOn < startsOn) throw invalid('endsOn', 'The job ends before it starts.')
  if (Date.parse(endsOn) - Date.parse(startsOn) > DAYS_MAX * 86_400_000)
    throw invalid('endsOn', 'A job lasts three years at most here.')
}

/** The payslips; what the law misses in the terms or in the member's file is named as a field of the request. */
function payslipsOf(plugin: AnyCountryPlugin, job: Job): EstimatedPayslip[] {
  try {
    return estimatePayslips(plugin, job)
  } catch (error) {
    if (error instanceof BudgetTooSmallError)
      throw new Problem('budget-too-small', error.message, { field: 'fee' })
    if (!(error instanceof z.ZodError)) throw error
    const issues = error.issues.map((issue) => ({
      ...issue,
      path: issue.path[0] === 'engagement' ? ['terms', ...issue.path.slice(1)] : issue.path,
    }))
    throw invalidInput(new z.ZodError(issues))
  }
}

type StepCode = z.infer<typeof wayStepCode>
type Step = z.infer<typeof wayToNet>['steps'][number]

function stepsOf(
  payslips: readonly EstimatedPayslip[],
  amounts: Record<
    | 'fee'
    | 'levy'
    | 'expenses'
    | 'employerContributions'
    | 'gross'
    | 'employeeContributions'
    | 'wageTax'
    | 'net',
    Minor
  >,
): Step[] {
  const lines = (kind: (one: { kind: string }) => boolean, side?: 'employee' | 'employer') =>
    payslips.flatMap(({ from, payslip }) =>
      payslip.lines
        .filter((line) => kind(line) && (side === undefined || line[side] !== 0n))
        .map((line) => ({ ...lineAsJson(line), period: from.slice(0, 7) })),
    )
  const step = (
    code: StepCode,
    amount: Minor,
    its: Partial<Pick<Step, 'lines' | 'earnings'>> = {},
  ): Step => ({
    code,
    amount: formatAmount(amount),
    earnings: its.earnings ?? [],
    lines: its.lines ?? [],
  })
  const earnings = payslips.flatMap(({ from, payslip }) =>
    payslip.earnings.map(({ code, amount, why }) => ({
      code,
      amount: formatAmount(amount),
      why: whyAsJson(why),
      period: from.slice(0, 7),
    })),
  )
  const isTax = ({ kind }: { kind: string }) => kind === 'wage-tax'
  return [
    step('fee', amounts.fee),
    step('levy', -amounts.levy),
    ...(amounts.expenses > 0n ? [step('expenses', -amounts.expenses)] : []),
    step('employer-contributions', -amounts.employerContributions, {
      lines: lines((line) => !isTax(line), 'employer'),
    }),
    step('gross', amounts.gross, { earnings }),
    step('employee-contributions', -amounts.employeeContributions, {
      lines: lines((line) => !isTax(line), 'employee'),
    }),
    step('wage-tax', -amounts.wageTax, { lines: lines(isTax) }),
    step('net', amounts.net),
  ]
}

function vatOn(plugin: AnyCountryPlugin, { fee, supply, clientPlace, startsOn, region }: WayToNetInput) {
  const { code, rate, category, mention, source } = plugin.vat.treat({
    kind: supply,
    client: clientPlace,
    on: startsOn,
    ...(region !== undefined && { region }),
  })
  const amount = multiply(fee, rate)
  return {
    code,
    rate: `${formatPercent(rate)}%`,
    category,
    mention: mention ?? null,
    source,
    amount: formatAmount(amount),
    total: formatAmount(fee + amount),
  }
}
