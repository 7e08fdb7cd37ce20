import {
  formatAmount,
  type IsoDate,
  type Minor,
  multiply,
  parseAmount,
  type Rate,
  smallestTransfer,
} from '../country/index.ts'
import { apportion } from '../payslips/index.ts'
import {
  type DocumentLine,
  type Invoice,
  type InvoiceDocument,
  printedNumber,
  seriesOf,
  type VatLine,
} from './invoice.ts'
import { owedVat, payable } from './vat-parts.ts'

/** What earlier credit notes have taken back of an invoice. */
export interface Credited {
  readonly net: Minor
  readonly levy: Minor
  /** By VAT code: the net amount and its VAT. */
  readonly parts: ReadonlyMap<string, { readonly base: Minor; readonly vat: Minor }>
}

/** What the levy was taken of: the invoice, together with the deposit it takes off; and what notes took back of both. */
export interface LeviedJob {
  readonly net: Minor
  readonly levy: Minor
  readonly credited: Pick<Credited, 'net' | 'levy'>
}

/**
 * A credit note over `net` of an invoice. It takes from each VAT rate in proportion to what is left there; VAT and levy are
 * the invoice's in proportion to all that is credited so far, less what earlier notes took back: however it is cut, the
 * notes of a whole invoice sum to the whole invoice, rate by rate.
 */
export function draftCreditNote(
  invoice: Invoice,
  credited: Credited,
  given: { invoiceId: string; number: bigint; issuedOn: IsoDate; net: Minor; reason: string },
  job: LeviedJob = { net: invoice.net, levy: invoice.levy, credited },
): Invoice {
  const { net, reason, ...head } = given
  const upTo: Rate = { numerator: job.credited.net + net, denominator: job.net }
  const levy = multiply(job.levy, upTo) - job.credited.levy
  const parts = partsOf(invoice, credited, net)
  const vat = owedVat(parts)
  const series = seriesOf('credit-note', given.issuedOn)
  const isWhole = net === invoice.net
  const { document } = invoice
  return {
    ...invoice,
    ...head,
    series,
    kind: 'credit-note',
    credits: invoice.invoiceId,
    dueOn: given.issuedOn,
    net,
    vat,
    total: net + vat,
    levy,
    document: {
      ...(isWhole ? document : cut(document, parts)),
      number: printedNumber({ series, number: given.number }),
      credits: { number: printedNumber(invoice), issuedOn: invoice.issuedOn, reason },
    },
  }
}

interface CreditedPart {
  readonly code: string
  readonly category: VatLine['category']
  readonly base: Minor
  readonly vat: Minor
}

function partsOf(invoice: Invoice, credited: Credited, net: Minor): CreditedPart[] {
  const step = smallestTransfer(invoice.currency)
  const rows = invoice.document.vat.map(({ code, category, base, amount }) => {
    const before = credited.parts.get(code) ?? { base: 0n, vat: 0n }
    return { code, category, base: parseAmount(base), vat: parseAmount(amount), before }
  })
  const rests = rows.map(({ base, before }) => (base - before.base) / step)
  const bases = apportion(net / step, rests)
  return rows.map(({ code, category, base, vat, before }, at) => {
    const taken = (bases[at] as bigint) * step
    if (base === 0n) return { code, category, base: taken, vat: 0n }
    const upTo = { numerator: before.base + taken, denominator: base }
    return { code, category, base: taken, vat: payable(vat, upTo, invoice.currency) - before.vat }
  })
}

/** The document with one line for each rate that something is taken back of. */
function cut(
  { allowances: _, deposit: __, ...document }: InvoiceDocument,
  parts: readonly CreditedPart[],
): InvoiceDocument {
  const taken = new Map(parts.filter(({ base }) => base > 0n).map((part) => [part.code, part]))
  return {
    ...document,
    lines: [...taken.values()].map(({ code, base }): DocumentLine => {
      const described = document.lines.filter(({ vatCode, deducts }) => vatCode === code && !deducts)
      const description = described.map((line) => line.description).join('; ')
      return {
        description: description.length > 300 ? `${description.slice(0, 299)}…` : description,
        net: formatAmount(base),
        vatCode: code,
      }
    }),
    vat: document.vat.flatMap((row) => {
      const part = taken.get(row.code)
      return part ? [{ ...row, base: formatAmount(part.base), amount: formatAmount(part.vat) }] : []
    }),
  }
}
