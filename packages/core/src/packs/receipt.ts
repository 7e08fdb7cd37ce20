import { z } from 'zod'
import type { Json } from '../canonical/index.ts'
import { isSignedBy, type KeyAnnouncement, type Signed } from '../federation/index.ts'
import { keyAnnouncements, signatureText } from './pack-schema.ts'

/** What the group signs when it has taken a pack in. */
export interface Receipt {
  readonly format: 'samen-receipt-1'
  readonly group: string
  readonly office: string
  readonly packNo: number
  readonly period: string
  readonly hash: string
  /** When the group took it in, in UTC. The same pack sent again gets the same receipt. */
  readonly receivedAt: string
}

export interface SignedReceipt extends Signed {
  readonly receipt: Receipt
  /** The group's keys, the first of which the office has pinned. */
  readonly keys: readonly KeyAnnouncement[]
}

/** What a group answers to a pack, as it is read from the network: other members are passed over. */
export const signedReceipt: z.ZodType<SignedReceipt> = z.object({
  receipt: z.strictObject({
    format: z.literal('samen-receipt-1'),
    group: z.string().max(31),
    office: z.string().max(31),
    packNo: z.int(),
    period: z.string().max(7),
    hash: z.string().max(64),
    receivedAt: z.iso.datetime(),
  }),
  keyNo: z.int(),
  signature: signatureText,
  keys: keyAnnouncements,
})

/** Whether a receipt is of this pack and signed by this key. */
export const isReceiptOf = (
  { receipt, signature }: Pick<SignedReceipt, 'receipt' | 'signature'>,
  pack: { office: string; packNo: number; hash: string },
  publicKey: string,
): boolean =>
  receipt.office === pack.office &&
  receipt.packNo === pack.packNo &&
  receipt.hash === pack.hash &&
  isSignedBy(receipt as unknown as Json, signature, Buffer.from(publicKey, 'base64'))
