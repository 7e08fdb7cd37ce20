import { escapeXml } from '../../xml/index.ts'
import { UnwritableError } from '../binding.ts'
import { plain, scaled } from '../decimal.ts'
import type { EInvoice } from '../model.ts'
import { collapse } from './leaves.ts'

type Category = EInvoice['vat'][number]['category']

/**
 * Why something bears no VAT in Hungary, by the codes of the interface's specification: `vatExemption` (exempt, or a supply to
 * the Union or abroad) and `vatOutOfScope`. Whether a code fits the sale is for the accountant; that it fits the category is
 * checked.
 */
const CASES = {
  AAM: { element: 'vatExemption', categories: ['E'] },
  TAM: { element: 'vatExemption', categories: ['E'] },
  KBAET: { element: 'vatExemption', categories: ['K'] },
  KBAUK: { element: 'vatExemption', categories: ['K'] },
  EAM: { element: 'vatExemption', categories: ['G'] },
  NAM: { element: 'vatExemption', categories: ['E', 'G'] },
  ATK: { element: 'vatOutOfScope', categories: ['O'] },
  EUFAD37: { element: 'vatOutOfScope', categories: ['AE', 'O'] },
  EUFADE: { element: 'vatOutOfScope', categories: ['AE', 'O'] },
  EUE: { element: 'vatOutOfScope', categories: ['O'] },
  HO: { element: 'vatOutOfScope', categories: ['O', 'G'] },
} as const satisfies Readonly<
  Record<string, { readonly element: string; readonly categories: readonly Category[] }>
>
export type NavCase = keyof typeof CASES
export const NAV_CASES = Object.keys(CASES) as [NavCase, ...NavCase[]]

export type NavCases = Partial<Record<'E' | 'AE' | 'K' | 'G' | 'O', NavCase>>

/** Writes the choice of the schema's `VatRateType`. `field` is where an error points. */
export type WriteVatRate = (
  vat: { readonly category: Category; readonly rate?: string | undefined },
  field: string,
) => string

const REASON_MAX = 200

/** Reverse charge without a case is the domestic one. */
export function vatRates({ vat }: Pick<EInvoice, 'vat'>, cases: NavCases): WriteVatRate {
  const reasons = new Map(vat.map(({ category, exemptionReason }) => [category, exemptionReason]))
  return ({ category, rate = '0' }, field) => {
    if (category === 'S') {
      const share = plain(scaled(rate) / 100n)
      if ((share.split('.')[1]?.length ?? 0) > 4 || scaled(rate) > scaled('100'))
        throw new UnwritableError(`A rate of ${rate} % cannot be reported.`, `${field}.rate`)
      return `<vatPercentage>${share}</vatPercentage>`
    }
    const code = (cases as Readonly<Partial<Record<Category, NavCase>>>)[category]
    if (code === undefined) {
      if (category === 'AE') return '<vatDomesticReverseCharge>true</vatDomesticReverseCharge>'
      if (/^(E|K|G|O)$/.test(category))
        throw new UnwritableError('What bears no VAT needs its code.', `supplement.cases.${category}`)
      throw new UnwritableError(`Hungary has no VAT of the category ${category}.`, `${field}.category`)
    }
    const { element, categories } = CASES[code]
    if (!(categories as readonly Category[]).includes(category))
      throw new UnwritableError(`${code} is not of the category ${category}.`, `supplement.cases.${category}`)
    const reason = collapse(collapse(reasons.get(category) ?? code).slice(0, REASON_MAX))
    return `<${element}><case>${code}</case><reason>${escapeXml(reason)}</reason></${element}>`
  }
}
