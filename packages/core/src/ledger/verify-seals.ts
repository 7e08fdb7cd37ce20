import { sql } from 'kysely'
import type { Transaction } from '../database/index.ts'
import type { BrokenLink } from './broken-link.ts'
import { sealHash } from './chain.ts'

export interface SealVerification {
  readonly sealCount: number
  readonly unsealedBatches: number
  readonly lastSeal: string | undefined
  readonly broken: BrokenLink | undefined
}

interface SealRow {
  sealNo: number
  batchCount: number
  hash: string
}

interface SealedBatch {
  batchId: string
  /** Null when the batch itself is gone. */
  transactionCount: number | null
  hash: string | null
}

/** Recomputes every seal from the batches it names: one that vanished or was rewritten whole does not fit any more. */
export async function verifySeals(trx: Transaction, officeId: string): Promise<SealVerification> {
  const seals = await sql<SealRow>`
    select s.seal_no as "sealNo", s.batch_count as "batchCount", encode(s.hash, 'hex') as hash
      from samen.ledger_seal s where s.office_id = ${officeId} order by s.seal_no`.execute(trx)
  let previous = ''
  let broken: BrokenLink | undefined
  for (const [index, seal] of seals.rows.entries()) {
    broken = await checkSeal(trx, officeId, seal, index + 1, previous)
    if (broken) break
    previous = seal.hash
  }
  const { rows } = await sql<{ count: bigint }>`
    select count(*) as count from samen.ledger_batch b
     where b.office_id = ${officeId}
       and not exists (select from samen.ledger_seal_batch s
                        where s.office_id = b.office_id and s.batch_id = b.batch_id)`.execute(trx)
  const unsealedBatches = Number(rows[0]?.count ?? 0n)
  return { sealCount: seals.rows.length, unsealedBatches, lastSeal: seals.rows.at(-1)?.hash, broken }
}

async function checkSeal(
  trx: Transaction,
  officeId: string,
  { sealNo, batchCount, hash }: SealRow,
  expectedNo: number,
  previous: string,
): Promise<BrokenLink | undefined> {
  if (sealNo !== expectedNo)
    return { what: 'seal-missing', officeId, sealNo: expectedNo, detail: `Seal ${expectedNo} is gone.` }
  const { rows } = await sql<SealedBatch>`
    select s.batch_id as "batchId", b.transaction_count as "transactionCount", encode(b.hash, 'hex') as hash
      from samen.ledger_seal_batch s
      left join samen.ledger_batch b on b.office_id = s.office_id and b.batch_id = s.batch_id
     where s.office_id = ${officeId} and s.seal_no = ${sealNo} order by s.position`.execute(trx)
  const batches: { batchId: string; transactionCount: number; hash: string }[] = []
  for (const { batchId, transactionCount, hash: last } of rows) {
    if (transactionCount === null || last === null)
      return {
        what: 'batch-missing',
        officeId,
        batchId,
        sealNo,
        detail: `Seal ${sealNo} names a batch that is gone.`,
      }
    batches.push({ batchId, transactionCount, hash: last })
  }
  if (batches.length !== batchCount)
    return {
      what: 'batch-missing',
      officeId,
      sealNo,
      detail: `Seal ${sealNo} was made over ${batchCount} batches and names ${batches.length}.`,
    }
  const computed = sealHash(officeId, sealNo, previous, batches)
  if (computed !== hash)
    return {
      what: 'seal-changed',
      officeId,
      sealNo,
      detail: `The batches under seal ${sealNo} give the hash ${computed}; ${hash} was written.`,
    }
  return undefined
}
