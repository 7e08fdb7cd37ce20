import type { IsoDate } from './calendar.ts'
import type { Parameter, ParameterSet } from './parameters.ts'

/**
 * Networks an invoice leaves by: Peppol through an access point, Italy's exchange system (SdI), a French approved platform
 * (PDP), Hungary's tax authority (NAV), to which invoices are reported and not delivered.
 */
export const CHANNELS = ['peppol', 'sdi', 'pdp', 'nav'] as const
export type Channel = (typeof CHANNELS)[number]

/** Forms an invoice is written in, and the channels that carry each. */
export const FORMATS = {
  'peppol-ubl': ['peppol', 'pdp'],
  'peppol-cii': ['peppol', 'pdp'],
  'xrechnung-ubl': ['peppol'],
  'xrechnung-cii': ['peppol'],
  nlcius: ['peppol'],
  'ubl-be': ['peppol'],
  fatturapa: ['sdi'],
  facturae: [],
  ebinterface: [],
  nav: ['nav'],
} as const satisfies Readonly<Record<string, readonly Channel[]>>
export type DeliveryFormat = keyof typeof FORMATS

/** Forms of the chained records that a law wants of every invoice a company issues. Core writes them; a country names one. */
export type BillingRecordForm = 'verifactu'

/** What a law wants of invoices between two parties of the country, from a day on. */
export interface EInvoiceObligation {
  /** `send`: the invoice leaves so and no other way. `report`: its data do, beside it. `receive`: our suppliers' invoices come so. */
  readonly duty: 'send' | 'report' | 'receive'
  /** Who the invoices are to (or from, where they are received): anybody, whoever has a VAT or company number, public bodies. */
  readonly to: 'anybody' | 'business' | 'public-body'
  /** Any of these networks; empty where the law names none. */
  readonly channels: readonly Channel[]
  /** Any of these forms; absent: whatever the channel carries. */
  readonly formats?: readonly DeliveryFormat[]
  /** The parties may agree on another way: then a rule for that client alone says so. */
  readonly byAgreement?: true
  readonly from: IsoDate
  /** The last day. */
  readonly until?: IsoDate
  readonly source: string
  /** Why it is not certain, in a sentence. */
  readonly unverified?: string
}

/** A country's law on electronic invoices. */
export interface EInvoicing {
  readonly obligations: readonly EInvoiceObligation[]
  /**
   * A record of every invoice issued, chained to the one before, which the company keeps for its tax authority. `obliged` says
   * from which day its law wants one; a company may begin earlier.
   */
  readonly records?: {
    readonly form: BillingRecordForm
    readonly obliged: Parameter<boolean>
  }
}

/** All dated values of a country's law on e-invoices by name, for lists of what is not verified. */
export const eInvoicingParameters = (law: EInvoicing | undefined): ParameterSet =>
  Object.fromEntries([
    ...(law?.obligations ?? []).map((one): [string, Parameter<boolean>] => [
      `eInvoicing.${one.duty}.${one.to}.${one.from}`,
      { unit: 'switch', title: `E-invoices: ${one.duty}, ${one.to}`, series: [{ ...one, value: true }] },
    ]),
    ...(law?.records ? [['eInvoicing.records.obliged', law.records.obliged]] : []),
  ])

/** Whether the law wants records of invoices of a day. */
export function recordsObliged(law: EInvoicing | undefined, day: IsoDate): boolean {
  return law?.records?.obliged.series.findLast(({ from }) => from <= day)?.value ?? false
}
