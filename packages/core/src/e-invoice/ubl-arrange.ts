import type { Reading } from './binding.ts'
import type { EInvoice, Found, FoundInvoice } from './model.ts'
import type { UblParty, UblPayee } from './ubl-parties.ts'

export type Part<K extends keyof EInvoice> = NonNullable<EInvoice[K]>

/** One of UBL's payment means: the model's one payment, a transfer each. */
export interface Means {
  means: string
  meansText?: string | undefined
  dueOn?: string | undefined
  remittance?: string | undefined
  transfer?: NonNullable<Part<'payment'>['transfers']>[number] | undefined
  card?: Part<'payment'>['card']
  mandate?: { mandate?: string | undefined; account?: string | undefined } | undefined
}

export interface TaxTotal {
  /** Stands with its own currency where that is the accounting currency. */
  amount: { value: string; currency?: string | undefined }
  parts?: EInvoice['vat'] | undefined
}

/** The invoice in UBL's arrangement. */
export interface UblInvoice
  extends Omit<EInvoice, 'seller' | 'payee' | 'payment' | 'vat' | 'period' | 'notes'> {
  notes?: string[]
  seller: UblParty
  payee?: UblPayee | undefined
  periodAndCode?: { period?: Part<'period'> | undefined; taxPointCode?: string | undefined } | undefined
  means?: Means[]
  taxTotals: TaxTotal[]
  /** A credit note has no place for the project but among the documents. */
  projectDocument?: string | undefined
}

/** The invoice as UBL arranges it. */
export function arrange(invoice: EInvoice, credit: boolean): UblInvoice {
  const { seller, payment, vat, period: whole, taxPointCode, notes, project, dueOn, ...rest } = invoice
  const { totals: sums, accountingCurrency } = invoice
  const creditor = payment?.directDebit?.creditor
  const taxTotals: TaxTotal[] = [{ amount: { value: sums.vat ?? '0.00' }, parts: vat }]
  if (
    sums.vatInAccountingCurrency !== undefined &&
    accountingCurrency !== undefined &&
    accountingCurrency !== invoice.currency
  )
    taxTotals.push({ amount: { value: sums.vatInAccountingCurrency, currency: accountingCurrency } })
  const arranged: UblInvoice = {
    ...rest,
    seller: creditor === undefined ? seller : { ...seller, creditor },
    taxTotals,
    ...(notes && { notes: notes.map(({ subject, text: body }) => (subject ? `#${subject}#${body}` : body)) }),
    ...((whole || taxPointCode) && { periodAndCode: { period: whole, taxPointCode } }),
    ...(project !== undefined && (credit ? { projectDocument: project } : { project })),
    ...(dueOn !== undefined && !credit && { dueOn }),
  }
  const list = meansOf(payment, credit ? dueOn : undefined)
  if (list) arranged.means = list
  return arranged
}

/** In a credit note the day it is due is the payment's. */
function meansOf(payment: EInvoice['payment'], dueOn: string | undefined): Means[] | undefined {
  if (!payment) {
    if (dueOn !== undefined)
      throw new RangeError('UBL has no place for the due day of a credit note without payment')
    return undefined
  }
  const { transfers, directDebit, means: code, meansText, remittance, card } = payment
  const mandate =
    directDebit && (directDebit.mandate !== undefined || directDebit.account !== undefined)
      ? { mandate: directDebit.mandate, account: directDebit.account }
      : undefined
  const first: Means = { means: code, meansText, dueOn, remittance, card, mandate, transfer: transfers?.[0] }
  // The payment's name stands once (UBL-SR-46).
  const others = transfers?.slice(1) ?? []
  return [first, ...others.map((transfer) => ({ means: code, remittance, transfer }))]
}

/** What UBL's arrangement says, in the model's. */
export function rearrange(found: Found<UblInvoice>, reading: Reading): FoundInvoice {
  const {
    seller,
    payee,
    means: list,
    taxTotals: taxes,
    periodAndCode,
    notes,
    projectDocument,
    ...rest
  } = found
  const { creditor: ofSeller, ...sellerAlone } = seller ?? {}
  const { creditor: ofPayee, ...payeeAlone } = payee ?? {}
  const { currency, accountingCurrency } = found
  const inCurrency = (code: string | undefined) => taxes?.filter((tax) => tax.amount?.currency === code) ?? []
  const main = taxes?.find(({ parts: some }) => some !== undefined) ?? inCurrency(currency)[0]
  if (inCurrency(currency).length > 1)
    reading.findings.add(
      'BR-CO-15',
      'fatal',
      'totals.vat',
      `There are several amounts of VAT in ${currency}.`,
    )
  const accounting = accountingCurrency === undefined ? undefined : inCurrency(accountingCurrency)[0]
  const parts = taxes?.flatMap((tax) => tax.parts ?? []) ?? []
  const dueOn = found.dueOn ?? list?.find((one) => one.dueOn !== undefined)?.dueOn
  const project = found.project ?? projectDocument
  return {
    ...rest,
    ...(seller && { seller: sellerAlone }),
    ...(payee && { payee: payeeAlone }),
    ...(notes && { notes: notes.map(noteOf) }),
    // An empty period is one, unless only the code of the tax point stands there.
    ...(periodAndCode?.period && {
      ...((periodAndCode.taxPointCode === undefined || Object.keys(periodAndCode.period).length > 0) && {
        period: periodAndCode.period,
      }),
    }),
    ...(periodAndCode?.taxPointCode && { taxPointCode: periodAndCode.taxPointCode }),
    ...(dueOn !== undefined && { dueOn }),
    ...(project !== undefined && { project }),
    ...paymentOf(list, ofSeller ?? ofPayee, reading),
    totals: {
      ...found.totals,
      ...(main?.amount?.value !== undefined && { vat: main.amount.value }),
      ...(accounting?.amount?.value !== undefined && { vatInAccountingCurrency: accounting.amount.value }),
    },
    ...(parts.length > 0 && { vat: parts }),
  }
}

function noteOf(body: string): Found<Part<'notes'>[number]> {
  const coded = /^#([A-Z]{3})#(.*)$/s.exec(body)
  return coded ? { subject: coded[1] as string, text: coded[2] as string } : { text: body }
}

function paymentOf(
  list: Found<UblInvoice>['means'],
  creditor: string | undefined,
  reading: Reading,
): { payment?: Found<Part<'payment'>> } {
  const [first] = list ?? []
  if (!list || !first) return creditor === undefined ? {} : { payment: { directDebit: { creditor } } }
  const { means: code, meansText, remittance, card, mandate } = first
  for (const other of list) {
    if (other.remittance !== undefined && other.remittance !== remittance)
      reading.findings.add(
        'UBL-SR-44',
        'fatal',
        'payment.remittance',
        'There are several payment references.',
      )
    if (other.means !== code)
      reading.findings.add('UBL-SR-47', 'fatal', 'payment.means', 'There are several means of payment.')
  }
  const transfers = list.flatMap(({ transfer }) => (transfer ? [transfer] : []))
  return {
    payment: {
      ...(code !== undefined && { means: code }),
      ...(meansText !== undefined && { meansText }),
      ...(remittance !== undefined && { remittance }),
      ...(transfers.length > 0 && { transfers }),
      ...(card && { card }),
      ...((mandate || creditor !== undefined) && {
        directDebit: { ...mandate, ...(creditor !== undefined && { creditor }) },
      }),
    },
  }
}
