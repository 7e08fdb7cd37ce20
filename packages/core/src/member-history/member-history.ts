import { createHash } from 'node:crypto'
import { z } from 'zod'
import { canonicalJson, type Json } from '../canonical/index.ts'
import { isSignedByChain, signedBy } from '../federation/index.ts'
import { Problem } from '../problem/index.ts'

/**
 * A member's history in an office, as a document that outlives the office: who they are, their shares, their jobs, and every
 * payslip with its lines. Amounts are decimal text in major units.
 */

const text = z.string().max(1_000)
const day = z.iso.date()
const money = z.string().regex(/^-?\d{1,15}(\.\d{2})?$/)
const json = z.json()

const history = z.strictObject({
  format: z.literal('samen-member-history-1'),
  office: z.strictObject({
    slug: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/),
    name: text,
    country: z.string().regex(/^[A-Z]{2}$/),
  }),
  writtenOn: day,
  member: z.strictObject({
    givenName: text,
    familyName: text,
    birthDate: day,
    nationalNumber: text,
    email: text,
    joinedOn: day,
  }),
  shares: z
    .array(z.strictObject({ number: text, amount: money, currency: text, acquiredOn: day }))
    .max(10_000),
  contracts: z
    .array(
      z.strictObject({
        reference: text,
        title: text,
        client: text,
        state: text,
        startsOn: day,
        endsOn: day,
        fee: money,
        currency: text,
        /** The member's part of the job, as a fraction: `1/2`. */
        share: text,
      }),
    )
    .max(100_000),
  payslips: z
    .array(
      z.strictObject({
        contract: text,
        employer: text,
        periodFrom: day,
        periodTo: day,
        paidOn: day,
        currency: text,
        gross: money,
        employeeContributions: money,
        wageTax: money,
        net: money,
        employerContributions: money,
        employerCost: money,
        /** Whether it states the difference to an earlier one. */
        corrects: z.boolean(),
        earnings: json,
        lines: json,
      }),
    )
    .max(100_000),
})

const signedHistory = z.strictObject({
  history,
  ...signedBy,
})

export type MemberHistory = z.infer<typeof history>
export type SignedMemberHistory = z.infer<typeof signedHistory>

/** A file beyond this is not read. */
export const MEMBER_HISTORY_BYTES_MAX = 50_000_000

/**
 * Reads a member's history and checks that it is whole and as its office signed it. That the key is the office's own is for
 * people to compare: its fingerprint stands with the office, or the group knows it.
 *
 * @throws Problem `invalid-field` for what is none, naming the first wrong member; `refused` when something was changed.
 */
export function readMemberHistory(bytes: Uint8Array): SignedMemberHistory {
  const bad = (why: string) =>
    new Problem('invalid-field', `This is not a member's history: ${why}`, { field: 'file' })
  if (bytes.length > MEMBER_HISTORY_BYTES_MAX) throw bad('it is larger than 50 MB.')
  let parsed: unknown
  try {
    parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw bad('it is not JSON.')
  }
  const read = signedHistory.safeParse(parsed)
  if (!read.success) throw bad(`${read.error.issues[0]?.path.join('.')}: ${read.error.issues[0]?.message}.`)
  const { history: document, keys } = read.data
  if (!isSignedByChain(document.office.slug, keys[0]?.publicKey ?? '', read.data, document))
    throw new Problem(
      'refused',
      'This history was changed after its office signed it, or never was signed by it.',
    )
  return read.data
}

/** SHA-256 of the canonical text. */
export const historyHash = (signed: SignedMemberHistory): Buffer =>
  createHash('sha256')
    .update(canonicalJson(signed as unknown as Json))
    .digest()
