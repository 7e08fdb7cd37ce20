import type { Channel, DeliveryFormat } from './channel.ts'
import type { NetworkResponse } from './delivery-store.ts'
import type { DeliveryConnection } from './rules.ts'

/** A file on its way out. */
export interface OutgoingInvoice {
  /** Sent twice it is one: the network, or who speaks for it, keeps it apart by this. */
  readonly idempotencyKey: string
  readonly channel: Channel
  readonly format: DeliveryFormat
  readonly fileName: string
  readonly receiver: string | null
  readonly instructions: Readonly<Record<string, string>>
  readonly content: string
}

/** A supplier's file that came in. */
export interface ArrivedDocument {
  readonly documentId: string
  readonly name: string
  readonly bytes: Uint8Array
}

/** Thrown by a transport for a file that nobody will take as it is: it is not tried again. */
export class RefusedByNetworkError extends Error {}

/** How a network is spoken to. Any other error than a refusal is tried again later. */
export interface Transport {
  /** Hands a file over; answers the network's number of it. @throws RefusedByNetworkError */
  send(to: DeliveryConnection, invoice: OutgoingInvoice): Promise<string>
  /** What the network has said since, of these deliveries or all; and where to go on. */
  responses(
    from: DeliveryConnection,
    pending: readonly string[],
    after: string | undefined,
  ): Promise<{ readonly responses: readonly NetworkResponse[]; readonly next?: string | undefined }>
  /** What came in since. */
  incoming(
    from: DeliveryConnection,
    after: string | undefined,
  ): Promise<{ readonly documents: readonly ArrivedDocument[]; readonly next?: string | undefined }>
}

export type Transports = Readonly<Record<Channel, Transport>>
