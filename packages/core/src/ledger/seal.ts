import { sql } from 'kysely'
import { lockInOffice, type Transaction } from '../database/index.ts'
import { plainArray } from './array-literal.ts'
import { sealHash } from './chain.ts'
import { currentOffice } from './current-office.ts'

export interface Seal {
  readonly sealNo: number
  readonly batchCount: number
  /** Hexadecimal. Printed in a pack or told to an auditor, it also betrays a ledger cut off at its end. */
  readonly hash: string
}

/** Batches under one seal at most; what is left waits for the next. */
const batchesMax = 10_000

/**
 * Chains the batches not yet sealed to all sealed before. One office seals one at a time, while writers go on; a batch
 * committed meanwhile comes under a later seal.
 *
 * @returns the seals made now, none when nothing was new.
 */
export async function seal(trx: Transaction): Promise<Seal[]> {
  const officeId = await currentOffice(trx)
  await lockInOffice(trx, officeId, 'seal')
  const seals: Seal[] = []
  for (let last = await lastSeal(trx, officeId); ; ) {
    const batches = await unsealed(trx, officeId)
    if (batches.length === 0) return seals
    const sealNo = last.sealNo + 1
    const hash = sealHash(officeId, sealNo, last.hash, batches)
    await sql`
      insert into samen.ledger_seal (office_id, seal_no, batch_count, hash)
      values (${officeId}, ${sealNo}, ${batches.length}, decode(${hash}, 'hex'))`.execute(trx)
    await sql`
      insert into samen.ledger_seal_batch (office_id, seal_no, batch_id, position)
      select ${officeId}::uuid, ${sealNo}::int, b.id, b.position
        from unnest(${plainArray(batches.map(({ batchId }) => batchId))}::uuid[]) with ordinality b (id, position)`.execute(
      trx,
    )
    last = { sealNo, hash }
    seals.push({ sealNo, batchCount: batches.length, hash })
    if (batches.length < batchesMax) return seals
  }
}

async function lastSeal(trx: Transaction, officeId: string): Promise<{ sealNo: number; hash: string }> {
  const { rows } = await sql<{ sealNo: number; hash: string }>`
    select s.seal_no as "sealNo", encode(s.hash, 'hex') as hash from samen.ledger_seal s
     where s.office_id = ${officeId} order by s.seal_no desc limit 1`.execute(trx)
  return rows[0] ?? { sealNo: 0, hash: '' }
}

async function unsealed(trx: Transaction, officeId: string) {
  const { rows } = await sql<{ batchId: string; transactionCount: number; hash: string }>`
    select b.batch_id as "batchId", b.transaction_count as "transactionCount", encode(b.hash, 'hex') as hash
      from samen.ledger_batch b
     where b.office_id = ${officeId}
       and not exists (select from samen.ledger_seal_batch s
                        where s.office_id = ${officeId} and s.batch_id = b.batch_id)
     order by b.batch_id limit ${batchesMax}`.execute(trx)
  return rows
}
