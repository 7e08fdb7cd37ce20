import { hash } from 'node:crypto'
import type { Entry, Posting } from './posting.ts'

/** A posting as it stands in the ledger. */
export interface ChainLink {
  readonly transactionId: string
  /** Microseconds since 1970 at which the database transaction that wrote it began. */
  readonly recordedAtMicros: bigint
  readonly posting: Posting
}

/**
 * A batch's hash chain, in hexadecimal. It starts at the office and the batch, so a chain cannot be moved to another
 * place; link i is SHA-256 over link i−1, a line feed, and the canonical JSON text of transaction i, in UTF-8.
 */
export const chainStart = (officeId: string, batchId: string): string =>
  hash('sha256', JSON.stringify(['samen-ledger-1', officeId, batchId]))

export const chainNext = (previous: string, link: ChainLink): string =>
  hash('sha256', `${previous}\n${canonicalTransaction(link)}`)

/** A seal's hash: SHA-256 over the seal before (empty for the first) and each batch's id, size and last link. */
export function sealHash(
  officeId: string,
  sealNo: number,
  previous: string,
  batches: readonly { batchId: string; transactionCount: number; hash: string }[],
): string {
  const lines = batches.map((batch) => [batch.batchId, batch.transactionCount, batch.hash])
  return hash('sha256', JSON.stringify(['samen-seal-1', officeId, sealNo, previous, lines]))
}

function canonicalTransaction({ transactionId, recordedAtMicros, posting }: ChainLink): string {
  return `["${transactionId}","${recordedAtMicros}",${canonicalPosting(posting)}]`
}

/** A posting as text: the same text if and only if it is the same posting. */
export function canonicalPosting(posting: Posting): string {
  const { key, kind, legalEntityId, effectiveOn, description, source, reverses, entries } = posting
  const head = JSON.stringify([
    key,
    kind,
    legalEntityId,
    effectiveOn,
    description ?? '',
    source?.kind ?? null,
    source?.id ?? null,
    reverses ?? null,
  ])
  return `${head.slice(0, -1)},[${entries.map(canonicalEntry).join()}]]`
}

// Account, currency and subject were checked to hold no character that JSON escapes.
function canonicalEntry({ account, subject, currency, amount }: Entry): string {
  return `["${account}",${subject == null ? 'null' : `"${subject}"`},"${currency}","${amount}"]`
}
