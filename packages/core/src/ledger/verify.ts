import { sql } from 'kysely'
import type { Transaction } from '../database/index.ts'
import { plainArray } from './array-literal.ts'
import type { BrokenLink } from './broken-link.ts'
import { chainNext, chainStart } from './chain.ts'
import { currentOffice } from './current-office.ts'
import { imbalance } from './posting.ts'
import { type StoredTransaction, transactionsAfter } from './stored.ts'
import { firstFaultOfBooks } from './verify-books.ts'
import { verifySeals } from './verify-seals.ts'

export interface Verification {
  readonly transactions: number
  readonly entries: number
  readonly seals: number
  /** Batches no seal covers yet: were one removed, nothing would tell. */
  readonly unsealedBatches: number
  /** The last seal's hash, to be compared with what was printed or sent elsewhere. */
  readonly lastSeal: string | undefined
  readonly broken: BrokenLink | undefined
}

const pageSize = 2_000
const firstId = '00000000-0000-0000-0000-000000000000'

/**
 * Re-checks the office's whole ledger, a page at a time: every hash, every sum, every seal, and the balances against the
 * entries; stops at the first broken link. Tampering with rows and hashes together shows in the seals, and at the
 * ledger's end only by a seal hash kept outside.
 *
 * @param trx must be `repeatable read`, so that what is posted meanwhile does not look like a fault.
 */
export async function verifyLedger(trx: Transaction): Promise<Verification> {
  await demandOneSnapshot(trx)
  const officeId = await currentOffice(trx)
  const counts = { transactions: 0, entries: 0 }
  const chains = new Map<string, Chain>()
  let broken: BrokenLink | undefined
  for (let after = firstId; !broken; ) {
    const page = await transactionsAfter(trx, officeId, after, pageSize)
    await openChains(trx, officeId, chains, page)
    for (const transaction of page) {
      broken = await checkLink(trx, officeId, chains, transaction)
      if (broken) break
      counts.transactions += 1
      counts.entries += transaction.posting.entries.length
    }
    const last = page.at(-1)
    if (!last || page.length < pageSize) break
    after = last.transactionId
  }
  broken ??= incomplete(officeId, chains)
  const seals = await verifySeals(trx, officeId)
  broken ??= seals.broken ?? (await firstFaultOfBooks(trx, officeId))
  const { sealCount, unsealedBatches, lastSeal } = seals
  return { ...counts, seals: sealCount, unsealedBatches, lastSeal, broken }
}

interface Chain {
  readonly transactionCount: number
  readonly firstId: string
  readonly lastId: string
  /** The last link as the batch remembers it. */
  readonly hash: string
  /** The link before the next transaction, and how many were checked. */
  previous: string
  checked: number
}

async function openChains(
  trx: Transaction,
  officeId: string,
  chains: Map<string, Chain>,
  page: readonly StoredTransaction[],
): Promise<void> {
  const unknown = new Set(page.map(({ batchId }) => batchId).filter((id) => !chains.has(id)))
  if (unknown.size === 0) return
  const { rows } = await sql<Omit<Chain, 'previous' | 'checked'> & { batchId: string }>`
    select b.batch_id as "batchId", b.transaction_count as "transactionCount", b.first_id as "firstId",
           b.last_id as "lastId", encode(b.hash, 'hex') as hash
      from samen.ledger_batch b
     where b.office_id = ${officeId} and b.batch_id = any(${plainArray([...unknown])}::uuid[])`.execute(trx)
  for (const { batchId, ...batch } of rows)
    chains.set(batchId, { ...batch, previous: chainStart(officeId, batchId), checked: 0 })
}

async function checkLink(
  trx: Transaction,
  officeId: string,
  chains: Map<string, Chain>,
  stored: StoredTransaction,
): Promise<BrokenLink | undefined> {
  const { batchId, transactionId, posting, entryCount } = stored
  const at = { officeId, batchId, transactionId }
  const chain = chains.get(batchId)
  if (!chain) return { what: 'batch-missing', ...at, detail: 'The transaction belongs to no batch.' }
  if (posting.entries.length !== entryCount)
    return {
      what: 'entries-missing',
      ...at,
      detail: `The transaction was written with ${entryCount} entries and has ${posting.entries.length}.`,
    }
  const rest = imbalance(posting.entries)
  if (rest)
    return {
      what: 'transaction-unbalanced',
      ...at,
      detail: `The entries miss zero by ${rest.amount} ${rest.currency} minor units.`,
    }
  const computed = chainNext(chain.previous, stored)
  if (computed !== stored.hash || (chain.checked === 0) !== (transactionId === chain.firstId)) {
    const { rows } = await sql<{ count: bigint }>`select count(*) as count from samen.ledger_transaction t
      where t.office_id = ${officeId} and t.batch_id = ${batchId}`.execute(trx)
    const count = Number(rows[0]?.count)
    if (count < chain.transactionCount)
      return {
        what: 'transaction-missing',
        ...at,
        detail: `The batch was written with ${chain.transactionCount} transactions and has ${count}; this one does not follow from the one before it.`,
      }
    return {
      what: 'transaction-changed',
      ...at,
      detail: `The transaction's content gives the hash ${computed}; ${stored.hash} was written.`,
    }
  }
  chain.previous = computed
  chain.checked += 1
  if (chain.checked === chain.transactionCount) {
    chains.delete(batchId)
    if (computed !== chain.hash || transactionId !== chain.lastId)
      return {
        what: 'transaction-changed',
        ...at,
        detail: `The batch ends with the hash ${chain.hash}; its last transaction has ${computed}.`,
      }
  }
  return undefined
}

function incomplete(officeId: string, chains: ReadonlyMap<string, Chain>): BrokenLink | undefined {
  for (const [batchId, { checked, transactionCount }] of chains)
    return {
      what: 'transaction-missing',
      officeId,
      batchId,
      detail: `The batch was written with ${transactionCount} transactions and has ${checked}.`,
    }
  return undefined
}

async function demandOneSnapshot(trx: Transaction): Promise<void> {
  const { rows } = await sql<{
    level: string
  }>`select current_setting('transaction_isolation') as level`.execute(trx)
  if (rows[0]?.level === 'read committed')
    throw new Error('the ledger is verified in a repeatable read transaction: inOffice(…, { isolation })')
}
