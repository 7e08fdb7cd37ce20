import { sql } from 'kysely'
import type { Transaction } from '../database/index.ts'
import type { BrokenLink } from './broken-link.ts'

/** What no hash covers: batches and entries that stand alone, and the balances against the entries they sum. */
export async function firstFaultOfBooks(trx: Transaction, officeId: string): Promise<BrokenLink | undefined> {
  return (
    (await emptyBatch(trx, officeId)) ??
    (await orphanedEntry(trx, officeId)) ??
    (await wrongBalance(trx, officeId)) ??
    (await overdrawnFund(trx, officeId))
  )
}

async function emptyBatch(trx: Transaction, officeId: string): Promise<BrokenLink | undefined> {
  const { rows } = await sql<{ batchId: string; expected: number }>`
    select b.batch_id as "batchId", b.transaction_count as expected
      from samen.ledger_batch b
     where b.office_id = ${officeId}
       and not exists (select from samen.ledger_transaction t
                        where t.office_id = b.office_id and t.transaction_id = b.first_id and t.batch_id = b.batch_id)
     order by b.batch_id limit 1`.execute(trx)
  const [batch] = rows
  if (!batch) return undefined
  const detail = `The batch was written with ${batch.expected} transactions; the first is gone.`
  return { what: 'batch-incomplete', officeId, batchId: batch.batchId, detail }
}

async function orphanedEntry(trx: Transaction, officeId: string): Promise<BrokenLink | undefined> {
  const { rows } = await sql<{ transactionId: string }>`
    select e.transaction_id as "transactionId"
      from samen.ledger_entry e
     where e.office_id = ${officeId}
       and not exists (select from samen.ledger_transaction t
                        where t.office_id = e.office_id and t.transaction_id = e.transaction_id)
     order by e.transaction_id limit 1`.execute(trx)
  const [entry] = rows
  if (!entry) return undefined
  const detail = 'There are entries of a transaction that does not exist.'
  return { what: 'entries-orphaned', officeId, transactionId: entry.transactionId, detail }
}

interface BalanceFault {
  account: string
  subject: string
  currency: string
  month: string
  kept: bigint
  summed: bigint
}

async function wrongBalance(trx: Transaction, officeId: string): Promise<BrokenLink | undefined> {
  const { rows } = await sql<BalanceFault>`
    with kept as (
      select account, subject, currency, month, legal_entity_id, sum(debit) as debit, sum(credit) as credit
        from samen.ledger_balance where office_id = ${officeId} group by 1, 2, 3, 4, 5
    ), summed as (
      select e.account,
             case when e.account in ('fund-available', 'fund-advanced') then e.subject
                  else '00000000-0000-0000-0000-000000000000' end as subject,
             e.currency, t.period as month, t.legal_entity_id,
             coalesce(sum(e.amount) filter (where e.amount > 0), 0) as debit,
             coalesce(-sum(e.amount) filter (where e.amount < 0), 0) as credit
        from samen.ledger_entry e
        join samen.ledger_transaction t on t.office_id = e.office_id and t.transaction_id = e.transaction_id
       where e.office_id = ${officeId} group by 1, 2, 3, 4, 5
    )
    select account, subject, currency, month, (coalesce(k.debit, 0) - coalesce(k.credit, 0))::int8 as kept,
           (coalesce(s.debit, 0) - coalesce(s.credit, 0))::int8 as summed
      from kept k full join summed s using (account, subject, currency, month, legal_entity_id)
     where k.debit is distinct from s.debit or k.credit is distinct from s.credit
     order by month, account, subject limit 1`.execute(trx)
  const [fault] = rows
  if (!fault) return undefined
  const { account, month, currency, kept, summed } = fault
  const detail = `The balance of ${account} in ${month.slice(0, 7)} is kept as ${kept} ${currency}; its entries sum to ${summed}.`
  return { what: 'balance-wrong', officeId, account, detail }
}

async function overdrawnFund(trx: Transaction, officeId: string): Promise<BrokenLink | undefined> {
  const { rows } = await sql<{ subject: string; currency: string; available: bigint }>`
    select subject, currency, (sum(credit) - sum(debit))::int8 as available
      from samen.ledger_balance
     where office_id = ${officeId} and account = 'fund-available'
     group by subject, currency having sum(credit) < sum(debit) order by subject limit 1`.execute(trx)
  const [fund] = rows
  if (!fund) return undefined
  const detail = `The fund ${fund.subject} has ${fund.available} ${fund.currency} available.`
  return { what: 'fund-overdrawn', officeId, account: 'fund-available', detail }
}
