import {
  type AnyCountryPlugin,
  amountsAsJson,
  CURRENCY_DECIMALS,
  computePayslip,
  formatAmount,
  NoLawError,
  type Payslip,
  type PayslipLine,
  type Situation,
} from '../country/index.ts'
import {
  type DetailLine,
  type Owed,
  owedDifference,
  owedTo,
  packDetail,
  unpackDetail,
  type Was,
} from '../payslips/index.ts'
import { FIGURES, type Figures, minus } from './difference.ts'
import type { PaidWage } from './paid-wage.ts'

/** By what a payslip must be corrected, as it is stored. */
export interface Delta {
  readonly wage: PaidWage
  readonly difference: Figures
  readonly owed: Owed
  /** The lines that changed, for a reader. */
  readonly lines: readonly DetailLine[]
  /** JSON text: the situation asked, the lines. */
  readonly situation: string
  readonly detail: string
  /** The running totals under the law as it is now. */
  readonly toDate: object
}

/** Why the law gives no answer for a payslip, so that its worker cannot be corrected. */
export interface RecomputeObstacle {
  readonly wage: PaidWage
  readonly reason: 'situation-invalid' | 'no-law'
  readonly detail: string
  readonly field?: string
}

/**
 * Asks the law as it is installed now about one worker's payslips again, each from the totals the one before now leaves.
 * The facts are those of then; the gross is what was agreed and paid. Answers only what differs, running totals
 * included. Pure.
 *
 * @param start the running totals before the first payslip.
 */
export function recompute(
  plugin: AnyCountryPlugin,
  chain: readonly PaidWage[],
  start: object,
): { readonly deltas: Delta[] } | { readonly obstacle: RecomputeObstacle } {
  const deltas: Delta[] = []
  let toDate = start
  for (const wage of chain) {
    const outcome = again(plugin, wage, toDate)
    if ('obstacle' in outcome) return outcome
    if (outcome.delta) deltas.push(outcome.delta)
    toDate = outcome.toDate
  }
  return { deltas }
}

function again(
  plugin: AnyCountryPlugin,
  wage: PaidWage,
  toDate: object,
): { delta: Delta | undefined; toDate: object } | { obstacle: RecomputeObstacle } {
  const decimals = CURRENCY_DECIMALS[wage.currency] ?? 2
  const situation = askedAgain(wage, toDate, decimals)
  const parsed = plugin.payroll.situation.safeParse(situation)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const field = issue?.path.join('.') ?? 'situation'
    const detail = `${field}: ${issue?.message ?? 'invalid'}.`
    return { obstacle: { wage, reason: 'situation-invalid', field, detail } }
  }
  let now: Payslip
  try {
    now = computePayslip(plugin, parsed.data as Situation)
  } catch (error) {
    if (error instanceof NoLawError)
      return { obstacle: { wage, reason: 'no-law', detail: `${error.message}.` } }
    throw error
  }
  const totals = (amountsAsJson(now.toDate, decimals) ?? {}) as object
  const { lines, was } = lineDifferences(now.lines, wage, decimals)
  const difference = minus(now, wage.figures)
  const same =
    lines.length === 0 &&
    FIGURES.every((figure) => difference[figure] === 0n) &&
    canonical(totals) === canonical(wage.toDate)
  if (same) return { delta: undefined, toDate: totals }
  const detail = { ...packDetail({ earnings: [], lines, figures: {} }, decimals), w: was }
  return {
    delta: {
      wage,
      difference,
      owed: owedDifference(owedTo(now.lines), wage.owed),
      lines: unpackDetail(detail).lines,
      situation: JSON.stringify(situation),
      detail: JSON.stringify(detail),
      toDate: totals,
    },
    toDate: totals,
  }
}

/** The question of then, with the gross it led to instead of what led there. */
function askedAgain({ situation, gross }: PaidWage, toDate: object, decimals: number) {
  const { fee: _fee, budget: _budget, expenses: _expenses, levy: _levy, ...facts } = situation
  return { ...facts, gross: formatAmount(gross, decimals), toDate }
}

/** The lines whose amounts changed, in the order of the new payslip; then those the law does not have any more. */
function lineDifferences(
  lines: readonly PayslipLine[],
  wage: PaidWage,
  decimals: number,
): { lines: PayslipLine[]; was: Was } {
  const changed: PayslipLine[] = []
  const was: Record<string, readonly [string, string]> = {}
  const note = (line: PayslipLine, employee: bigint, employer: bigint) => {
    if (line.employee === 0n && line.employer === 0n) return
    changed.push(line)
    was[line.code] = [formatAmount(employee, decimals), formatAmount(employer, decimals)]
  }
  const seen = new Set<string>()
  for (const line of lines) {
    seen.add(line.code)
    const { employee = 0n, employer = 0n } = wage.lines.get(line.code) ?? {}
    note(
      { ...line, employee: line.employee - employee, employer: line.employer - employer },
      employee,
      employer,
    )
  }
  for (const [code, { line, employee, employer }] of wage.lines) {
    if (seen.has(code)) continue
    const { kind, authority, why } = line
    const gone = { code, kind: kind as PayslipLine['kind'], base: 0n, authority, why }
    note({ ...gone, employee: -employee, employer: -employer }, employee, employer)
  }
  return { lines: changed, was }
}

/** The same text for the same data: the database keeps objects in an order of its own, and leaves nothing undefined. */
function canonical(data: unknown): string {
  return JSON.stringify(data, (_, value) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}
