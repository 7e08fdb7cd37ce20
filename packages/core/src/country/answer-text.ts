import { type ComputedPayslip, computePayslip, computeStep } from './compute.ts'
import { CURRENCY_DECIMALS, formatAmount, formatPercent, type Minor, type Rate } from './money.ts'
import type { Earning, Input, PayslipLine, Why } from './payslip.ts'
import type { AnyCountryPlugin } from './plugin.ts'
import type { Situation } from './situation.ts'

/*
 * The same answers as `answer`, written straight as JSON text. A payslip has some two hundred values, most of them the
 * same words as in the payslip before: writing them costs a fifth of building objects and turning those into text.
 */

/** The text of `JSON.stringify(answer(plugin, situation))`, to the letter. Throws what `answer` throws. */
export function answerText(plugin: AnyCountryPlugin, situation: Situation): string {
  const decimals = CURRENCY_DECIMALS[plugin.currency] ?? 2
  // What cannot be known to have two decimals goes the plain way everywhere.
  const amount = decimals === 2 ? centsText : (minor: Minor) => `"${formatAmount(minor, decimals)}"`
  const head = headText(plugin, situation)
  if (situation.ask !== 'payslip') return `${head}${stepText(computeStep(plugin, situation), amount)}}`
  return `${head}${payslipText(computePayslip(plugin, situation), amount)}}`
}

type AmountText = (minor: Minor) => string

function headText({ country, currency }: AnyCountryPlugin, situation: Situation): string {
  const { id, ask, pay, period, paidOn } = situation
  const idText = id === undefined ? '' : `"id":${JSON.stringify(id)},`
  return `{${idText}"country":${quote(country)},"currency":${quote(currency)},"ask":"${ask}","pay":"${pay}","period":{"from":"${period.from}","to":"${period.to}"},"paidOn":"${paidOn}"`
}

function stepText(lines: readonly PayslipLine[], amount: AmountText): string {
  let employee = 0n
  let employer = 0n
  for (const line of lines) {
    employee += line.employee
    if (line.kind !== 'mutual') employer += line.employer
  }
  return `,"employee":${amount(employee)},"employer":${amount(employer)},"lines":${linesText(lines, amount)}`
}

function payslipText(payslip: ComputedPayslip, amount: AmountText): string {
  let text = ''
  if (payslip.fee !== undefined) text += `,"fee":${amount(payslip.fee)}`
  if (payslip.levy !== undefined) text += `,"levy":${amount(payslip.levy)}`
  if (payslip.expenses !== undefined) text += `,"expenses":${amount(payslip.expenses)}`
  if (payslip.budget !== undefined) text += `,"budget":${amount(payslip.budget)}`
  if (payslip.remainder !== undefined) text += `,"remainder":${amount(payslip.remainder)}`
  text += `,"employerCost":${amount(payslip.employerCost)},"employerContributions":${amount(payslip.employerContributions)}`
  text += `,"gross":${amount(payslip.gross)},"employeeContributions":${amount(payslip.employeeContributions)}`
  text += `,"taxable":${amount(payslip.taxable)},"wageTax":${amount(payslip.wageTax)},"net":${amount(payslip.net)}`
  text += `,"mutualised":${amount(payslip.mutualised)},"figures":${dataText(payslip.figures, amount)}`
  text += `,"earnings":${earningsText(payslip.earnings, amount)},"lines":${linesText(payslip.lines, amount)}`
  return payslip.toDate === undefined ? text : `${text},"toDate":${dataText(payslip.toDate, amount)}`
}

function earningsText(earnings: readonly Earning[], amount: AmountText): string {
  let text = '['
  for (const earning of earnings) {
    if (text.length > 1) text += ','
    text += `{"code":${quote(earning.code)},"amount":${amount(earning.amount)},"why":${whyText(earning.why, amount)}}`
  }
  return `${text}]`
}

function linesText(lines: readonly PayslipLine[], amount: AmountText): string {
  let text = '['
  for (const line of lines) {
    if (text.length > 1) text += ','
    text += `{"code":${quote(line.code)},"kind":"${line.kind}","base":${amount(line.base)}`
    if (line.employeeRate) text += `,"employeeRate":${percentText(line.employeeRate)}`
    if (line.employerRate) text += `,"employerRate":${percentText(line.employerRate)}`
    text += `,"employee":${amount(line.employee)},"employer":${amount(line.employer)}`
    text += `,"authority":${quote(line.authority)},"why":${whyText(line.why, amount)}}`
  }
  return `${text}]`
}

function whyText({ rule, source, inputs }: Why, amount: AmountText): string {
  const text = `{"rule":${quote(rule)},"source":${quote(source)}`
  if (!inputs) return `${text}}`
  let list = ''
  for (const key in inputs) {
    if (list !== '') list += ','
    list += `${quote(key)}:${inputText(inputs[key] as Input, amount)}`
  }
  return `${text},"inputs":{${list}}}`
}

function inputText(input: Input, amount: AmountText): string {
  if (typeof input === 'bigint') return amount(input)
  if (typeof input === 'object') return percentText(input)
  return typeof input === 'string' ? quote(input) : numberText(input)
}

/** Plain data with its amounts as text, undefined members left out. */
function dataText(data: unknown, amount: AmountText): string {
  if (typeof data === 'bigint') return amount(data)
  if (typeof data === 'string') return quote(data)
  if (typeof data === 'number') return numberText(data)
  if (data === null || typeof data !== 'object') return data === undefined ? 'null' : String(data)
  if (Array.isArray(data)) return `[${data.map((item) => dataText(item, amount)).join()}]`
  let list = ''
  for (const key of Object.keys(data)) {
    const value = (data as Record<string, unknown>)[key]
    if (value === undefined) continue
    if (list !== '') list += ','
    list += `${quote(key)}:${dataText(value, amount)}`
  }
  return `{${list}}`
}

const numberText = (value: number) => (Number.isFinite(value) ? String(value === 0 ? 0 : value) : 'null')

/** An amount of two decimals, in quotes. Below 2^53 a double holds the minor units exactly. */
function centsText(minor: Minor): string {
  const value = Number(minor)
  if (!Number.isSafeInteger(value)) return `"${formatAmount(minor)}"`
  const positive = value < 0 ? -value : value
  const cents = positive % 100
  return `${value < 0 ? '"-' : '"'}${(positive - cents) / 100}${cents < 10 ? '.0' : '.'}${cents}"`
}

/** Rates of the law are a few hundred objects that live as long as the law does. */
const percents = new WeakMap<Rate, string>()

function percentText(rate: Rate): string {
  let text = percents.get(rate)
  if (text === undefined) {
    text = `"${formatPercent(rate)}%"`
    percents.set(rate, text)
  }
  return text
}

/** Codes, rules and sources in quotes. Bounded, because inputs may bring any text. */
const quoted = new Map<string, string>()
const quotedMax = 5_000

function quote(text: string): string {
  let result = quoted.get(text)
  if (result === undefined) {
    result = JSON.stringify(text)
    if (quoted.size >= quotedMax) quoted.clear()
    quoted.set(text, result)
  }
  return result
}
