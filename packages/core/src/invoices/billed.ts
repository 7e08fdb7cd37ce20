import { formatAmount, formatRate, type Minor, parseAmount } from '../country/index.ts'
import { apportion } from '../payslips/index.ts'
import { atHome, type Conversion } from '../rates/index.ts'
import type { Credited } from './credit-note.ts'
import type { Billed, DocumentLine, Invoice, InvoiceDocument, VatLine } from './invoice.ts'
import type { Invoiced } from './invoice-lines.ts'
import { owedVat, payable } from './vat-parts.ts'

/** An invoice in another currency as the books have it, with what the client reads beside. */
export interface AtHome {
  readonly net: Minor
  readonly vat: Minor
  readonly document: Pick<InvoiceDocument, 'lines' | 'vat' | 'billed'>
}

/**
 * What an invoice in another currency is worth in the office's on its day: each rate's net amount and VAT are told once at the day's
 * rate (directive 2006/112/EC, art. 91 and 230), and its lines share the net amount. The discount on the whole is in the lines.
 * Pure.
 */
export function invoicedAtHome({ net, vat, document }: Invoiced, conversion: Conversion): AtHome {
  const rows = document.vat.map((row) => ({
    ...row,
    base: formatAmount(atHome(parseAmount(row.base), conversion)),
    amount: formatAmount(atHome(parseAmount(row.amount), conversion)),
  }))
  const { rate, on, source, currency } = conversion
  return {
    net: rows.reduce((sum, { base }) => sum + parseAmount(base), 0n),
    vat: owed(rows),
    document: {
      lines: rows.flatMap((row) => linesOf(row, document.lines)),
      vat: rows,
      billed: {
        currency,
        rate: formatRate(rate, 6),
        rateOn: on,
        rateSource: source,
        net: formatAmount(net),
        vatTotal: formatAmount(vat),
        total: formatAmount(net + vat),
        ...document,
      },
    },
  }
}

/** The lines of one VAT rate, which share its net amount as they do in the invoice. */
function linesOf(row: VatLine, lines: readonly DocumentLine[]): DocumentLine[] {
  const own = lines.filter(({ vatCode }) => vatCode === row.code)
  const weights = own.map(({ net }) => parseAmount(net))
  const whole = parseAmount(row.base)
  const nets = weights.some((weight) => weight > 0n) ? apportion(whole, weights) : weights
  return own.map(({ description, vatCode }, at) => ({
    description,
    net: formatAmount(nets[at] as Minor),
    vatCode,
  }))
}

const owed = (rows: readonly VatLine[]): Minor =>
  owedVat(rows.map(({ category, amount }) => ({ category, vat: parseAmount(amount) })))

/** The invoice as its client reads and pays it: in the currency it was issued in. The levy stays the office's. */
export function asBilled(invoice: Invoice): Invoice {
  const { billed, ...document } = invoice.document
  if (!billed) return invoice
  const { lines, allowances, vat, currency } = billed
  return {
    ...invoice,
    currency,
    net: parseAmount(billed.net),
    vat: parseAmount(billed.vatTotal),
    total: parseAmount(billed.total),
    document: { ...document, lines, vat, ...(allowances && { allowances }) },
  }
}

/** What the activity has of an invoice: its net amount, or that at the rate of the quote where it is in another currency. */
export const agreedOf = ({ net, agreedNet }: Pick<Invoice, 'net' | 'agreedNet'>): Minor => agreedNet ?? net

/** What earlier notes took back of an invoice in another currency. */
export interface CreditedAtHome {
  /** In the invoice's currency, and in the office's. */
  readonly billed: Pick<Credited, 'net' | 'parts'>
  readonly home: Pick<Credited, 'parts'>
  readonly agreedNet: Minor
}

/**
 * A credit note over an invoice in another currency, as the books have it: at the invoice's own rate, each VAT rate in proportion
 * to all that is credited of it so far, less what earlier notes took back. The notes of a whole invoice sum to it, cent by cent.
 * Pure.
 *
 * @param note the credit note as the client reads it.
 */
export function noteAtHome(invoice: Invoice, note: Invoice, before: CreditedAtHome): Invoice {
  const billed = invoice.document.billed as Billed
  const whole = new Map(billed.vat.map((row) => [row.code, row]))
  const home = new Map(invoice.document.vat.map((row) => [row.code, row]))
  const rows = note.document.vat.map((row) => {
    const inBilled = whole.get(row.code) as VatLine
    const inHome = home.get(row.code) as VatLine
    const earlier = before.billed.parts.get(row.code) ?? { base: 0n, vat: 0n }
    const taken = before.home.parts.get(row.code) ?? { base: 0n, vat: 0n }
    const share = (all: string, part: Minor, of: string, already: Minor) =>
      part === 0n
        ? 0n
        : payable(parseAmount(all), { numerator: part, denominator: parseAmount(of) }, invoice.currency) -
          already
    const base = share(inHome.base, earlier.base + parseAmount(row.base), inBilled.base, taken.base)
    const vat = share(inHome.amount, earlier.vat + parseAmount(row.amount), inBilled.amount, taken.vat)
    return { ...row, base: formatAmount(base), amount: formatAmount(vat) }
  })
  const net = rows.reduce((sum, { base }) => sum + parseAmount(base), 0n)
  const vat = owed(rows)
  const agreed = payable(
    agreedOf(invoice),
    { numerator: before.billed.net + note.net, denominator: parseAmount(billed.net) },
    invoice.currency,
  )
  const { lines, allowances, vat: billedVat, ...document } = note.document
  const { allowances: _, ...conversion } = billed
  return {
    ...note,
    currency: invoice.currency,
    net,
    vat,
    total: net + vat,
    agreedNet: agreed - before.agreedNet,
    document: {
      ...document,
      lines: rows.flatMap((row) => linesOf(row, lines)),
      vat: rows,
      billed: {
        ...conversion,
        net: formatAmount(note.net),
        vatTotal: formatAmount(note.vat),
        total: formatAmount(note.total),
        lines,
        vat: billedVat,
        ...(allowances && { allowances }),
      },
    },
  }
}
