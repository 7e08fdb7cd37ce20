import { CURRENCY_DECIMALS, isIsoDate, type Minor, parseAmount } from '../country/index.ts'
import {
  checkInvoice,
  type FoundInvoice,
  isCreditNote,
  NotAnInvoiceError,
  type ReadInvoice,
  readInvoice,
} from '../e-invoice/index.ts'
import type { LegalEntity } from '../legal-entities/index.ts'
import { invalid } from '../problem/index.ts'
import type { SupplierInvoiceFacts, SupplierVatPart } from './supplier-invoice.ts'
import { compact, plainName, supplierKeyOf } from './supplier-key.ts'

type Company = Pick<LegalEntity, 'legalEntityId' | 'name' | 'companyNumber' | 'vatNumber'>

/** Types by which the buyer bills in the seller's name (UNTDID 1001): for us a sale, not a purchase. */
const SELF_BILLED: ReadonlySet<string | undefined> = new Set(['389', '261', '527'])

/** VAT category (UNTDID 5305) of VAT that the buyer pays to the treasury in the seller's stead: Italy's split payment. */
const SPLIT_PAYMENT = 'B'

/**
 * Reads a supplier's file, in any syntax `readInvoice` knows, into what the books need. Pure.
 *
 * @throws Problem `invalid-field`: `file` for what is no e-invoice; else the business term that is missing, does not add
 *   up, or is not for this office (another buyer, another currency, a self-billed sale); `withholdings` or `vat[i].category`
 *   where a part of the total is to be paid to the treasury and not to the supplier.
 */
export function readSupplierInvoice(
  bytes: Uint8Array,
  companies: readonly Company[],
  currency: string,
): SupplierInvoiceFacts {
  const read = readFile(bytes)
  const { invoice } = read
  if (SELF_BILLED.has(invoice.type))
    throw invalid('type', 'This invoice was written by the buyer in the seller’s name: it is a sale of ours.')
  if (invoice.currency !== currency)
    throw invalid(
      'currency',
      `The invoice is in ${invoice.currency ?? 'no currency'}; this office books ${currency}. Ask the supplier for one in ${currency}.`,
    )
  refuseWithheld(read)
  const amounts = amountsOf(invoice, currency)
  const verdict = checkInvoice(invoice, read.findings)
  const transfer = invoice.payment?.transfers?.[0]
  return {
    legalEntityId: buyerOf(invoice, companies).legalEntityId,
    kind: isCreditNote(invoice) ? 'credit-note' : 'invoice',
    ...supplierOf(invoice),
    number: demanded('number', invoice.number, 100),
    issuedOn: demandedDay('issuedOn', invoice.issuedOn),
    dueOn: invoice.dueOn !== undefined && isIsoDate(invoice.dueOn) ? invoice.dueOn : null,
    creditsNumber: invoice.preceding?.[0]?.number?.slice(0, 100) ?? null,
    currency,
    ...amounts,
    iban: compact(transfer?.account)?.slice(0, 34) ?? null,
    bic: compact(transfer?.bic)?.slice(0, 11) ?? null,
    paymentReference: invoice.payment?.remittance?.slice(0, 140) ?? null,
    syntax: read.syntax,
    ruleSets: verdict.ruleSets,
    findings: verdict.findings.slice(0, FINDINGS_KEPT),
    breaksRules: !verdict.valid,
  }
}

/** The rest is found again by reading the original. */
const FINDINGS_KEPT = 50

function readFile(bytes: Uint8Array): ReadInvoice {
  try {
    return readInvoice(bytes)
  } catch (error) {
    if (error instanceof NotAnInvoiceError) throw invalid('file', error.message)
    throw error
  }
}

/** National formats say beside the invoice what the buyer keeps back; the amount to pay (BT-115) is the total all the same. */
function refuseWithheld({ invoice, supplement }: ReadInvoice): void {
  const withheld = [
    ...(supplement?.fatturaPa?.withholdings ?? []),
    ...(supplement?.facturae?.withholdings ?? []),
  ]
  if (withheld.some(({ amount }) => amount === undefined || /[1-9]/.test(amount)))
    throw invalid(
      'withholdings',
      'Tax is to be withheld from this invoice and paid to the treasury, which is not booked here.',
    )
  const split = (invoice.vat ?? []).findIndex(({ category }) => category === SPLIT_PAYMENT)
  if (split >= 0)
    throw invalid(
      `vat[${split}].category`,
      'The VAT of this invoice is to be paid to the treasury by the buyer (split payment), which is not booked here.',
    )
}

