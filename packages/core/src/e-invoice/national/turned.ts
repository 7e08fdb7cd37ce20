import { negated } from './leaves.ts'

/** The invoice with all its amounts but prices turned in sign: a credit note as a correction by differences. Its own reverse. */
export function turned<T extends Turnable>(invoice: T): T {
  const amounts = <P extends object>(part: P): P =>
    Object.fromEntries(
      Object.entries(part).map(([key, value]) => [
        key,
        typeof value === 'string' && AMOUNTS.has(key) ? negated(value) : value,
      ]),
    ) as P
  const list = (parts: readonly object[] | undefined) => parts?.map(amounts)
  const { totals, vat, allowances, charges, lines } = invoice
  return {
    ...invoice,
    ...(totals && {
      totals: Object.fromEntries(
        Object.entries(totals).map(([key, value]) => [key, negated(value as string)]),
      ),
    }),
    ...(vat && { vat: list(vat) }),
    ...(allowances && { allowances: list(allowances) }),
    ...(charges && { charges: list(charges) }),
    ...(lines && {
      lines: lines.map((line) => ({
        ...amounts(line),
        ...(line.allowances && { allowances: list(line.allowances) }),
        ...(line.charges && { charges: list(line.charges) }),
      })),
    }),
  }
}

const AMOUNTS = new Set(['amount', 'base', 'net', 'quantity'])
interface Turnable {
  readonly totals?: object | undefined
  readonly vat?: readonly object[] | undefined
  readonly allowances?: readonly object[] | undefined
  readonly charges?: readonly object[] | undefined
  readonly lines?:
    | readonly {
        readonly allowances?: readonly object[] | undefined
        readonly charges?: readonly object[] | undefined
      }[]
    | undefined
}
