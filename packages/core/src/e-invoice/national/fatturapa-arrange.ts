import { formatAmount } from '../../country/index.ts'
import { inPart, UnwritableError } from '../binding.ts'
import { cents, scaled, scaledOr0 } from '../decimal.ts'
import type { EInvoice } from '../model.ts'
import type { FpaLine, FundCharge, Instalment, Seller, Summary } from './fatturapa-parts.ts'
import { DOCUMENT_TYPES, FATTURAPA, type FatturaPaSupplement } from './fatturapa-supplement.ts'
import { latin1 } from './latin.ts'
import { negated } from './leaves.ts'

/** The invoice and its supplement in FatturaPA's arrangement. */
export interface Fattura
  extends Omit<FatturaPaSupplement, 'taxRegime' | 'rea' | 'natures' | 'chargeability'>,
    Pick<EInvoice, 'currency' | 'issuedOn' | 'number' | 'buyer'>,
    Pick<Partial<EInvoice>, 'order' | 'contract' | 'project' | 'tender' | 'receivingAdvice' | 'preceding'> {
  seller: Seller
  notes?: string[] | undefined
  contractProject?: string | undefined
  contractTender?: string | undefined
  gross: string
  rounding?: string | undefined
  funds?: FundCharge[] | undefined
  lines: FpaLine[]
  summaries: Summary[]
  instalments?: Instalment[] | undefined
  files?:
    | { name: string; format?: string | undefined; description?: string | undefined; base64: string }[]
    | undefined
}

/** UNTDID 4461 and ModalitaPagamento, both ways; several of ours are the same to Italy and read as the first. */
export const MEANS: readonly (readonly [string, string])[] = [
  ['10', 'MP01'],
  ['20', 'MP02'],
  ['21', 'MP03'],
  ['58', 'MP05'],
  ['48', 'MP08'],
  ['59', 'MP19'],
  ['49', 'MP16'],
  ['1', 'MP22'],
]

export const MIMES: readonly (readonly [string, string])[] = [
  ['application/pdf', 'PDF'],
  ['image/png', 'PNG'],
  ['image/jpeg', 'JPG'],
  ['text/csv', 'CSV'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'XLSX'],
  ['application/vnd.oasis.opendocument.spreadsheet', 'ODS'],
]

/** The code of a pension fund as the reason of the charge. */
export const FUND = /^TC\d{2}$/
export const SELLER_ITEM = 'INTERNO'
const NOTE_MAX = 200

/** The invoice as FatturaPA can say it: the changes that `writeFatturaPa` names. */
export function prepare({ process: _, ...invoice }: EInvoice): EInvoice {
  const { payment, notes } = invoice
  return {
    ...invoice,
    specification: FATTURAPA,
    seller: withPost(invoice.seller),
    buyer: withPost(invoice.buyer),
    vat: invoice.vat.map(({ exemptionCode: __, ...part }) => part),
    lines: invoice.lines.map(withOneName),
    ...(payment && { payment: { ...payment, means: /^3[01]$/.test(payment.means) ? '58' : payment.means } }),
    ...(notes && {
      notes: notes.flatMap(({ text, ...rest }, at) =>
        inPart(`notes[${at}].text`, () => pieces(latin1(text))).map((piece) => ({ ...rest, text: piece })),
      ),
    }),
  }
}

function withPost({ endpoint: _, ...party }: EInvoice['seller']): EInvoice['seller'] {
  const { postCode, ...address } = party.address
  if (address.country === 'IT' || postCode === undefined || /^\d{5}$/.test(postCode)) return party
  return { ...party, address: { ...address, town: [postCode, address.town].join(' ').trim() } }
}

function withOneName(line: EInvoice['lines'][number]): EInvoice['lines'][number] {
  const { description, ...item } = line.item
  return description === undefined
    ? line
    : { ...line, item: { ...item, name: `${item.name} - ${description}` } }
}

function pieces(text: string): string[] {
  const found: string[] = []
  for (let rest = text; rest !== ''; ) {
    const space = rest.length > NOTE_MAX ? rest.lastIndexOf(' ', NOTE_MAX) : rest.length
    const end = Math.min(space > 0 ? space : NOTE_MAX, rest.length)
    found.push(rest.slice(0, end).trim())
    rest = rest.slice(end).trim()
  }
  return found
}

