import { type AnyCountryPlugin, oneStopShopCountry } from '../country/index.ts'
import type { VatSetting } from '../vat-returns/index.ts'
import type { VatLine } from './invoice.ts'

/**
 * The VAT lines of an invoice with what its company chose about when VAT is due: taxed lines that wait for the payment say so,
 * and what the country's law wants said of a choice is said. What is declared elsewhere knows no choice. Pure.
 */
export function atTaxPoint(
  { vat: { returns } }: AnyCountryPlugin,
  lines: readonly VatLine[],
  { dueOn }: Pick<VatSetting, 'dueOn'>,
): readonly VatLine[] {
  if (!returns) return lines
  const { rule, choice } = returns.taxPoint
  const said = dueOn === rule ? undefined : choice?.mention
  if (dueOn === 'invoice' && said === undefined) return lines
  return lines.map((line) => {
    if (line.category !== 'S' || oneStopShopCountry(line.code) !== undefined) return line
    const { mention, otherMentions = [] } = line
    const mentions = [mention, ...otherMentions, said].filter((one) => one !== undefined)
    const [first, ...others] = mentions
    return {
      ...line,
      ...(dueOn === 'payment' && { dueOnPayment: true as const }),
      ...(first !== undefined && { mention: first }),
      ...(others.length > 0 && { otherMentions: others }),
    }
  })
}
