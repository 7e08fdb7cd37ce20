import type { PaperFormats } from './formats.ts'
import type { Words } from './texts/index.ts'

/** A line's price as far as it was agreed by quantity. Amounts in major units as text. */
interface PricedText {
  readonly quantity?: string
  readonly unit?: 'piece' | 'hour' | 'day' | 'km'
  readonly unitPrice?: string
  readonly discount?: string
}

/** Quantity, unit price and discount in words: `2.5 h × €60.00`; nothing where a line is one piece at its price. */
export function pricing(
  { quantity, unit, unitPrice, discount }: PricedText,
  words: Words,
  formats: PaperFormats,
  currency: string,
): string[] {
  const money = (amount: string) => formats.money(amount, currency)
  const isPlain = quantity === undefined || unit === undefined || unitPrice === undefined || quantity === '1'
  return [
    ...(isPlain ? [] : [`${formats.decimal(quantity)} ${words(`unit.${unit}`)} × ${money(unitPrice)}`]),
    ...(discount === undefined || /^0(\.0+)?$/.test(discount)
      ? []
      : [words('line.discount', { amount: money(discount) })]),
  ]
}
