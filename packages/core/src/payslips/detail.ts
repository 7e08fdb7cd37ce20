import {
  type ComputedPayslip,
  type Earning,
  formatAmount,
  formatPercent,
  inputAsJson,
  type PayslipLine,
  type Why,
} from '../country/index.ts'

/**
 * A payslip's lines as they are stored: the order of the fields instead of their names, no text for what is zero or
 * absent. Everything a reader needs is kept with the payslip (rule, source and inputs too), so that a later version of
 * the country's package can never change what an old payslip says.
 */
export interface StoredDetail {
  /** Code, amount, rule, source, inputs. */
  readonly e: readonly StoredEarning[]
  /** Code, kind, base, employee rate, employer rate, employee, employer, authority, rule, source, inputs. */
  readonly l: readonly StoredLine[]
  /** Figures by code. */
  readonly f?: Readonly<Record<string, string>>
  /** Of a correction, by line code: what employee and employer paid before, in all. */
  readonly w?: Was
}

/** Employee and employer amount of a line before a correction. */
export type Was = Readonly<Record<string, readonly [employee: string, employer: string]>>

type Inputs = Readonly<Record<string, string | number>>
type StoredEarning = readonly [string, string, string, string, Inputs?]
type StoredLine = readonly [
  code: string,
  kind: string,
  base: string,
  employeeRate: string,
  employerRate: string,
  employee: string,
  employer: string,
  authority: string,
  rule: string,
  source: string,
  inputs?: Inputs,
]

/** A payslip's lines for people and programs, amounts in major units as text. The shape of `samen payslip`. */
export interface PayslipDetail {
  readonly earnings: readonly { code: string; amount: string; why: DetailWhy }[]
  readonly lines: readonly DetailLine[]
  readonly figures: Readonly<Record<string, string>>
}

export interface DetailWhy {
  readonly rule: string
  readonly source: string
  readonly inputs?: Inputs
}

export interface DetailLine {
  readonly code: string
  readonly kind: string
  readonly base: string
  readonly employeeRate?: string
  readonly employerRate?: string
  readonly employee: string
  readonly employer: string
  readonly authority: string
  readonly why: DetailWhy
  /** Where a correction lists the difference of a line: its amounts before. Base, rates and reason are those it has now. */
  readonly before?: { readonly employee: string; readonly employer: string }
}

export function packDetail(
  payslip: Pick<ComputedPayslip, 'earnings' | 'lines' | 'figures'>,
  decimals: number,
): StoredDetail {
  const figures: Record<string, string> = {}
  let hasFigures = false
  for (const code in payslip.figures) {
    figures[code] = formatAmount(payslip.figures[code] as bigint, decimals)
    hasFigures = true
  }
  return {
    e: payslip.earnings.map((earning) => packEarning(earning, decimals)),
    l: payslip.lines.map((line) => packLine(line, decimals)),
    ...(hasFigures && { f: figures }),
  }
}

export function unpackDetail({ e, l, f, w = {} }: StoredDetail): PayslipDetail {
  return {
    earnings: e.map(([code, amount, ...why]) => ({ code, amount, why: unpackWhy(why) })),
    lines: l.map(([code, kind, base, employeeRate, employerRate, employee, employer, authority, ...why]) => ({
      code,
      kind,
      base,
      ...(employeeRate && { employeeRate }),
      ...(employerRate && { employerRate }),
      employee,
      employer,
      authority,
      why: unpackWhy(why),
      ...(w[code] && { before: { employee: w[code][0], employer: w[code][1] } }),
    })),
    figures: f ?? {},
  }
}

const percentText = new WeakMap<object, string>()

function packLine(line: PayslipLine, decimals: number): StoredLine {
  return [
    line.code,
    line.kind,
    formatAmount(line.base, decimals),
    rateText(line.employeeRate),
    rateText(line.employerRate),
    formatAmount(line.employee, decimals),
    formatAmount(line.employer, decimals),
    line.authority,
    ...packWhy(line.why, decimals),
  ]
}

function packEarning({ code, amount, why }: Earning, decimals: number): StoredEarning {
  return [code, formatAmount(amount, decimals), ...packWhy(why, decimals)]
}

/** Rates come from the law's frozen tables: the same object over and over. */
function rateText(rate: PayslipLine['employeeRate']): string {
  if (!rate) return ''
  let text = percentText.get(rate)
  if (text === undefined) {
    text = `${formatPercent(rate)}%`
    percentText.set(rate, text)
  }
  return text
}

function packWhy(why: Why, decimals: number): [string, string, Inputs?] {
  if (!why.inputs) return [why.rule, why.source]
  const inputs: Record<string, string | number> = {}
  for (const name in why.inputs) {
    const input = why.inputs[name] as NonNullable<Why['inputs']>[string]
    inputs[name] = typeof input === 'object' ? rateText(input) : inputAsJson(input, decimals)
  }
  return [why.rule, why.source, inputs]
}

const unpackWhy = ([rule, source, inputs]: readonly [string, string, Inputs?]): DetailWhy =>
  inputs ? { rule, source, inputs } : { rule, source }
