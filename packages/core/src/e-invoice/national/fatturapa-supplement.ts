import { z } from 'zod'
import { scaled, scaledOr0 } from '../decimal.ts'
import type { EInvoice, Found } from '../model.ts'

/** FatturaPA's root element stands in this namespace, which is also the specification (BT-24) its invoices claim. */
export const FATTURAPA = 'http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2'

type Category = EInvoice['vat'][number]['category']

/**
 * Natura: why an amount bears no VAT, and the category of EN 16931 it reads as. The codes are the schema's (N2, N3 and N6
 * without a digit are no longer accepted since 2021). Their categories are our reading of the descriptions, unverified
 * against the Italian CIUS.
 */
const NATURES = {
  N1: 'O',
  'N2.1': 'O',
  'N2.2': 'O',
  'N3.1': 'G',
  'N3.2': 'K',
  'N3.3': 'G',
  'N3.4': 'G',
  'N3.5': 'E',
  'N3.6': 'E',
  N4: 'E',
  N5: 'E',
  'N6.1': 'AE',
  'N6.2': 'AE',
  'N6.3': 'AE',
  'N6.4': 'AE',
  'N6.5': 'AE',
  'N6.6': 'AE',
  'N6.7': 'AE',
  'N6.8': 'AE',
  'N6.9': 'AE',
  N7: 'O',
} as const satisfies Readonly<Record<string, Category>>
export type Natura = keyof typeof NATURES

const EU_PREFIXES = /^(AT|BE|BG|CY|CZ|DE|DK|EE|EL|ES|FI|FR|HR|HU|IE|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK|XI)/

/** A service to a taxable person elsewhere in the Union is N2.1 in Italy (art. 7-ter) and its reverse charge in EN 16931. */
export const categoryOf = (natura: string, buyerVatId: string | undefined): Category | undefined =>
  natura === 'N2.1' && EU_PREFIXES.test(buyerVatId ?? '')
    ? 'AE'
    : (NATURES as Readonly<Record<string, Category>>)[natura]

/** TipoDocumento and the type (BT-3) it reads as: the first of a type is the ordinary one. */
export const DOCUMENT_TYPES = {
  TD01: '380',
  TD02: '386',
  TD03: '386',
  TD04: '381',
  TD05: '383',
  TD06: '380',
  TD16: '389',
  TD17: '389',
  TD18: '389',
  TD19: '389',
  TD20: '389',
  TD21: '389',
  TD22: '389',
  TD23: '389',
  TD24: '380',
  TD25: '380',
  TD26: '380',
  TD27: '380',
  TD28: '389',
} as const satisfies Readonly<Record<string, string>>

const keys = <K extends string>(table: Readonly<Record<K, unknown>>) => Object.keys(table) as [K, ...K[]]
const amount = z.string().regex(/^\d{1,11}\.\d{2}$/, 'An amount such as 2.00')
const rate = z.string().regex(/^\d{1,3}\.\d{2}$/, 'A rate such as 20.00')
const natura = z.enum(keys(NATURES))

