import { sql } from 'kysely'
import type { IsoDate, Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { post } from './post.ts'

/** What was kept under some subjects and is kept under another from now on. */
export interface SubjectMove {
  readonly from: readonly string[]
  readonly to: string
  /** Names the fact behind it, with each company's postings: `client-merge:<id>`. */
  readonly key: string
  /** What happened, in kebab case. */
  readonly kind: string
  /** A day of an open month. */
  readonly effectiveOn: IsoDate
  readonly description: string
  readonly source: { readonly kind: string; readonly id: string }
}

/**
 * Moves what stands under subjects in accounts of assets and liabilities, company by company: afterwards they are at zero and
 * the sums of all accounts are what they were. Income and expense stay with the subject that had them. One question and one
 * batch; nothing is written where nothing stands.
 *
 * @throws Problem `conflict` when the month is closed.
 */
export async function moveSubjects(
  trx: Transaction,
  officeId: string,
  { from, to, key, ...fact }: SubjectMove,
): Promise<void> {
  if (from.length === 0) return
  const { rows } = await sql<{
    legalEntityId: string
    account: string
    subject: string
    currency: string
    amount: Minor
  }>`
    select t.legal_entity_id as "legalEntityId", e.account, e.subject, e.currency, sum(e.amount)::int8 as amount
      from ledger_account a
      join ledger_entry e on e.office_id = ${officeId} and e.account = a.account and e.subject = any(${from}::uuid[])
      join ledger_transaction t on t.office_id = ${officeId} and t.transaction_id = e.transaction_id
     where a.office_id = ${officeId} and a.type in ('asset', 'liability')
     group by t.legal_entity_id, e.account, e.subject, e.currency having sum(e.amount) <> 0
     order by t.legal_entity_id, e.account, e.subject, e.currency`.execute(trx)
  const postings = [...Map.groupBy(rows, ({ legalEntityId }) => legalEntityId)].map(
    ([legalEntityId, left]) => ({
      ...fact,
      key: `${key}:${legalEntityId}`,
      legalEntityId,
      entries: left.flatMap(({ account, subject, currency, amount }) => [
        { account, subject: to, currency, amount },
        { account, subject, currency, amount: -amount },
      ]),
    }),
  )
  if (postings.length > 0) await post(trx, officeId, postings)
}
