import { sql } from 'kysely'
import type { Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { invalid } from '../problem/index.ts'
import { type Fund, type FundTotals, identityGap } from './fund.ts'

export interface FundPosition extends Fund, FundTotals {}

/**
 * Where each fund stands now: what came, what left, and what is available and advanced in the ledger. Money an
 * unknown fund would hold shows in `verifyFunds`.
 */
export async function fundPositions(trx: Transaction): Promise<FundPosition[]> {
  const { rows } = await sql<FundPosition>`
    select f.fund_id as "fundId", f.kind, f.currency, f.name,
           m.contributed, m.recovered, m.transferred, m.lost, m.spent,
           (select coalesce(sum(b.credit) - sum(b.debit), 0)::int8 from samen.ledger_balance b
             where b.office_id = f.office_id and b.account = 'fund-available' and b.subject = f.fund_id) as available,
           (select coalesce(sum(b.credit) - sum(b.debit), 0)::int8 from samen.ledger_balance b
             where b.office_id = f.office_id and b.account = 'fund-advanced' and b.subject = f.fund_id) as advanced
      from samen.fund f,
           lateral (select coalesce(sum(x.amount) filter (where x.kind = 'contribution'), 0)::int8 as contributed,
                           coalesce(sum(x.amount) filter (where x.kind = 'recovery'), 0)::int8 as recovered,
                           coalesce(sum(x.amount) filter (where x.kind = 'transfer'), 0)::int8 as transferred,
                           coalesce(sum(x.amount) filter (where x.kind = 'loss'), 0)::int8 as lost,
                           coalesce(sum(x.amount) filter (where x.kind = 'spending'), 0)::int8 as spent
                      from samen.fund_movement x
                     where x.office_id = f.office_id and x.fund_id = f.fund_id) m
     where f.office_id = samen.current_office()
     order by f.kind <> 'wage-guarantee', f.currency, f.name, f.fund_id`.execute(trx)
  return rows
}

export interface ClientExposure {
  readonly clientId: string
  readonly currency: string
  /** Advanced and neither repaid nor lost, in minor units. */
  readonly outstanding: Minor
  readonly advances: number
}

/** The clients the guarantee fund waits for, the largest first. @param limit 1 to 1 000. */
export async function exposureByClient(trx: Transaction, limit = 100): Promise<ClientExposure[]> {
  if (!Number.isInteger(limit) || limit < 1 || limit > 1_000)
    throw invalid('limit', 'A page has 1 to 1000 clients.')
  const { rows } = await sql<ClientExposure>`
    select a.client_id as "clientId", a.currency, sum(a.amount - a.repaid - a.lost)::int8 as outstanding,
           count(*)::int as advances
      from samen.fund_advance a
     where a.office_id = samen.current_office() and a.repaid + a.lost < a.amount
     group by a.client_id, a.currency
     order by outstanding desc, a.client_id, a.currency limit ${limit}`.execute(trx)
  return rows
}

/** A fund that is not exact to the cent, in an English sentence. */
export interface FundFault {
  readonly fundId: string
  readonly detail: string
}

/**
 * Re-checks every fund: the identity, no money advanced without its advances and loans, none in the ledger for a fund that does not
 * exist. An empty list is the proof. Belongs to `samen verify`, next to `verifyLedger`.
 */
export async function verifyFunds(trx: Transaction): Promise<FundFault[]> {
  const faults: FundFault[] = []
  for (const position of await fundPositions(trx)) {
    const gap = identityGap(position)
    if (gap !== 0n)
      faults.push({
        fundId: position.fundId,
        detail: `Contributed, recovered and transferred exceed available, advanced, lost and spent by ${gap} ${position.currency} minor units.`,
      })
  }
  const { rows } = await sql<{ fundId: string; ledger: bigint; advances: bigint; known: boolean }>`
    with ledger as (
      select b.subject as fund_id,
             coalesce(sum(b.credit - b.debit) filter (where b.account = 'fund-advanced'), 0) as advanced
        from samen.ledger_balance b
       where b.office_id = samen.current_office() and b.account in ('fund-available', 'fund-advanced')
       group by b.subject
    ), lent as (
      select o.fund_id, sum(o.amount) as advanced
        from (select a.fund_id, a.amount - a.repaid - a.lost as amount from samen.fund_advance a
               where a.office_id = samen.current_office()
              union all
              select l.fund_id, l.principal - coalesce((select sum(p.principal) from samen.activity_loan_payment p
                                                         where p.office_id = l.office_id and p.loan_id = l.loan_id), 0)
                from samen.activity_loan l
               where l.office_id = samen.current_office() and l.state = 'lent' and l.fund_id is not null) o
       group by o.fund_id
    )
    select fund_id as "fundId", coalesce(l.advanced, 0)::int8 as ledger, coalesce(o.advanced, 0)::int8 as advances,
           exists (select from samen.fund f
                    where f.office_id = samen.current_office() and f.fund_id = coalesce(l.fund_id, o.fund_id)) as known
      from ledger l full join lent o using (fund_id) order by fund_id`.execute(trx)
  for (const { fundId, ledger, advances, known } of rows) {
    if (!known) faults.push({ fundId, detail: 'The ledger holds money of a fund that does not exist.' })
    if (ledger !== advances)
      faults.push({
        fundId,
        detail: `The ledger has ${ledger} advanced, the advances and loans sum to ${advances}.`,
      })
  }
  return faults
}
