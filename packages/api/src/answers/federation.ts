import { z } from 'zod'
import { moment, period } from './common.ts'

const keys = z.array(
  z.object({
    keyNo: z.number().int(),
    publicKey: z.string(),
    fromPack: z.number().int(),
    signature: z.string().nullable(),
  }),
)

export const signedReceipt = z
  .object({
    receipt: z.object({
      format: z.literal('samen-receipt-1'),
      group: z.string(),
      office: z.string(),
      packNo: z.number().int(),
      period,
      hash: z.string(),
      receivedAt: moment,
    }),
    keyNo: z.number().int(),
    signature: z
      .string()
      .meta({ description: 'Ed25519 over the receipt’s canonical JSON (RFC 8785), base64' }),
    keys: keys.meta({ description: 'The group’s keys; each is announced by a signature of the one before' }),
  })
  .meta({ id: 'SignedReceipt' })

export const membership = z.object({ group: z.string(), office: z.string() }).meta({ id: 'Membership' })
