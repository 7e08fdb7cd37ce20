import { newId, type Transaction } from '@samen/core/database'
import type { Posting } from '@samen/core/ledger'
import { sql } from 'kysely'
import pg from 'pg'

/** The same columns as a ledger entry, a primary key, and no guard of any kind. */
export const plainTable = `
  create table samen.plain_entry (
    office_id uuid, transaction_id uuid, amount bigint, subject uuid, entry_no int, currency text, account text,
    primary key (office_id, transaction_id, entry_no));
  grant insert on samen.plain_entry to samen_server`

/** The quickest insert we know of many rows: one statement, one array a column. */
export async function plainInsert(
  trx: Transaction,
  officeId: string,
  postings: readonly Posting[],
): Promise<void> {
  const columns: (string | number | bigint)[][] = [[], [], [], [], [], []]
  for (const { entries } of postings) {
    const id = newId()
    for (const [index, { account, subject, currency, amount }] of entries.entries()) {
      const row = [id, index + 1, account, subject ?? 'null', currency, amount]
      for (const [at, value] of row.entries()) columns[at]?.push(value)
    }
  }
  const [ids, numbers, accounts, subjects, currencies, amounts] = columns.map(
    (values) => `{${values.join()}}`,
  )
  await sql`
    insert into samen.plain_entry (office_id, transaction_id, entry_no, account, subject, currency, amount)
    select ${officeId}::uuid, * from unnest(${ids}::uuid[], ${numbers}::int[], ${accounts}::text[], ${subjects}::uuid[],
      ${currencies}::text[], ${amounts}::int8[])`.execute(trx)
}

/** The plainest way: for each transaction one insert of its two rows, in the same database transaction as its batch. */
export async function plainTwoRowInserts(
  trx: Transaction,
  officeId: string,
  postings: readonly Posting[],
): Promise<void> {
  for (const { entries } of postings) {
    const id = newId()
    const rows = entries.map(
      ({ account, subject, currency, amount }, index) =>
        sql`(${officeId}, ${id}, ${index + 1}, ${account}, ${subject}, ${currency}, ${amount})`,
    )
    await sql`
      insert into samen.plain_entry (office_id, transaction_id, entry_no, account, subject, currency, amount)
      values ${sql.join(rows)}`.execute(trx)
  }
}

export async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
