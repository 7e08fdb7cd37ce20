import { formatAmount } from '../../country/index.ts'
import type { Reading } from '../binding.ts'
import { cents, scaledOr0 } from '../decimal.ts'
import type { EInvoice, Found, FoundInvoice } from '../model.ts'
import { EVENTS, type Facturae, MEANS, MIMES, UNITS } from './facturae-arrange.ts'
import type { Tax } from './facturae-parts.ts'
import { FACTURAE, type FacturaeSupplement } from './facturae-supplement.ts'
import type { NationalReading } from './faithful.ts'
import { defined } from './leaves.ts'
import { turned } from './turned.ts'

type Category = EInvoice['vat'][number]['category']
type FoundVat = { category?: Category; rate?: string }

/** What Facturae's arrangement says as invoice and supplement. */
export function rearrange(found: Found<Facturae>, reading: Reading): NationalReading<FacturaeSupplement> {
  const { buyer, seller, corrective, lines = [], taxes = [], totals: sums } = found
  const { centres, ...buyerAlone } = buyer ?? {}
  const eventOf = (code: string | undefined) =>
    Object.entries(EVENTS).find(([, theirs]) => theirs === code)?.[0] as Category | undefined
  const vatOf = (tax: Found<Tax> | undefined, event: Category | undefined): FoundVat => {
    const category = categoryOf(tax, event)
    return {
      ...defined({ category }),
      ...(tax?.rate !== undefined && category !== 'O' && { rate: tax.rate }),
    }
  }
  const untaxed = lines.flatMap(({ event }) => {
    const category = eventOf(event?.code)
    return category ? [{ category, exemptionReason: event?.reason }] : []
  })
  // The breakdown does not say why; its untaxed rows stand in the order of their lines.
  const reasons = untaxed.filter(
    ({ category }, at) => untaxed.findIndex((one) => one.category === category) === at,
  )
  const vat = taxes.map((row) => {
    const reason = scaledOr0(row.rate) === 0n ? reasons.shift() : undefined
    return {
      ...defined({ base: row.base, amount: row.amount }),
      ...vatOf(row, reason?.category),
      ...defined({ exemptionReason: reason?.exemptionReason }),
    }
  })
  const [onlyVat, second] = vat
  const wholeVat =
    second || !onlyVat ? undefined : defined({ category: onlyVat.category, rate: onlyVat.rate })
  const changes = (list: Found<NonNullable<Facturae['totals']['discounts']>> | undefined) =>
    list?.map((one) => ({ ...one, ...(wholeVat && { vat: wholeVat }) }))
  const { number, issuedOn, currency, order, contract, deliveredOn, period, note, files } = found
  const first = defined({ number: corrective?.number, issuedOn: corrective?.issuedOn })
  const isCorrection = /^[OC]R$/.test(found.invoiceClass ?? '')
  const gives = isCorrection && corrective?.method !== '01'
  const invoice = {
    specification: FACTURAE,
    ...defined({ number, issuedOn, currency, order, contract, period }),
    type: gives ? '381' : isCorrection ? '384' : '380',
    ...(deliveredOn !== undefined && { delivery: { on: deliveredOn } }),
    ...(note !== undefined && { notes: [{ text: note }] }),
    ...(Object.keys(first).length > 0 && { preceding: [first] }),
    ...(seller && { seller }),
    ...(buyer && { buyer: buyerAlone }),
    ...paymentOf(found.instalments, reading),
    ...defined({ allowances: changes(sums?.discounts), charges: changes(sums?.surcharges) }),
    totals: totalsOf(sums),
    ...(vat.length > 0 && { vat }),
    ...(files && { attachments: files.map(attachmentOf) }),
    ...(lines.length > 0 && {
      lines: lines.map(({ taxes: own, event, cost: _, unit, ...line }) => ({
        ...line,
        ...defined({
          unit: unit === undefined ? undefined : (UNITS.find(([, theirs]) => theirs === unit)?.[0] ?? 'ZZ'),
        }),
        vat: vatOf(own?.[0], eventOf(event?.code)),
      })),
    }),
  } as FoundInvoice
  const { language, series, fileReference, legalReferences, withholdings } = found
  const correction = corrective && {
    ...defined({ reason: corrective.reason, from: corrective.period?.from, to: corrective.period?.to }),
  }
  const supplement = {
    ...defined({ series, language, fileReference, correction, withholdings, legalReferences }),
    ...(centres && { centres: centres.map(({ address: _, ...centre }) => centre) }),
  } as Found<FacturaeSupplement>
  return { invoice: gives ? turned(invoice) : invoice, supplement }
}

function categoryOf(tax: Found<Tax> | undefined, event: Category | undefined): Category | undefined {
  if (event !== undefined) return event
  if (tax?.type === '03') return 'L'
  if (tax?.type === '02') return 'M'
  return scaledOr0(tax?.rate) > 0n ? 'S' : undefined
}

function attachmentOf({ format, name, base64 }: NonNullable<Found<Facturae['files']>>[number]) {
  const [mime] = MIMES.find(([, extension]) => extension === format) ?? []
  return { ...defined({ reference: name }), content: defined({ mime, filename: name, base64 }) }
}

function paymentOf(
  instalments: Found<Facturae>['instalments'],
  reading: Reading,
): { payment?: FoundInvoice['payment']; dueOn?: string } {
  const [first, second] = instalments ?? []
  if (!first) return {}
  if (second)
    reading.findings.add('syntax', 'warning', 'dueOn', 'It is paid in instalments; the first day is read.')
  const { account, bic, dueOn, remittance } = first
  const [means] = MEANS.find(([, theirs]) => theirs === first.means) ?? ['1']
  const transfer = defined({ account, bic })
  return {
    ...defined({ dueOn }),
    payment: {
      ...(first.means !== undefined && { means }),
      ...defined({ remittance }),
      ...(Object.keys(transfer).length > 0 && { transfers: [transfer] }),
    },
  } as { payment?: FoundInvoice['payment']; dueOn?: string }
}

/** Facturae's total is without what is withheld; the model's is not. */
function totalsOf(sums: Found<Facturae['totals']> = {}): FoundInvoice['totals'] {
  const { lines, allowances, charges, net, vat, withheld, invoice, prepaid, executable } = sums
  const plus = (amount: string | undefined) =>
    amount === undefined || scaledOr0(withheld) === 0n
      ? amount
      : formatAmount(cents(scaledOr0(amount) + scaledOr0(withheld)))
  return defined({
    lines,
    allowances,
    charges,
    net,
    vat,
    gross: plus(invoice),
    prepaid,
    payable: plus(executable),
  })
}