/** `invoice` is a prepared one. */
export function arrange(invoice: EInvoice, supplement: FatturaPaSupplement): Fattura {
  const { taxRegime, rea, natures, chargeability, ...transmission } = supplement
  const { totals, currency, issuedOn, number, order, contract, project, tender, receivingAdvice, preceding } =
    invoice
  if (DOCUMENT_TYPES[supplement.documentType] !== invoice.type)
    throw new UnwritableError(
      `${supplement.documentType} is no document of the type ${invoice.type}.`,
      'type',
    )
  if ((project ?? tender) !== undefined && (order ?? contract) === undefined)
    throw new UnwritableError(
      'The CUP (BT-11) and the CIG (BT-17) stand beside an order (BT-13) or a contract (BT-12).',
      project === undefined ? 'tender' : 'project',
    )
  if (invoice.buyer.vatId === undefined && !invoice.buyer.identifiers)
    throw new UnwritableError('Italy wants the VAT number or the codice fiscale of the buyer.', 'buyer.vatId')
  const natureOf = (category: string): string | undefined => {
    const nature = (natures as Readonly<Record<string, string | undefined>> | undefined)?.[category]
    if (nature === undefined && /^(E|AE|K|G|O)$/.test(category))
      throw new UnwritableError('What bears no VAT needs its Natura.', `supplement.natures.${category}`)
    return nature
  }
  const taxOf = ({ category, rate }: { category: string; rate?: string | undefined }) => ({
    rate: rate ?? '0',
    nature: natureOf(category),
  })
  const beside =
    order === undefined ? { contractProject: project, contractTender: tender } : { project, tender }
  return {
    ...transmission,
    currency,
    issuedOn,
    number,
    order,
    contract,
    receivingAdvice,
    preceding,
    ...beside,
    seller: { ...invoice.seller, taxRegime, rea, buyerAccounting: invoice.buyerAccounting },
    buyer: invoice.buyer,
    notes: invoice.notes?.map(({ text }) => text),
    gross: totals.gross,
    rounding: totals.rounding,
    ...linesOf(invoice, taxOf, transmission.withholdings !== undefined),
    summaries: invoice.vat.map(({ category, rate, base, amount, exemptionReason }) => ({
      ...taxOf({ category, rate }),
      base,
      amount,
      chargeability: category === 'B' ? 'S' : category === 'S' ? chargeability : undefined,
      exemptionReason,
    })),
    instalments: instalmentsOf(invoice, supplement),
    files: invoice.attachments?.map(({ reference, description, content }) => ({
      name: content?.filename ?? reference,
      format: MIMES.find(([mime]) => mime === content?.mime)?.[1],
      description,
      base64: content?.base64 ?? '',
    })),
  }
}

type TaxOf = (vat: { category: string; rate?: string | undefined }) => {
  rate: string
  nature: string | undefined
}

function linesOf(invoice: EInvoice, taxOf: TaxOf, withheld: boolean): Pick<Fattura, 'lines' | 'funds'> {
  const vatOf: TaxOf = (vat) => ({ ...taxOf(vat), ...(withheld && { withheld: 'SI' }) })
  const lines: FpaLine[] = invoice.lines.map(({ item, vat, ...line }) => ({
    ...line,
    vat: vatOf(vat),
    item: {
      name: item.name,
      codes: [
        ...(item.sellerId === undefined ? [] : [{ scheme: SELLER_ITEM, id: item.sellerId }]),
        ...(item.classifications ?? []),
      ],
    },
  }))
  let id = Math.max(0, ...lines.map((line) => Number(line.id) || 0))
  const charges = invoice.charges ?? []
  const others = [
    ...(invoice.allowances ?? []).map((one) => ({ ...one, kind: 'SC', net: negated(one.amount) })),
    ...charges
      .filter(({ reason }) => !FUND.test(reason ?? ''))
      .map((one) => ({ ...one, kind: 'AC', net: one.amount })),
  ]
  for (const { kind, net, vat, reason } of others) {
    id += 1
    const name = reason ?? (kind === 'SC' ? 'Sconto' : 'Spesa accessoria')
    // No quantity and no unit: it stands for the whole.
    lines.push({
      id: String(id),
      kind,
      item: { name },
      price: { net },
      net,
      vat: vatOf(vat),
    } as unknown as FpaLine)
  }
  const funds = charges
    .filter(({ reason }) => FUND.test(reason ?? ''))
    .map(({ reason = '', amount, percent = '0', base, vat }) => ({
      type: reason,
      percent,
      amount,
      base,
      vat: taxOf(vat),
    }))
  return { lines, ...(funds.length > 0 && { funds }) }
}

/** The public administration pays the VAT of split payment (B) elsewhere, and what is withheld as well. */
export function paidElsewhere(
  vat: readonly { readonly category?: string | undefined; readonly amount?: string | undefined }[],
  withholdings: readonly { readonly amount?: string | undefined }[],
): bigint {
  const split = vat.filter(({ category }) => category === 'B')
  return [...split, ...withholdings].reduce((sum, { amount }) => sum + cents(scaledOr0(amount)), 0n)
}

function instalmentsOf(
  { payment, vat, totals, dueOn }: EInvoice,
  { withholdings = [] }: FatturaPaSupplement,
): Instalment[] | undefined {
  if (!payment) return undefined
  const [, means] = MEANS.find(([ours]) => ours === payment.means) ?? []
  if (means === undefined)
    throw new UnwritableError(`FatturaPA has no ModalitaPagamento for ${payment.means}.`, 'payment.means')
  const { account, name, bic } = payment.transfers?.[0] ?? {}
  const amount = formatAmount(cents(scaled(totals.payable)) - paidElsewhere(vat, withholdings))
  return [{ name, means, dueOn, amount, account, bic, remittance: payment.remittance }]
}
