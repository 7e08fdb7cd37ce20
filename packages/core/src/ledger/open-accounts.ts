import { sql } from 'kysely'
import type { Transaction } from '../database/index.ts'
import { groupAccountName, type LedgerAccount } from './accounts.ts'
import { textArray } from './array-literal.ts'

/**
 * Opens the accounts an office posts to; one that exists gets its number, name and group account again, so the call may
 * be repeated after a country's chart has changed. Throws a RangeError for a group account the group chart lacks.
 */
export async function openAccounts(
  trx: Transaction,
  officeId: string,
  accounts: readonly LedgerAccount[],
): Promise<void> {
  for (const { group } of accounts) groupAccountName(group)
  await sql`
    insert into samen.ledger_account as a (office_id, account, type, national_number, name, group_account)
    select ${officeId}::uuid, *
      from unnest(${textArray(accounts.map(({ account }) => account))}::text[],
        ${textArray(accounts.map(({ type }) => type))}::text[],
        ${textArray(accounts.map(({ number }) => number))}::text[],
        ${textArray(accounts.map(({ name }) => name))}::text[],
        ${textArray(accounts.map(({ group }) => group))}::text[])
    on conflict (office_id, account) do update
      set national_number = excluded.national_number, name = excluded.name, group_account = excluded.group_account`.execute(
    trx,
  )
}
