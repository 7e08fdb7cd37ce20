import { sql } from 'kysely'
import type { ClusterDatabase } from './cluster-database.ts'

export interface GroupBalance {
  readonly officeId: string
  /** In the group chart: `G1100`. */
  readonly group: string
  readonly currency: string
  /** Minor units of the currency. */
  readonly debit: bigint
  readonly credit: bigint
}

/**
 * What the books of all offices on all servers say up to a month, by office and group account: each server adds up its own
 * and sends the sums. Every server is read at its own moment; for figures that stand still read closed months.
 *
 * @param upTo first day of the month.
 */
export function groupBalances(db: ClusterDatabase, upTo: string): Promise<readonly GroupBalance[]> {
  return db.transaction().execute(async (trx) => {
    await sql`select set_config('role', 'samen_group_reader', true), set_config('enable_partitionwise_join', 'on', true),
      set_config('enable_partitionwise_aggregate', 'on', true)`.execute(trx)
    const { rows } = await sql<GroupBalance>`
      select b.office_id as "officeId", a.group_account as "group", b.currency,
             sum(b.debit)::bigint as debit, sum(b.credit)::bigint as credit
        from samen_cluster.ledger_balance b
        join samen_cluster.ledger_account a on a.office_id = b.office_id and a.account = b.account
       where b.month <= ${upTo}::date
       group by b.office_id, a.group_account, b.currency
       order by b.office_id, a.group_account, b.currency`.execute(trx)
    return rows
  })
}
