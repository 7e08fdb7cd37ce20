import { CHANNELS, type Channel, type DeliveryFormat, FORMATS } from '../country/index.ts'

export { CHANNELS, type Channel, type DeliveryFormat, FORMATS } from '../country/index.ts'

export const DELIVERY_FORMATS = Object.keys(FORMATS) as [DeliveryFormat, ...DeliveryFormat[]]

/** Ways an invoice leaves the house: a network, or a message with the file and the invoice as PDF. */
export const WAYS = [...CHANNELS, 'email'] as const
export type Way = (typeof WAYS)[number]

/** A message carries every form of an invoice; what is reported to an authority is none. */
export const carries = (way: Way, format: DeliveryFormat): boolean =>
  way === 'email' ? format !== 'nav' : (FORMATS[format] as readonly Channel[]).includes(way)
