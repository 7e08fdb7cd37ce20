import { formatAmount } from '../../country/index.ts'
import { UnwritableError } from '../binding.ts'
import { cents, plain, scaled, scaledOr0, times } from '../decimal.ts'
import type { EInvoice } from '../model.ts'
import type { Change, Event, FacturaeLine, FacturaeParty, Instalment, Tax } from './facturae-parts.ts'
import { FACTURAE, type FacturaeSupplement } from './facturae-supplement.ts'
import { turned } from './turned.ts'

type Period = NonNullable<EInvoice['period']>

/** The invoice and its supplement in Facturae's arrangement. */
export interface Facturae
  extends Omit<FacturaeSupplement, 'centres' | 'correction' | 'withholdings'>,
    Pick<EInvoice, 'currency' | 'issuedOn' | 'number'>,
    Pick<Partial<EInvoice>, 'order' | 'contract'> {
  seller: FacturaeParty
  buyer: FacturaeParty
  invoiceClass: string
  corrective?:
    | {
        number?: string | undefined
        issuedOn?: string | undefined
        reason: NonNullable<FacturaeSupplement['correction']>['reason']
        period: Period
        method: string
      }
    | undefined
  deliveredOn?: string | undefined
  period?: Period | undefined
  taxes: Tax[]
  withholdings?: Tax[] | undefined
  totals: {
    lines: string
    discounts?: Change[] | undefined
    surcharges?: Change[] | undefined
    allowances?: string | undefined
    charges?: string | undefined
    net: string
    vat: string
    withheld: string
    invoice: string
    outstanding: string
    prepaid?: string | undefined
    executable: string
  }
  lines: FacturaeLine[]
  instalments?: Instalment[] | undefined
  note?: string | undefined
  files?: { format: string; name: string; base64: string }[] | undefined
}

/** UNTDID 4461 and PaymentMeans, both ways */
export const MEANS: readonly (readonly [string, string])[] = [
  ['10', '01'],
  ['49', '02'],
  ['58', '04'],
  ['20', '11'],
  ['48', '19'],
]
/** UN/ECE units and UnitOfMeasure, both ways; whatever has none is "other" */
export const UNITS: readonly (readonly [string, string])[] = [
  ['C62', '01'],
  ['HUR', '02'],
  ['KGM', '03'],
  ['LTR', '04'],
  ['KMT', '22'],
  ['MTR', '25'],
  ['ZZ', '05'],
]
export const MIMES: readonly (readonly [string, string])[] = [
  ['application/pdf', 'pdf'],
  ['image/jpeg', 'jpg'],
]
/** TaxTypeCode of the categories that bear a tax of their own, and of those that bear none. */
export const TAX_TYPES: Readonly<Record<string, string>> = { S: '01', E: '01', O: '01', L: '03', M: '02' }
export const EVENTS: Readonly<Record<string, string>> = { E: '01', O: '02' }

/** The invoice as Facturae can say it: the changes that `writeFacturae` names. */
export function prepare({ process: _, ...invoice }: EInvoice): EInvoice {
  const { payment, notes } = invoice
  return {
    ...invoice,
    specification: FACTURAE,
    seller: prepareParty(invoice.seller),
    buyer: prepareParty(invoice.buyer),
    vat: invoice.vat.map(({ exemptionCode: __, ...part }) => part),
    lines: invoice.lines.map((line) => {
      const { description, ...item } = line.item
      const name = description === undefined ? item.name : `${item.name} - ${description}`
      const unit = UNITS.some(([ours]) => ours === line.unit) ? line.unit : 'ZZ'
      return { ...line, unit, item: { ...item, name } }
    }),
    ...(payment && { payment: preparePayment(payment) }),
    ...(notes && { notes: [{ ...notes[0], text: notes.map(({ text }) => text).join(' ') }] }),
  }
}

function prepareParty({ endpoint: _, ...party }: EInvoice['seller']): EInvoice['seller'] {
  const { postCode, ...address } = party.address
  if (address.country === 'ES' || postCode === undefined) return party
  return { ...party, address: { ...address, town: [postCode, address.town].join(' ').trim() } }
}

function preparePayment(payment: NonNullable<EInvoice['payment']>): NonNullable<EInvoice['payment']> {
  const means = /^3[01]$/.test(payment.means) ? '58' : payment.means
  const transfers = payment.transfers?.map(({ bic, ...one }) => ({
    ...one,
    ...(bic !== undefined && { bic: bic.length === 8 ? `${bic}XXX` : bic }),
  }))
  return { ...payment, means, ...(transfers && { transfers }) }
}

