import { z } from 'zod'
import { CREDIT_NOTE_TYPES } from './code-lists.ts'

/**
 * An invoice as EN 16931-1 means it, whatever the syntax it travels in. Each field names its business term (BT) or group
 * (BG). Amounts, quantities, prices and rates are decimal text, exact as written; days are `YYYY-MM-DD`. Absent and empty
 * are the same and written as absent.
 */

const text = z.string().min(1).max(10_000)
const code = z.string().min(1).max(100)
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
/** At most two decimals where EN 16931 calls it an amount; the rules BR-DEC say where. */
export const DECIMAL = /^-?\d{1,17}(?:\.\d{1,10})?$/
const decimal = z.string().regex(DECIMAL)
const LINES_MAX = 10_000
const few = <T extends z.ZodType>(item: T) => z.array(item).min(1).max(100)

/** A number with the scheme it belongs to: an ISO 6523 code (`0208`), or another list the term allows. */
const identifier = z.strictObject({ id: text, scheme: code.optional() })
export type Identifier = z.infer<typeof identifier>

const address = z.strictObject({
  /** BT-35, BT-50, BT-64, BT-75 */
  line1: text.optional(),
  /** BT-36, BT-51, BT-65, BT-76 */
  line2: text.optional(),
  /** BT-162, BT-163, BT-164, BT-165 */
  line3: text.optional(),
  /** BT-37, BT-52, BT-66, BT-77 */
  town: text.optional(),
  /** BT-38, BT-53, BT-67, BT-78 */
  postCode: text.optional(),
  /** BT-39, BT-54, BT-68, BT-79 */
  subdivision: text.optional(),
  /** BT-40, BT-55, BT-69, BT-80: ISO 3166-1 alpha-2 */
  country: code,
})

/** BG-6, BG-9 */
const contact = z.strictObject({ name: text.optional(), phone: text.optional(), email: text.optional() })

const party = z.strictObject({
  /** BT-27, BT-44 */
  name: text,
  /** BT-28, BT-45 */
  tradingName: text.optional(),
  /** BT-29 (several), BT-46 (one) */
  identifiers: few(identifier).optional(),
  /** BT-30, BT-47: the number in the register of companies */
  legalId: identifier.optional(),
  /** BT-31, BT-48: with the country's prefix */
  vatId: text.optional(),
  /** BT-32: the seller's number for local taxes */
  taxId: text.optional(),
  /** BT-33: the seller's further legal information */
  legalForm: text.optional(),
  /** BT-34, BT-49: where e-invoices reach it */
  endpoint: identifier.optional(),
  /** BG-5, BG-8 */
  address,
  /** BG-6, BG-9 */
  contact: contact.optional(),
})

/** BG-10: who is paid, where that is not the seller */
const payee = z.strictObject({
  /** BT-59 */
  name: text,
  /** BT-60 */
  identifier: identifier.optional(),
  /** BT-61 */
  legalId: identifier.optional(),
})

/** BG-11 */
const taxRepresentative = z.strictObject({
  /** BT-62 */
  name: text,
  /** BT-63 */
  vatId: text,
  /** BG-12 */
  address,
})

/** BG-13 */
const delivery = z.strictObject({
  /** BT-70 */
  name: text.optional(),
  /** BT-71 */
  location: identifier.optional(),
  /** BT-72 */
  on: day.optional(),
  /** BG-15 */
  address: address.optional(),
})

/** BG-14, BG-26 */
const period = z.strictObject({ from: day.optional(), to: day.optional() })

