import type { IsoDate, Minor } from '../country/index.ts'
import type { Finding } from '../e-invoice/index.ts'

/** One VAT rate's part of a supplier's invoice; amounts in minor units as text. */
export interface SupplierVatPart {
  /** EN 16931 category: `S`, `AE`, `K` … */
  readonly category: string
  /** In percent: `"21"`; absent where nothing is subject to VAT. */
  readonly rate?: string
  readonly base: string
  readonly amount: string
  /** Why there is no VAT, in the supplier's words. */
  readonly reason?: string
}

/** What a supplier's file or paper says, as far as the books need it. Amounts of a credit note are positive too. */
export interface SupplierInvoiceFacts {
  readonly legalEntityId: string
  readonly kind: 'invoice' | 'credit-note'
  /** Tells the supplier from others: VAT number, else register number, else country and name. */
  readonly supplierKey: string
  readonly supplierName: string
  readonly supplierCountry: string | null
  readonly supplierVatNumber: string | null
  readonly number: string
  readonly issuedOn: IsoDate
  readonly dueOn: IsoDate | null
  /** Number of the invoice a credit note takes back, where it says so. */
  readonly creditsNumber: string | null
  readonly currency: string
  readonly net: Minor
  readonly vat: Minor
  readonly rounding: Minor
  /** `net + vat + rounding`. */
  readonly total: Minor
  /** The part of the total that was paid before the invoice was written. */
  readonly prepaid: Minor
  readonly vatParts: readonly SupplierVatPart[]
  readonly iban: string | null
  readonly bic: string | null
  readonly paymentReference: string | null
  readonly syntax: string
  readonly ruleSets: readonly string[]
  readonly findings: readonly Finding[]
  /** One of the findings is fatal: its receiver may send the invoice back. */
  readonly breaksRules: boolean
}

/** How a supplier invoice arrived that somebody entered: there is no file of it. */
export const BY_HAND = 'hand'

export type SupplierInvoiceState = 'received' | 'assigned' | 'approved' | 'refused'

/** How far a supplier invoice's payment is: in an order that waits for the second person, with the bank, gone from the account. */
export type SupplierPaymentState = 'none' | 'prepared' | 'released' | 'paid'

/** A supplier invoice or credit note that came in for the office. */
export interface SupplierInvoice extends SupplierInvoiceFacts {
  readonly supplierInvoiceId: string
  /** `upload`, `hand`, or the network it came through. */
  readonly arrivedBy: string
  readonly receivedAt: Date
  readonly receivedBy: string
  readonly state: SupplierInvoiceState
  readonly activityId: string | null
  readonly activityName: string | null
  readonly assignedBy: string | null
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
  /** Why it was refused. */
  readonly reason: string | null
  readonly deductibleVat: Minor | null
  readonly selfAssessedVat: Minor | null
  readonly cost: Minor | null
  /** The thing in the register of equipment that it bought. */
  readonly assetId: string | null
  readonly bookedOn: IsoDate | null
  /** The account it is paid to. */
  readonly payTo: string | null
  readonly payment: SupplierPaymentState
  /** An earlier approved supplier invoice of the supplier named another account: ask the supplier before you pay. */
  readonly newAccount: boolean
}

/** Categories under which the buyer owes the VAT in the supplier's stead (reverse charge, supply within the Union). */
const OWED_BY_BUYER: ReadonlySet<string> = new Set(['AE', 'K'])

/** Whether the office owes the VAT of this supplier invoice itself. */
export const isReverseCharged = ({ vatParts }: Pick<SupplierInvoiceFacts, 'vatParts'>): boolean =>
  vatParts.some(({ category }) => OWED_BY_BUYER.has(category))