/** `invoice` is a prepared one. */
export function arrange(invoice: EInvoice, supplement: FacturaeSupplement): Facturae {
  const { centres, correction, withholdings, ...others } = supplement
  const { currency, issuedOn, number, order, contract, seller, buyer, delivery, period } = invoice
  for (const [side, { vatId }] of [
    ['seller', seller],
    ['buyer', buyer],
  ] as const)
    if (vatId === undefined) throw new UnwritableError('Facturae wants the tax number.', `${side}.vatId`)
  const isTurned = invoice.type === '381'
  const { totals, vat, allowances, charges, lines } = isTurned ? turned(invoice) : invoice
  const taxOf = ({ category, rate }: { category: string; rate?: string | undefined }) => ({
    type: TAX_TYPES[category] ?? '05',
    rate: rate ?? '0',
  })
  const withheld = cents((withholdings ?? []).reduce((sum, { amount }) => sum + scaled(amount), 0n))
  const whole = cents(scaled(totals.gross)) - withheld
  const due = formatAmount(whole - cents(scaledOr0(totals.prepaid)))
  return {
    ...others,
    currency,
    issuedOn,
    number,
    order,
    contract,
    seller,
    buyer: { ...buyer, centres: centres?.map((centre) => ({ ...centre, address: buyer.address })) },
    invoiceClass: isTurned || invoice.type === '384' ? 'OR' : 'OO',
    corrective: correctiveOf(invoice, correction),
    deliveredOn: delivery?.on,
    period,
    taxes: vat.map((part) => ({ ...taxOf(part), base: part.base, amount: part.amount })),
    withholdings,
    totals: {
      lines: totals.lines,
      discounts: allowances?.map(changeOf),
      surcharges: charges?.map(changeOf),
      allowances: totals.allowances,
      charges: totals.charges,
      net: totals.net,
      vat: totals.vat ?? '0',
      withheld: formatAmount(withheld),
      invoice: formatAmount(whole),
      outstanding: due,
      prepaid: totals.prepaid,
      executable: due,
    },
    lines: lines.map(({ vat: own, item, price, ...line }) => ({
      ...line,
      item,
      price,
      unit: UNITS.find(([ours]) => ours === line.unit)?.[1] ?? '05',
      cost: plain(times(scaled(line.quantity), scaled(price.net))),
      allowances: line.allowances?.map(changeOf),
      charges: line.charges?.map(changeOf),
      taxes: [{ ...taxOf(own), base: line.net }],
      event: eventOf(own.category, vat),
    })),
    instalments: instalmentsOf(invoice, due),
    note: invoice.notes?.[0]?.text,
    files: invoice.attachments?.map(({ reference, content }, at) => {
      const format = MIMES.find(([mime]) => mime === content?.mime)?.[1]
      if (format === undefined || content === undefined)
        throw new UnwritableError('Facturae takes PDF and JPEG files here.', `attachments[${at}].content`)
      return { format, name: content.filename ?? reference, base64: content.base64 }
    }),
  }
}

function eventOf(category: string, vat: EInvoice['vat']): Event | undefined {
  const code = EVENTS[category]
  if (code === undefined) return undefined
  return { code, reason: vat.find((part) => part.category === category)?.exemptionReason ?? '' }
}

function changeOf({
  reason = '',
  percent,
  amount,
}: {
  reason?: string | undefined
  percent?: string | undefined
  amount: string
}) {
  return { reason, percent, amount }
}

function correctiveOf(
  { type, preceding }: EInvoice,
  correction: FacturaeSupplement['correction'],
): Facturae['corrective'] {
  if (!/^38[014]$/.test(type))
    throw new UnwritableError(`Facturae has no class for the type ${type}.`, 'type')
  if (type === '380') return undefined
  if (!correction) throw new UnwritableError('A correction says what it mends.', 'supplement.correction')
  const { reason, from, to } = correction
  const [first] = preceding ?? []
  return {
    number: first?.number,
    issuedOn: first?.issuedOn,
    reason,
    period: { from, to },
    method: type === '381' ? '02' : '01',
  }
}

function instalmentsOf({ payment, dueOn }: EInvoice, amount: string): Instalment[] | undefined {
  if (!payment) return undefined
  const [, means] = MEANS.find(([ours]) => ours === payment.means) ?? []
  if (means === undefined)
    throw new UnwritableError(`Facturae has no PaymentMeans for ${payment.means}.`, 'payment.means')
  if (dueOn === undefined) throw new UnwritableError('A payment has the day it is due.', 'dueOn')
  const { account, bic } = payment.transfers?.[0] ?? {}
  return [{ dueOn, amount, means, account, bic, remittance: payment.remittance }]
}
