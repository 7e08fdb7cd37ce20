import { addUp, type Contract, type ContractPrice, type Price } from '../contracts/index.ts'
import { type AnyCountryPlugin, formatAmount, formatRate, type Minor } from '../country/index.ts'
import { atHome } from '../rates/index.ts'
import type { DocumentAllowance, DocumentLine, InvoiceDocument } from './invoice.ts'
import { owedVat, type Supplied, type Taxed, type VatPart, vatLine, vatParts } from './vat-parts.ts'

/** A contract's net amounts, as they are invoiced and taxed. */
export interface Invoiced {
  readonly net: Minor
  readonly vat: Minor
  readonly parts: readonly VatPart[]
  readonly document: Pick<InvoiceDocument, 'lines' | 'allowances' | 'vat'>
}

/**
 * What a contract's invoice asks for: its lines with their own VAT and the discount on the whole split over the rates; or,
 * where it has no lines, its fee. In the currency of the price. Pure. Throws a RangeError when the lines do not add up to the fee.
 */
export function invoicedOf(
  plugin: AnyCountryPlugin,
  contract: Pick<Contract, 'title' | 'supply' | 'fee' | 'region'>,
  agreed: ContractPrice | undefined,
  where: Omit<Taxed, 'contract'>,
): Invoiced {
  const { conversion } = agreed ?? {}
  const currency = conversion?.currency ?? plugin.currency
  const price = agreed && addUp(agreed.lines, agreed.discount, currency)
  const fee = price && (conversion ? atHome(price.fee, conversion) : price.fee)
  if (fee !== undefined && fee !== contract.fee)
    throw new RangeError(`the lines make ${fee}, the fee is ${contract.fee}`)
  const supplied = price ? suppliedOf(price) : [{ supply: contract.supply, net: contract.fee }]
  const { parts, partOf } = vatParts(plugin, supplied, { contract, ...where }, currency)
  const codeOf = (at: number) => (parts[partOf[at] as number] as VatPart).treatment.code
  const vat = owedVat(parts.map((part) => ({ category: part.treatment.category, vat: part.vat })))
  const rows = parts.map(vatLine)
  if (!price) {
    const line = { description: contract.title, net: formatAmount(contract.fee), vatCode: codeOf(0) }
    return { net: contract.fee, vat, parts, document: { lines: [line], vat: rows } }
  }
  const allowances = allowancesOf(price, codeOf)
  return {
    net: price.fee,
    vat,
    parts,
    document: {
      lines: chosenOf(price).map((line, at): DocumentLine => {
        const { description, net, quantity, unit, unitPrice, reduction } = line
        return {
          description,
          net: formatAmount(net),
          vatCode: codeOf(at),
          quantity: formatRate({ numerator: quantity, denominator: 1_000n }, 3),
          unit,
          unitPrice: formatAmount(unitPrice),
          ...(reduction > 0n && { discount: formatAmount(reduction) }),
        }
      }),
      ...(allowances.length > 0 && { allowances }),
      vat: rows,
    },
  }
}

/** The VAT an offer would bear with the lines chosen in it. */
export function partsOf(
  plugin: AnyCountryPlugin,
  contract: Pick<Contract, 'region'>,
  { lines, discount, conversion }: ContractPrice,
  where: Omit<Taxed, 'contract'>,
): readonly VatPart[] {
  const currency = conversion?.currency ?? plugin.currency
  const supplied = suppliedOf(addUp(lines, discount, currency))
  return vatParts(plugin, supplied, { contract, ...where }, currency).parts
}

/** What the client takes of an offer. */
export const chosenOf = ({ lines }: Price): Price['lines'] => lines.filter(({ chosen }) => chosen)

/** The lines chosen as VAT sees them, each less its part of the discount on the whole. */
export const suppliedOf = (price: Price): Supplied[] =>
  chosenOf(price).map(({ supply, net, share }) => ({ supply, net: net - share }))

function allowancesOf(price: Price, codeOf: (at: number) => string): DocumentAllowance[] {
  const byCode = new Map<string, Minor>()
  for (const [at, { share }] of chosenOf(price).entries()) {
    const code = codeOf(at)
    if (share > 0n) byCode.set(code, (byCode.get(code) ?? 0n) + share)
  }
  return [...byCode].map(([vatCode, amount]) => ({ vatCode, amount: formatAmount(amount) }))
}
