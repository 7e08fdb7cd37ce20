import { divide, formatAmount } from '../country/index.ts'
import { cents, SCALE, scaled, scaledOr0 } from './decimal.ts'
import type { EInvoice } from './model.ts'

/** An invoice before it is added up. */
export type InvoiceToComplete = Omit<EInvoice, 'totals' | 'vat'> & {
  /** BT-113, BT-114, BT-111: what does not follow from the lines */
  readonly totals?: Pick<EInvoice['totals'], 'prepaid' | 'rounding' | 'vatInAccountingCurrency'>
  /** VAT as it was issued, where the law or a credit note rounds it otherwise than to the cent of each rate. */
  readonly issuedVat?: readonly {
    readonly category: Category
    readonly rate: string
    readonly amount: string
  }[]
  /** Why a category bears no VAT: words (BT-120), VATEX code (BT-121), or both. */
  readonly exemptions?: Partial<Record<Category, { readonly reason?: string; readonly code?: string }>>
}

type Category = EInvoice['vat'][number]['category']

/**
 * Adds an invoice up: its VAT by category and rate, each to the cent, half away from zero, on the sum of its lines; and the
 * totals. Lines, allowances and charges are taken as they stand, with at most two decimals.
 */
export function completeInvoice({ totals, issuedVat, exemptions, ...invoice }: InvoiceToComplete): EInvoice {
  const groups = new Map<string, { category: Category; rate: string | undefined; base: bigint }>()
  const add = ({ category, rate }: { category: Category; rate?: string | undefined }, amount: bigint) => {
    const key = `${category} ${rate === undefined ? '' : scaled(rate)}`
    const group = groups.get(key)
    if (group) group.base += amount
    else groups.set(key, { category, rate, base: amount })
  }
  let lines = 0n
  for (const { net, vat } of invoice.lines) {
    lines += cents(scaled(net))
    add(vat, cents(scaled(net)))
  }
  const sides = [
    [invoice.allowances, -1n],
    [invoice.charges, 1n],
  ] as const
  const [allowances, charges] = sides.map(([list, sign]) => {
    let sum = 0n
    for (const { amount, vat } of list ?? []) {
      sum += cents(scaled(amount))
      add(vat, sign * cents(scaled(amount)))
    }
    return sum
  }) as [bigint, bigint]
  const parts = [...groups.values()].map(({ category, rate, base }) => {
    const { reason, code } = exemptions?.[category] ?? {}
    const issued = issuedVat?.find(
      (row) => row.category === category && scaled(row.rate) === scaledOr0(rate),
    )?.amount
    return {
      base: formatAmount(base),
      amount: issued ?? formatAmount(divide(base * scaledOr0(rate), SCALE * 100n)),
      category,
      ...(rate !== undefined && { rate }),
      ...(reason !== undefined && { exemptionReason: reason }),
      ...(code !== undefined && { exemptionCode: code }),
    }
  })
  const net = lines - allowances + charges
  const vat = parts.reduce((sum, { amount }) => sum + cents(scaled(amount)), 0n)
  const payable = net + vat - cents(scaledOr0(totals?.prepaid)) + cents(scaledOr0(totals?.rounding))
  return {
    ...invoice,
    vat: parts,
    totals: {
      lines: formatAmount(lines),
      ...(invoice.allowances && { allowances: formatAmount(allowances) }),
      ...(invoice.charges && { charges: formatAmount(charges) }),
      net: formatAmount(net),
      vat: formatAmount(vat),
      gross: formatAmount(net + vat),
      ...totals,
      payable: formatAmount(payable),
    },
  }
}
