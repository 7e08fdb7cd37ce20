import { addUp, type Discount, type PriceLine } from '../contracts/index.ts'
import {
  addDays,
  type IsoDate,
  type Minor,
  monthOf,
  type SupplyKind,
  smallestTransfer,
} from '../country/index.ts'
import { apportion } from '../payslips/index.ts'
import type { Fault } from '../problem/index.ts'

/** One part of an order as it is planned. */
export interface PlannedPart {
  /** What the client reads: `March 2027`, `Premiere`. */
  readonly label: string
  readonly startsOn: IsoDate
  readonly endsOn: IsoDate
  /** Hundredths of a percent where milestones are planned; equal where a part is a month or a quarter. */
  readonly weight: bigint
}

export const PARTS_MAX = 60
const WHOLE = 10_000n

/** The calendar months or quarters that days lie in, each cut to the days, with equal weights. Pure. */
export function periodsOf(startsOn: IsoDate, endsOn: IsoDate, every: 'month' | 'quarter'): PlannedPart[] {
  const parts: PlannedPart[] = []
  for (let from = startsOn; from <= endsOn; ) {
    const to = every === 'month' ? monthOf(from).to : quarterEnd(from)
    const label = every === 'month' ? from.slice(0, 7) : `${from.slice(0, 4)}-Q${quarterOf(from)}`
    parts.push({ label, startsOn: from, endsOn: to < endsOn ? to : endsOn, weight: 1n })
    from = addDays(to, 1)
  }
  return parts
}

const quarterOf = (day: IsoDate): number => Math.ceil(Number(day.slice(5, 7)) / 3)
const quarterEnd = (day: IsoDate): IsoDate =>
  monthOf(`${day.slice(0, 5)}${String(quarterOf(day) * 3).padStart(2, '0')}-01`).to

/** What is wrong with a plan. Pure. */
export function planFaults(
  parts: readonly PlannedPart[],
  order: { readonly startsOn: IsoDate; readonly endsOn: IsoDate },
  isByPercent: boolean,
): Fault[] {
  const faults: Fault[] = []
  if (parts.length < 2 || parts.length > PARTS_MAX)
    return [{ field: 'parts', reason: `An order is split into 2 to ${PARTS_MAX} parts.` }]
  for (const [index, { label, startsOn, endsOn, weight }] of parts.entries()) {
    const at = `parts[${index}]`
    if (label.trim().length < 1 || label.length > 100)
      faults.push({ field: `${at}.label`, reason: 'Has 1 to 100 characters.' })
    if (weight <= 0n) faults.push({ field: `${at}.percent`, reason: 'Lies above 0.' })
    if (endsOn < startsOn) faults.push({ field: `${at}.endsOn`, reason: 'Lies before the start.' })
    const before = parts[index - 1]
    if (before && startsOn <= before.endsOn)
      faults.push({
        field: `${at}.startsOn`,
        reason: 'Parts follow one another: the one before is not over.',
      })
    if (startsOn < order.startsOn || endsOn > order.endsOn)
      faults.push({ field: `${at}.startsOn`, reason: 'Lies outside the days of the order.' })
  }
  const sum = parts.reduce((total, { weight }) => total + weight, 0n)
  if (isByPercent && sum !== WHOLE)
    faults.push({ field: 'parts', reason: 'The percentages of the parts are 100 together.' })
  return faults
}

/** A part's price: one line for each kind of supply, and the expenses passed on. */
export interface PartPrice {
  readonly lines: readonly PriceLine[]
  readonly fee: Minor
  /** Passed on, and the part of those the price pays. */
  readonly expenses: Minor
  readonly ownExpenses: Minor
}

/**
 * Splits a price by weights: each kind of supply, the expenses passed on and those the price pays are split on their own,
 * so that the parts of each, and so of the whole, sum to it exactly. Pure.
 */
export function splitPrice(
  order: {
    readonly lines: readonly PriceLine[]
    readonly discount: Discount | null
    readonly ownExpenses: Minor
    readonly currency: string
    readonly title: string
  },
  parts: readonly PlannedPart[],
): PartPrice[] {
  const step = smallestTransfer(order.currency)
  const weights = parts.map(({ weight }) => weight)
  const split = (amount: Minor) => apportion(amount / step, weights).map((part) => part * step)
  const groups = new Map<string, { kind: PriceLine['kind']; supply: SupplyKind; net: Minor }>()
  for (const { kind, supply, net, share, chosen } of addUp(order.lines, order.discount, order.currency)
    .lines) {
    if (!chosen) continue
    const key = `${kind} ${supply}`
    const before = groups.get(key)?.net ?? 0n
    groups.set(key, { kind, supply, net: before + net - share })
  }
  const shares = [...groups.values()].map((group) => ({ ...group, nets: split(group.net) }))
  // Expenses are bound to no step: nobody transfers them by themselves.
  const own = apportion(order.ownExpenses, weights)
  return parts.map(({ label }, at) => {
    const lines = shares.flatMap(({ kind, supply, nets }): PriceLine[] => {
      const unitPrice = nets[at] as Minor
      if (unitPrice === 0n) return []
      const description = `${order.title}: ${label}`.slice(0, 300)
      const plain = {
        quantity: 1_000n,
        unit: 'piece',
        discount: null,
        optional: false,
        chosen: true,
      } as const
      return [{ kind, description, supply, unitPrice, ...plain }]
    })
    const sumOf = (wanted: (line: PriceLine) => boolean) =>
      lines.filter(wanted).reduce((sum, { unitPrice }) => sum + unitPrice, 0n)
    const ownExpenses = own[at] as Minor
    return {
      lines,
      fee: sumOf(() => true),
      expenses: ownExpenses + sumOf(({ kind }) => kind === 'expense'),
      ownExpenses,
    }
  })
}