/** What FatturaPA asks beside an EN 16931 invoice. */
export const fatturaPaSupplement = z.strictObject({
  /** IdTrasmittente: who hands the file to the exchange system */
  transmitter: z.strictObject({
    country: z.string().regex(/^[A-Z]{2}$/, 'A country such as IT'),
    code: z.string().regex(/^[A-Z0-9]{1,28}$/, 'A tax number of capital letters and digits'),
  }),
  /** ProgressivoInvio: the transmitter's own number of the file */
  transmissionNumber: z.string().regex(/^[A-Za-z0-9]{1,10}$/, 'At most ten letters and digits'),
  /**
   * CodiceDestinatario: seven signs for a company (`0000000` where only the PEC is known or nothing, `XXXXXXX` for a buyer
   * abroad), six for an office of the public administration. The number of signs decides the file's format, FPR12 or FPA12.
   */
  recipientCode: z
    .string()
    .regex(/^[A-Z0-9]{6,7}$/, 'Six (public administration) or seven capitals and digits'),
  /** PECDestinatario */
  pec: z
    .string()
    .max(256)
    .regex(/^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/, 'A certified mail address')
    .optional(),
  /** TipoDocumento: `TD01` invoice, `TD04` credit note, `TD24` deferred invoice; must fit the invoice's type (BT-3) */
  documentType: z.enum(keys(DOCUMENT_TYPES)),
  /** SoggettoEmittente: `CC` the buyer made the paper, `TZ` somebody else for the seller */
  issuedBy: z.enum(['CC', 'TZ']).optional(),
  /** RegimeFiscale: `RF01` ordinary */
  taxRegime: z.string().regex(/^RF(0[124-9]|1[0-9])$/, 'A tax regime from RF01 to RF19'),
  /** IscrizioneREA: the company's entry in the business register */
  rea: z
    .strictObject({
      office: z.string().regex(/^[A-Z]{2}$/, 'A province such as MI'),
      number: z.string().regex(/^[A-Z0-9]{1,20}$/, 'A number of capitals and digits'),
      capital: amount.optional(),
      shareholders: z.enum(['SU', 'SM']).optional(),
      liquidation: z.enum(['LS', 'LN']),
    })
    .optional(),
  /** Natura of what bears no VAT, by category: one for each category the invoice has beside S and B */
  natures: z.partialRecord(z.enum(['E', 'AE', 'K', 'G', 'O']), natura).optional(),
  /** EsigibilitaIVA of taxed amounts: `I` at once, `D` deferred. Split payment is the category B and written `S`. */
  chargeability: z.enum(['I', 'D']).optional(),
  /** DatiBollo: the stamp duty paid electronically, see `stampDutyOf` */
  stampDuty: amount.optional(),
  /** DatiRitenuta: what the buyer withholds; ours never, a freelancer's bill to us does. All lines are marked as subject to it. */
  withholdings: z
    .array(
      z.strictObject({
        type: z.enum(['RT01', 'RT02', 'RT03', 'RT04', 'RT05', 'RT06']),
        amount,
        rate,
        /** CausalePagamento of form CU, `A` for self-employed work */
        cause: z.string().regex(/^([A-EG-IL-Z]|L1|M1|M2|O1|V1|ZO)$/, 'A cause of form CU'),
      }),
    )
    .min(1)
    .max(6)
    .optional(),
})

export type FatturaPaSupplement = z.infer<typeof fatturaPaSupplement>

const STAMP_DUTY = '2.00'
const STAMP_DUTY_ABOVE = '77.47'
/** Exports, intra-community supplies, margins and reverse charge keep VAT's place and owe none. */
const STAMPED: ReadonlySet<string> = new Set(['N1', 'N2.1', 'N2.2', 'N3.5', 'N3.6', 'N4'])

/**
 * The stamp duty (imposta di bollo) an invoice owes: 2.00 € where more than 77.47 € bear no VAT, else nothing. D.P.R. 642/1972,
 * tariff art. 13, and art. 6 of its table; amount since 26.6.2013 (D.L. 43/2013). Which Natura count is known from memory of
 * the Agency's list B and unverified; so is that some buyers and papers are exempt, which is not decided here.
 */
export function stampDutyOf(
  { vat }: Pick<EInvoice, 'vat'>,
  { natures }: Pick<Found<FatturaPaSupplement>, 'natures'>,
): string | undefined {
  let untaxed = 0n
  for (const { category, base } of vat)
    if (STAMPED.has((natures as Readonly<Record<string, string | undefined>> | undefined)?.[category] ?? ''))
      untaxed += scaledOr0(base)
  return untaxed > scaled(STAMP_DUTY_ABOVE) ? STAMP_DUTY : undefined
}

/**
 * The name the exchange system wants of a file: country and tax number of the transmitter, and up to five letters and digits
 * that tell its files apart. Add `.p7m` when it is signed in CAdES.
 *
 * @throws RangeError for a number that is not of that form.
 */
export function fatturaPaFileName(
  { transmitter }: Pick<FatturaPaSupplement, 'transmitter'>,
  number: string,
): string {
  if (!/^[A-Za-z0-9]{1,5}$/.test(number))
    throw new RangeError(
      `"${number}" does not tell a FatturaPA file apart: use one to five letters and digits`,
    )
  return `${transmitter.country}${transmitter.code}_${number}.xml`
}
