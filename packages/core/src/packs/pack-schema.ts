import { z } from 'zod'
import { AGE_BANDS, GENDERS, type PackContent } from './pack.ts'

/**
 * All a pack may hold: names of accounts and funds, amounts, counts. Nothing of it is about a person, and nothing else is
 * taken.
 */

const money = z.string().regex(/^-?\d{1,15}\.\d{2}$/, 'an amount is decimal text with two decimals')
const slug = z.string().regex(/^[a-z][a-z0-9-]{0,30}$/)
const line = z.string().min(1).max(200)
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.int().min(0).max(100_000_000)
const packNo = z.int().min(1).max(1_000_000)

export const packContent: z.ZodType<PackContent> = z.strictObject({
  format: z.literal('samen-pack-2', 'not a pack of a format this version reads'),
  office: z.strictObject({ slug, name: line, country: z.string().regex(/^[A-Z]{2}$/) }),
  period: z.string().regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/),
  packNo,
  previousHash: hash.nullable(),
  supersedes: packNo.nullable(),
  versions: z.strictObject({ core: line, plugin: line }),
  currency: z.string().regex(/^[A-Z]{3}$/),
  accounts: z
    .array(
      z.strictObject({
        account: z
          .string()
          .regex(/^[a-z][a-z0-9-]*(:[a-z0-9][a-z0-9-]*)?$/)
          .max(100),
        number: line,
        name: line,
        group: line,
        opening: money,
        debit: money,
        credit: money,
        closing: money,
      }),
    )
    .max(2_000),
  intercompany: z.array(z.strictObject({ counterparty: slug, account: line, closing: money })).max(200),
  funds: z
    .array(
      z.strictObject({
        code: line,
        name: line,
        contributed: money,
        recovered: money,
        transferred: money,
        available: money,
        advanced: money,
        lost: money,
        spent: money,
      }),
    )
    .max(100),
  statistics: z
    .array(
      z.strictObject({
        sector: z.enum(['artistic', 'cultural-industry', 'other', 'all']),
        turnover: money,
        wages: money.nullable(),
        activeWorkers: count.nullable(),
      }),
    )
    .max(10),
  people: z.strictObject({
    members: count.nullable(),
    registrations: count.nullable(),
    ages: z
      .array(z.strictObject({ band: z.enum(AGE_BANDS), workers: count.nullable() }))
      .max(AGE_BANDS.length),
    genders: z
      .array(z.strictObject({ gender: z.enum(GENDERS), workers: count.nullable() }))
      .max(GENDERS.length),
  }),
  final: z.literal(true).optional(),
})

/** 64 bytes and 32 bytes in base64. */
export const signatureText = z.string().regex(/^[A-Za-z0-9+/]{86}==$/)
export const publicKeyText = z.string().regex(/^[A-Za-z0-9+/]{43}=$/)

export const keyAnnouncements = z
  .array(
    z.strictObject({
      keyNo: z.int().min(1).max(1_000),
      publicKey: publicKeyText,
      fromPack: packNo,
      signature: signatureText.nullable(),
    }),
  )
  .min(1)
  .max(200)

/** A pack on its way from an office to the group, as it travels. */
export const packDelivery = z.strictObject({
  content: packContent,
  hash,
  keyNo: z.int().min(1),
  signature: signatureText,
  keys: keyAnnouncements,
})

export type PackDelivery = z.infer<typeof packDelivery>