/** BG-16 */
const payment = z.strictObject({
  /** BT-81: UNTDID 4461, `58` for a SEPA transfer */
  means: code,
  /** BT-82 */
  meansText: text.optional(),
  /** BT-83: the structured reference */
  remittance: text.optional(),
  /** BG-17 */
  transfers: few(
    z.strictObject({
      /** BT-84 */
      account: text,
      /** BT-85 */
      name: text.optional(),
      /** BT-86 */
      bic: text.optional(),
    }),
  ).optional(),
  /** BG-18: BT-87 (last digits only) and BT-88 */
  card: z.strictObject({ number: text, holder: text.optional() }).optional(),
  /** BG-19: BT-89, BT-90, BT-91 */
  directDebit: z
    .strictObject({ mandate: text.optional(), creditor: text.optional(), account: text.optional() })
    .optional(),
})

/** UNCL 5305, and Italy's B: the categories VAT is broken down by */
export const VAT_CATEGORIES = ['S', 'Z', 'E', 'AE', 'K', 'G', 'O', 'L', 'M', 'B'] as const
const category = z.enum(VAT_CATEGORIES)

/** BG-20, BG-21 */
const documentAllowance = z.strictObject({
  /** BT-92, BT-99 */
  amount: decimal,
  /** BT-93, BT-100 */
  base: decimal.optional(),
  /** BT-94, BT-101: percent */
  percent: decimal.optional(),
  /** BT-95 and BT-96, BT-102 and BT-103 */
  vat: z.strictObject({ category, rate: decimal.optional() }),
  /** BT-97, BT-104 */
  reason: text.optional(),
  /** BT-98 (UNCL 5189), BT-105 (UNCL 7161) */
  reasonCode: code.optional(),
})

/** BG-27, BG-28 */
const lineAllowance = documentAllowance.omit({ vat: true })

/** BG-22 */
const totals = z.strictObject({
  /** BT-106: sum of the lines */
  lines: decimal,
  /** BT-107 */
  allowances: decimal.optional(),
  /** BT-108 */
  charges: decimal.optional(),
  /** BT-109: without VAT */
  net: decimal,
  /** BT-110 */
  vat: decimal.optional(),
  /** BT-111: in the accounting currency (BT-6) */
  vatInAccountingCurrency: decimal.optional(),
  /** BT-112: with VAT */
  gross: decimal,
  /** BT-113 */
  prepaid: decimal.optional(),
  /** BT-114 */
  rounding: decimal.optional(),
  /** BT-115 */
  payable: decimal,
})

/** BG-23 */
const vatPart = z.strictObject({
  /** BT-116 */
  base: decimal,
  /** BT-117 */
  amount: decimal,
  /** BT-118 */
  category,
  /** BT-119: percent; absent where nothing is subject to VAT */
  rate: decimal.optional(),
  /** BT-120 */
  exemptionReason: text.optional(),
  /** BT-121: VATEX list */
  exemptionCode: code.optional(),
})

/** BG-24 */
const attachment = z.strictObject({
  /** BT-122 */
  reference: text,
  /** BT-123 */
  description: text.optional(),
  /** BT-124 */
  location: text.optional(),
  /** BT-125: base64 */
  content: z
    .strictObject({ mime: code, filename: text, base64: z.string().min(1).max(50_000_000) })
    .optional(),
})

/** BG-25 */
const line = z.strictObject({
  /** BT-126 */
  id: text,
  /** BT-127 */
  note: text.optional(),
  /** BT-128 */
  object: identifier.optional(),
  /** BT-129 */
  quantity: decimal,
  /** BT-130: UN/ECE Recommendations 20 and 21; `C62` one, `HUR` hour, `DAY` */
  unit: code,
  /** BT-131 */
  net: decimal,
  /** BT-132 */
  orderLine: text.optional(),
  /** BT-133 */
  buyerAccounting: text.optional(),
  /** BG-26 */
  period: period.optional(),
  /** BG-27 */
  allowances: few(lineAllowance).optional(),
  /** BG-28 */
  charges: few(lineAllowance).optional(),
  /** BG-29 */
  price: z.strictObject({
    /** BT-146 */
    net: decimal,
    /** BT-147 */
    discount: decimal.optional(),
    /** BT-148 */
    gross: decimal.optional(),
    /** BT-149 */
    quantity: decimal.optional(),
    /** BT-150 */
    unit: code.optional(),
  }),
  /** BG-30: BT-151, BT-152 */
  vat: z.strictObject({ category, rate: decimal.optional() }),
  /** BG-31 */
  item: z.strictObject({
    /** BT-153 */
    name: text,
    /** BT-154 */
    description: text.optional(),
    /** BT-155 */
    sellerId: text.optional(),
    /** BT-156 */
    buyerId: text.optional(),
    /** BT-157 */
    standardId: identifier.optional(),
    /** BT-158 */
    classifications: few(z.strictObject({ id: text, scheme: code, version: code.optional() })).optional(),
    /** BT-159 */
    origin: code.optional(),
    /** BG-32: BT-160, BT-161 */
    attributes: few(z.strictObject({ name: text, value: text })).optional(),
  }),
})

