import { z } from 'zod'

/** What stands beside a document that an office signed and gave out: the chain of its public keys, which one, and its signature. */
export const signedBy = {
  keys: z
    .array(
      z.strictObject({
        keyNo: z.int(),
        publicKey: z.string().regex(/^[A-Za-z0-9+/]{43}=$/),
        fromPack: z.int(),
        signature: z.string().max(100).nullable(),
      }),
    )
    .min(1)
    .max(200),
  keyNo: z.int(),
  signature: z.string().regex(/^[A-Za-z0-9+/]{86}==$/),
}
