import type { Transports } from '@samen/core/delivery'
import { gatewayTransport } from './gateway-transport.ts'
import { navTransport } from './nav-transport.ts'

/** How each network is spoken to. */
export const transportsOf = (now: () => Date): Transports => ({
  peppol: gatewayTransport,
  sdi: gatewayTransport,
  pdp: gatewayTransport,
  nav: navTransport(now),
})
