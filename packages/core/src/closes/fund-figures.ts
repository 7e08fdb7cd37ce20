import { sql } from 'kysely'
import { formatAmount, type IsoDate, type Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { listFunds } from '../funds/index.ts'
import type { PackFund } from '../packs/index.ts'

type Sums = Readonly<
  Record<'contributed' | 'recovered' | 'transferred' | 'advanced' | 'lost' | 'spent', Minor> & {
    fundId: string
  }
>

/**
 * Where the office's funds stood at the end of a day, from their movements up to it: the month closed may not be the
 * latest one with movements.
 */
export async function packFunds(
  trx: Transaction,
  officeId: string,
  until: IsoDate,
  decimals: number,
): Promise<PackFund[]> {
  const { rows } = await sql<Sums>`
    select fund_id as "fundId",
           coalesce(sum(amount) filter (where kind = 'contribution'), 0)::int8 as contributed,
           coalesce(sum(amount) filter (where kind = 'recovery'), 0)::int8 as recovered,
           coalesce(sum(amount) filter (where kind = 'transfer'), 0)::int8 as transferred,
           (coalesce(sum(amount) filter (where kind = 'advance'), 0)
             - coalesce(sum(amount) filter (where kind in ('repayment', 'loss') and advance_id is not null), 0)
           )::int8 as advanced,
           coalesce(sum(amount) filter (where kind = 'loss'), 0)::int8 as lost,
           coalesce(sum(amount) filter (where kind = 'spending'), 0)::int8 as spent
      from fund_movement where office_id = ${officeId} and effective_on <= ${until}
     group by fund_id`.execute(trx)
  const sums = new Map(rows.map((row) => [row.fundId, row]))
  const text = (amount: Minor) => formatAmount(amount, decimals)
  return (await listFunds(trx)).map((fund) => {
    const {
      contributed = 0n,
      recovered = 0n,
      transferred = 0n,
      advanced = 0n,
      lost = 0n,
      spent = 0n,
    } = sums.get(fund.fundId) ?? {}
    return {
      code: fund.kind,
      name: fund.name,
      contributed: text(contributed),
      recovered: text(recovered),
      transferred: text(transferred),
      available: text(contributed + recovered + transferred - advanced - lost - spent),
      advanced: text(advanced),
      lost: text(lost),
      spent: text(spent),
    }
  })
}