function amountsOf(invoice: FoundInvoice, currency: string) {
  const { totals } = invoice
  const amount = (field: string, text: string | undefined): Minor => minor(`totals.${field}`, text, currency)
  const net = amount('net', totals?.net)
  const vat = amount('vat', totals?.vat ?? '0')
  const gross = amount('gross', totals?.gross)
  const prepaid = amount('prepaid', totals?.prepaid ?? '0')
  const rounding = amount('rounding', totals?.rounding ?? '0')
  if (gross !== net + vat)
    throw invalid('totals.gross', 'The total with VAT (BT-112) is not net amount and VAT together.')
  if (amount('payable', totals?.payable) !== gross - prepaid + rounding)
    throw invalid(
      'totals.payable',
      'The amount to pay (BT-115) is not the total less what was paid before: a withholding or split payment, which is not booked here.',
    )
  const total = gross + rounding
  if (net < 0n || vat < 0n || total <= 0n || prepaid < 0n || prepaid > total)
    throw invalid('totals.gross', 'There is nothing to pay: what a supplier owes us comes as a credit note.')
  const vatParts = (invoice.vat ?? []).map((part, at): SupplierVatPart => {
    const where = `vat[${at}]`
    return {
      category: demanded(`${where}.category`, part.category, 2),
      base: String(minor(`${where}.base`, part.base, currency)),
      amount: String(minor(`${where}.amount`, part.amount, currency)),
      ...(part.rate !== undefined && { rate: part.rate }),
      ...(part.exemptionReason !== undefined && { reason: part.exemptionReason.slice(0, 300) }),
    }
  })
  if (vatParts.reduce((sum, part) => sum + BigInt(part.amount), 0n) !== vat)
    throw invalid('totals.vat', 'The VAT (BT-110) is not the sum of its parts by rate.')
  return { net, vat, rounding, total, prepaid, vatParts }
}

function minor(field: string, text: string | undefined, currency: string): Minor {
  if (text === undefined) throw invalid(field, 'The file does not say this amount.')
  try {
    return parseAmount(text, CURRENCY_DECIMALS[currency] ?? 2)
  } catch {
    throw invalid(field, `"${text.slice(0, 40)}" is no amount of ${currency}.`)
  }
}

/** The company of the office that the invoice is addressed to: by one of its numbers, else, if it gives none, by name. */
function buyerOf({ buyer }: FoundInvoice, companies: readonly Company[]): Company {
  const given = [buyer?.vatId, buyer?.legalId?.id, buyer?.endpoint?.id, ...idsOf(buyer?.identifiers)].flatMap(
    numbersIn,
  )
  const found =
    given.length > 0
      ? companies.find((one) =>
          [one.vatNumber, one.companyNumber].flatMap(numbersIn).some((number) => given.includes(number)),
        )
      : companies.find(({ name }) => plainName(name) === plainName(buyer?.name ?? ''))
  if (found) return found
  throw invalid(
    'buyer',
    `The invoice is addressed to ${buyer?.name?.slice(0, 100) ?? 'nobody'}${given[0] ? ` (${given[0]})` : ''}, not to a company of this office.`,
  )
}

const idsOf = (identifiers: readonly { readonly id?: string | undefined }[] | undefined) =>
  (identifiers ?? []).map(({ id }) => id)

/** A number as it is written, and without the letters of its country before it. */
function numbersIn(text: string | undefined): string[] {
  const whole = compact(text)
  if (whole === undefined) return []
  const bare = whole.replace(/^[A-Z]{2}/, '')
  return bare === whole || bare === '' ? [whole] : [whole, bare]
}

function supplierOf({ seller }: FoundInvoice) {
  const supplierName = demanded('seller.name', seller?.name, 300)
  const country = seller?.address?.country
  const vatNumber = compact(seller?.vatId)?.slice(0, 40) ?? null
  const register = compact(seller?.legalId?.id) ?? compact(idsOf(seller?.identifiers)[0])
  return {
    supplierKey: supplierKeyOf({ name: supplierName, country, vatNumber, register }),
    supplierName,
    supplierCountry: country !== undefined && /^[A-Z]{2}$/.test(country) ? country : null,
    supplierVatNumber: vatNumber,
  }
}

function demanded(field: string, text: string | undefined, length: number): string {
  const clean = text?.trim().normalize('NFC')
  if (!clean) throw invalid(field, 'The file does not say this.')
  if (clean.length > length) throw invalid(field, `Has at most ${length} characters.`)
  return clean
}

function demandedDay(field: string, text: string | undefined): string {
  if (text === undefined || !isIsoDate(text))
    throw invalid(field, 'The file says no day, or none that exists.')
  return text
}
