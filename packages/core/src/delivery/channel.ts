import { type Channel, type DeliveryFormat, FORMATS } from '../country/index.ts'

export { CHANNELS, type Channel, type DeliveryFormat, FORMATS } from '../country/index.ts'

export const DELIVERY_FORMATS = Object.keys(FORMATS) as [DeliveryFormat, ...DeliveryFormat[]]

export const carries = (channel: Channel, format: DeliveryFormat): boolean =>
  (FORMATS[format] as readonly Channel[]).includes(channel)
