import { Temporal } from 'temporal-polyfill'
import { formatAmount, type IsoDate, type Minor, parseAmount } from '../country/index.ts'
import type { BillingRecord, RecordedInvoice } from '../e-invoice/index.ts'
import { refused } from '../problem/index.ts'
import { type Invoice, type Party, printedNumber } from './invoice.ts'

/** One record of a company's chain, which its tax authority may ask for. */
export interface KeptRecord {
  readonly legalEntityId: string
  /** 1, 2 … without a gap. */
  readonly seq: bigint
  /** Of an invoice or credit note issued; mending an earlier record; taking one back. */
  readonly kind: 'issued' | 'corrected' | 'cancelled'
  readonly invoiceId: string
  readonly number: string
  readonly issuedOn: IsoDate
  readonly hash: string
  readonly previous: string | null
  /** The record as the authority reads it. */
  readonly content: string
  /** What the invoice's QR code says; null for a cancellation. */
  readonly address: string | null
  readonly reason: string | null
  readonly madeBy: string
  readonly madeAt: Date
}

/** From a day on: how a company keeps its records. */
export interface RecordSetting {
  readonly validFrom: IsoDate
  /** They are sent to the authority, so that the invoice may say that it can be verified there. */
  readonly sent: boolean
  /** Who answers for the program: the company itself unless it is run for it. */
  readonly producer: { readonly name: string; readonly number: string }
}

/** Corrections of an invoice, and what they are for (LIVA art. 80): R1 error or price, R2 insolvency, R3 unpaid, R4 other. */
export const CREDIT_TYPES = ['R1', 'R2', 'R3', 'R4'] as const
export type CreditType = (typeof CREDIT_TYPES)[number]

/** What is hashed of an invoice, and what its record says beside. */
export interface RecordParts {
  readonly record: BillingRecord
  readonly about: RecordedInvoice
}

/**
 * The parts of an invoice's record. A credit note is a correction by differences, its amounts negative, and takes back for an
 * error or a lowered price (R1) unless told.
 *
 * @param recordedAt moment with its offset, to the second.
 * @throws Problem `refused` for an invoice that is not in euros, or of a company without Spanish number.
 */
export function recordPartsOf(
  invoice: Invoice,
  recordedAt: string,
  { creditType = 'R1', mends }: { creditType?: CreditType; mends?: RecordedInvoice['mends'] } = {},
): RecordParts {
  const { document, issuedOn, kind, currency } = invoice
  if (currency !== 'EUR')
    throw refused(
      `A Spanish company records its invoices in euros; this one is in ${currency}. Issue it in euros.`,
      { field: 'currency' },
    )
  const isCredit = kind === 'credit-note'
  const signed = (amount: Minor) => formatAmount(isCredit ? -amount : amount)
  const number = recordedNumber(document.buyer)
  const identified = isCredit ? creditType : 'F1'
  const unidentified = isCredit ? 'R5' : 'F2'
  const { to } = document.performed
  return {
    record: {
      issuer: issuerOf(document.seller),
      number: printedNumber(invoice),
      issuedOn,
      type: number === undefined ? unidentified : identified,
      vat: signed(invoice.vat),
      gross: signed(invoice.total),
      recordedAt,
    },
    about: {
      issuerName: document.seller.name,
      buyer: { name: document.buyer.name, country: document.buyer.country, number },
      description: document.lines.map(({ description }) => description).join('; '),
      performedOn: to === issuedOn || to > issuedOn ? undefined : to,
      corrects: document.credits && {
        number: document.credits.number,
        issuedOn: document.credits.issuedOn,
      },
      vat: document.vat.map(({ category, rate, base, amount }) => ({
        category,
        rate,
        base: signed(parseAmount(base)),
        amount: signed(parseAmount(amount)),
      })),
      mends,
    },
  }
}

/** A company's NIF. @throws Problem `refused` */
export function issuerOf({ vatNumber, companyNumber, name }: Party): string {
  const nif = nifIn(vatNumber) ?? nifIn(companyNumber)
  if (nif === undefined)
    throw refused(`${name} has no Spanish tax number (NIF), without which no invoice can be recorded.`, {
      field: 'vatNumber',
    })
  return nif
}

const nifIn = (text: string | null | undefined): string | undefined =>
  /^(?:ES)?([A-Z0-9]{9})$/.exec(text ?? '')?.[1]

const recordedNumber = ({ country, vatNumber, companyNumber }: Party): string | undefined =>
  country === 'ES' ? (nifIn(vatNumber) ?? nifIn(companyNumber)) : (vatNumber ?? companyNumber ?? undefined)

/** A moment as records write it: at a place, to the second, with its offset. */
export function momentAt(moment: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime())
    .toZonedDateTimeISO(timeZone)
    .toString({ timeZoneName: 'never', smallestUnit: 'second' })
}
