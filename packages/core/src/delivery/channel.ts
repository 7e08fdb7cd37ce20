import type { IsoDate } from '../country/index.ts'

/**
 * Networks an invoice leaves by: Peppol through an access point, Italy's exchange system (SdI), a French approved platform
 * (PDP), Hungary's tax authority (NAV), to which invoices are reported and not delivered.
 */
export const CHANNELS = ['peppol', 'sdi', 'pdp', 'nav'] as const
export type Channel = (typeof CHANNELS)[number]

/** Ways an invoice leaves the house: a network, or a message with the file and the invoice as PDF. */
export const WAYS = [...CHANNELS, 'email'] as const
export type Way = (typeof WAYS)[number]

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

export const DELIVERY_FORMATS = Object.keys(FORMATS) as [DeliveryFormat, ...DeliveryFormat[]]

/** A message carries every form of an invoice; what is reported to an authority is none. */
export const carries = (way: Way, format: DeliveryFormat): boolean =>
  way === 'email' ? format !== 'nav' : (FORMATS[format] as readonly Channel[]).includes(way)

interface Obligation {
  readonly country: string
  readonly channel: Channel
  readonly from: IsoDate
  /** Whose invoices: to businesses alone, or to anybody in the country. */
  readonly to: 'business' | 'anybody'
  readonly source: string
  readonly unverified?: string
}

/** Invoices between parties of one country that must go by a network: paper, PDF and mail are no invoices there. */
export const OBLIGATIONS: readonly Obligation[] = [
  {
    country: 'IT',
    channel: 'sdi',
    from: '2019-01-01',
    to: 'anybody',
    source: 'D.Lgs. 127/2015, art. 1(3), as L. 205/2017, art. 1(909) has it',
    unverified: 'from memory',
  },
  {
    country: 'HU',
    channel: 'nav',
    from: '2021-01-04',
    to: 'anybody',
    source: 'Áfa tv. (2007:CXXVII), annex 10: a report beside the invoice, not its delivery',
    unverified: 'from memory',
  },
  {
    country: 'BE',
    channel: 'peppol',
    from: '2026-01-01',
    to: 'business',
    source: 'Code TVA/Btw-Wetboek, art. 53 § 2, as the law of 6 February 2024 has it',
    unverified: 'from memory',
  },
  {
    country: 'FR',
    channel: 'pdp',
    from: '2027-09-01',
    to: 'business',
    source: 'CGI, art. 289 bis; loi 2023-1322, art. 91',
    unverified: 'from memory; since 1 September 2026 for large and mid-sized enterprises',
  },
]

/** The network that an invoice of a day must go by; undefined where it may go as the parties like. */
export function obligedChannel(
  sellerCountry: string,
  buyer: { readonly country: string; readonly isBusiness: boolean },
  on: IsoDate,
): Channel | undefined {
  if (sellerCountry !== buyer.country) return undefined
  return OBLIGATIONS.find(
    ({ country, from, to }) =>
      country === sellerCountry && from <= on && (to === 'anybody' || buyer.isBusiness),
  )?.channel
}
