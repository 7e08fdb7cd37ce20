import { z } from 'zod'

/** Facturae's root element stands in this namespace, which is also the specification (BT-24) its invoices claim. */
export const FACTURAE = 'http://www.facturae.gob.es/formato/Versiones/Facturaev3_2_2.xml'

/** ReasonCode and the words the schema wants beside it. */
export const REASONS = {
  '01': 'Número de la factura',
  '02': 'Serie de la factura',
  '03': 'Fecha expedición',
  '04': 'Nombre y apellidos/Razón Social-Emisor',
  '05': 'Nombre y apellidos/Razón Social-Receptor',
  '06': 'Identificación fiscal Emisor/obligado',
  '07': 'Identificación fiscal Receptor',
  '08': 'Domicilio Emisor/Obligado',
  '09': 'Domicilio Receptor',
  '10': 'Detalle Operación',
  '11': 'Porcentaje impositivo a aplicar',
  '12': 'Cuota tributaria a aplicar',
  '13': 'Fecha/Periodo a aplicar',
  '14': 'Clase de factura',
  '15': 'Literales legales',
  '16': 'Base imponible',
  '80': 'Cálculo de cuotas repercutidas',
  '81': 'Cálculo de cuotas retenidas',
  '82': 'Base imponible modificada por devolución de envases / embalajes',
  '83': 'Base imponible modificada por descuentos y bonificaciones',
  '84': 'Base imponible modificada por resolución firme, judicial o administrativa',
  '85': 'Base imponible modificada cuotas repercutidas no satisfechas. Auto de declaración de concurso',
} as const

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'A day such as 2026-11-25')
const decimal = z.string().regex(/^\d{1,15}(?:\.\d{1,8})?$/, 'An amount such as 150.00')
const words = (max: number) => z.string().trim().min(1).max(max)

/** What Facturae asks beside an EN 16931 invoice. */
export const facturaeSupplement = z.strictObject({
  /** InvoiceSeriesCode */
  series: words(20).optional(),
  /** LanguageName: the language of the invoice's texts */
  language: z.enum(['es', 'ca', 'eu', 'gl', 'en', 'fr', 'de']),
  /**
   * AdministrativeCentres of the buyer: the DIR3 codes without which FACe takes no invoice. Role 01 is the accounting office,
   * 02 the managing body, 03 the processing unit, 04 the proposing body.
   */
  centres: z
    .array(
      z.strictObject({ code: words(10), role: z.enum(['01', '02', '03', '04']), name: words(40).optional() }),
    )
    .min(1)
    .max(10)
    .optional(),
  /** FileReference: the number of the buyer's file (expediente) */
  fileReference: words(20).optional(),
  /** Corrective: what a credit note (381) or a corrected invoice (384) mends, and of which period */
  correction: z
    .strictObject({ reason: z.enum(Object.keys(REASONS) as [keyof typeof REASONS]), from: day, to: day })
    .optional(),
  /** TaxesWithheld: income tax (04) the buyer withholds; ours never, a freelancer's bill to us does */
  withholdings: z
    .array(z.strictObject({ type: z.enum(['04', '28']), rate: decimal, base: decimal, amount: decimal }))
    .min(1)
    .max(10)
    .optional(),
  /** LegalLiterals: sentences the law wants on the invoice */
  legalReferences: z.array(words(250)).min(1).max(20).optional(),
})

export type FacturaeSupplement = z.infer<typeof facturaeSupplement>
