import {
  AMOUNT_MAX,
  divide,
  formatAmount,
  type Minor,
  SUPPLY_KINDS,
  type SupplyKind,
  smallestTransfer,
} from '../country/index.ts'
import { apportion } from '../payslips/index.ts'
import type { Fault } from '../problem/index.ts'

export const LINE_UNITS = ['piece', 'hour', 'day', 'km'] as const
export type LineUnit = (typeof LINE_UNITS)[number]

/** Off a price: `percent` in hundredths of a percent (1 000 is 10 %), `amount` in minor units. */
export interface Discount {
  readonly kind: 'percent' | 'amount'
  readonly value: bigint
}

/** One line of what a client is offered. */
export interface PriceLine {
  /** `expense`: paid for the client and passed on at cost; it bears no discount and pays no wage. */
  readonly kind: 'work' | 'expense'
  readonly description: string
  /** As VAT law sees it. An expense that is passed on shares the main supply's VAT (directive 2006/112/EC, art. 78(b)). */
  readonly supply: SupplyKind
  /** Thousandths of a unit: 1 500 is one and a half. */
  readonly quantity: bigint
  readonly unit: LineUnit
  /** Minor units, without VAT. */
  readonly unitPrice: Minor
  readonly discount: Discount | null
  /** The client may take it or leave it; `chosen` says which. What is not optional is chosen. */
  readonly optional: boolean
  readonly chosen: boolean
}

export interface PricedLine extends PriceLine {
  /** Quantity times unit price, half up to what banks move. */
  readonly gross: Minor
  /** Its own discount, half up. */
  readonly reduction: Minor
  readonly net: Minor
  /** Its part of the discount on the whole; nothing where it is not chosen. */
  readonly share: Minor
}

export interface Price {
  readonly lines: readonly PricedLine[]
  /** Of the lines chosen, before the discount on the whole. */
  readonly sum: Minor
  readonly discount: Minor
  /** What the client pays without VAT. */
  readonly fee: Minor
  /** Expenses passed on. */
  readonly expenses: Minor
}

export const LINES_MAX = 100
export const QUANTITY_MAX = 1_000_000_000n
const WHOLE = 10_000n

/**
 * Adds a price up, exactly: each line is rounded once, and the discount on the whole is split over the work chosen so
 * that its parts sum to it. Amounts are multiples of what banks move, whole forints in Hungary.
 */
export function addUp(lines: readonly PriceLine[], discount: Discount | null, currency: string): Price {
  const step = smallestTransfer(currency)
  const nets = lines.map((line) => {
    const gross = divide(line.quantity * line.unitPrice, 1_000n * step) * step
    const reduction = off(gross, line.discount, step)
    return { gross, reduction, net: gross - reduction }
  })
  const amountOf = (wanted: (line: PriceLine) => boolean) =>
    lines.reduce((sum, line, at) => (wanted(line) ? sum + (nets[at]?.net ?? 0n) : sum), 0n)
  const sum = amountOf(({ chosen }) => chosen)
  const bears = ({ kind, chosen }: PriceLine) => kind === 'work' && chosen
  const work = amountOf(bears)
  const whole = off(work, discount, step)
  const weights = lines.map((line, at) => (bears(line) ? (nets[at]?.net ?? 0n) / step : 0n))
  const shares = whole > 0n ? apportion(whole / step, weights) : weights.map(() => 0n)
  return {
    lines: lines.map((line, at) => ({
      ...line,
      ...(nets[at] as (typeof nets)[0]),
      share: (shares[at] as bigint) * step,
    })),
    sum,
    discount: whole,
    fee: sum - whole,
    expenses: amountOf(({ kind, chosen }) => kind === 'expense' && chosen),
  }
}

/** What a percentage or an amount makes of an amount, half up to the step; never more than the amount itself. */
export function off(amount: Minor, discount: Discount | null, step: Minor): Minor {
  if (!discount) return 0n
  const { kind, value } = discount
  const wanted = kind === 'amount' ? value : divide(amount * value, WHOLE * step) * step
  return wanted < amount ? wanted : amount
}

/** What is wrong with a price's parts. Pure. */
export function priceFaults(
  lines: readonly PriceLine[],
  discount: Discount | null,
  currency: string,
): Fault[] {
  const faults: Fault[] = []
  const fault = (field: string, reason: string) => faults.push({ field, reason })
  if (lines.length === 0) fault('lines', 'A quote has at least one line.')
  if (lines.length > LINES_MAX) fault('lines', `At most ${LINES_MAX} lines.`)
  for (const [index, line] of lines.slice(0, LINES_MAX).entries()) {
    const at = `lines[${index}]`
    const { description, quantity, unitPrice, supply } = line
    if (description.trim().length < 1 || description.length > 300)
      fault(`${at}.description`, 'Has 1 to 300 characters.')
    if (!(SUPPLY_KINDS as readonly string[]).includes(supply))
      fault(`${at}.supply`, `One of ${SUPPLY_KINDS.join(', ')}.`)
    if (quantity <= 0n || quantity > QUANTITY_MAX)
      fault(`${at}.quantity`, 'Lies above zero and within a million, with at most three decimals.')
    if (unitPrice < 0n || unitPrice > AMOUNT_MAX) fault(`${at}.unitPrice`, 'Lies from zero to ten billion.')
    else if (quantity * unitPrice > AMOUNT_MAX * 1_000n)
      fault(`${at}.unitPrice`, 'The line is over ten billion.')
    if (line.kind === 'expense' && line.discount)
      fault(`${at}.discount`, 'An expense is passed on at cost: the discount belongs on the work.')
    faults.push(...discountFaults(`${at}.discount`, line.discount, currency))
  }
  if (faults.length === 0 && lines.every(({ optional }) => optional))
    fault('lines', 'At least one line is not optional: without it there is nothing to accept.')
  faults.push(...discountFaults('discount', discount, currency))
  if (faults.length > 0) return faults

  const { lines: priced, sum } = addUp(lines, null, currency)
  for (const [index, { discount: own, gross }] of priced.entries())
    if (own?.kind === 'amount' && own.value > gross)
      fault(`lines[${index}].discount`, `Is more than the line's ${formatAmount(gross)}.`)
  const leastWork = priced.reduce(
    (least, { kind, optional, net }) => (kind === 'work' && !optional ? least + net : least),
    0n,
  )
  if (discount?.kind === 'amount' && discount.value > leastWork)
    fault('discount', `Is more than the ${formatAmount(leastWork)} of work that is not optional.`)
  if (sum > AMOUNT_MAX) fault('lines', 'The price is over ten billion.')
  return faults
}

function discountFaults(field: string, discount: Discount | null, currency: string): Fault[] {
  if (!discount) return []
  const { kind, value } = discount
  if (kind === 'percent')
    return value > 0n && value <= WHOLE
      ? []
      : [{ field, reason: 'A percentage lies above 0 and is at most 100.' }]
  if (value <= 0n || value > AMOUNT_MAX) return [{ field, reason: 'Lies above zero.' }]
  return value % smallestTransfer(currency) === 0n
    ? []
    : [{ field, reason: `Banks move whole amounts of ${currency}.` }]
}