export const eInvoice = z.strictObject({
  /** BT-24: which specification it keeps to */
  specification: text,
  /** BT-23: which business process it is part of */
  process: text.optional(),
  /** BT-1 */
  number: text,
  /** BT-2 */
  issuedOn: day,
  /** BT-3: UNTDID 1001; `380` invoice, `381` credit note, `389` self-billed, `384` corrected */
  type: code,
  /** BT-5: ISO 4217 */
  currency: code,
  /** BT-6 */
  accountingCurrency: code.optional(),
  /** BT-7 */
  taxPointOn: day.optional(),
  /** BT-8: UNTDID 2005 */
  taxPointCode: code.optional(),
  /** BT-9 */
  dueOn: day.optional(),
  /** BT-10 */
  buyerReference: text.optional(),
  /** BT-11 */
  project: text.optional(),
  /** BT-12 */
  contract: text.optional(),
  /** BT-13 */
  order: text.optional(),
  /** BT-14 */
  salesOrder: text.optional(),
  /** BT-15 */
  receivingAdvice: text.optional(),
  /** BT-16 */
  despatchAdvice: text.optional(),
  /** BT-17 */
  tender: text.optional(),
  /** BT-18 */
  object: identifier.optional(),
  /** BT-19 */
  buyerAccounting: text.optional(),
  /** BT-20 */
  paymentTerms: text.optional(),
  /** BG-1: BT-21, BT-22 */
  notes: few(z.strictObject({ subject: code.optional(), text })).optional(),
  /** BG-3: BT-25, BT-26 */
  preceding: few(z.strictObject({ number: text, issuedOn: day.optional() })).optional(),
  /** BG-4 */
  seller: party,
  /** BG-7 */
  buyer: party,
  /** BG-10 */
  payee: payee.optional(),
  /** BG-11 */
  taxRepresentative: taxRepresentative.optional(),
  /** BG-13 */
  delivery: delivery.optional(),
  /** BG-14 */
  period: period.optional(),
  /** BG-16 */
  payment: payment.optional(),
  /** BG-20 */
  allowances: few(documentAllowance).optional(),
  /** BG-21 */
  charges: few(documentAllowance).optional(),
  /** BG-22 */
  totals,
  /** BG-23 */
  vat: few(vatPart),
  /** BG-24 */
  attachments: few(attachment).optional(),
  /** BG-25 */
  lines: z.array(line).min(1).max(LINES_MAX),
})

export type EInvoice = z.infer<typeof eInvoice>

/** A whole with any of its parts missing: what is found in a stranger's file, before the rules have looked at it. */
export type Found<T> = T extends readonly (infer Item)[]
  ? readonly Found<Item>[]
  : T extends object
    ? { readonly [K in keyof T]?: Found<T[K]> | undefined }
    : T

export type FoundInvoice = Found<EInvoice>

/** UBL writes a credit note as another document than an invoice; its amounts are positive there too. */
export const isCreditNote = ({ type }: { readonly type?: string | undefined }): boolean =>
  type !== undefined && CREDIT_NOTE_TYPES.has(type)
