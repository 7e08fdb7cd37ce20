import { sql } from 'kysely'
import { fraction, type Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { balancesOf, plainArray } from '../ledger/index.ts'
import { conflict } from '../problem/index.ts'
import type { AllocationRule, Fund } from './fund.ts'
import type { OpenAdvance } from './settle.ts'

/** The office's funds, the wage-guarantee funds first. */
export async function listFunds(trx: Transaction): Promise<Fund[]> {
  const { rows } = await sql<Fund>`
    select f.fund_id as "fundId", f.kind, f.currency, f.name from samen.fund f
     where f.office_id = samen.current_office()
     order by f.kind <> 'wage-guarantee', f.currency, f.name, f.fund_id`.execute(trx)
  return rows
}

/** All allocation rules, oldest first. */
export async function listAllocationRules(trx: Transaction): Promise<AllocationRule[]> {
  const { rows } = await sql<{
    currency: string
    from: string
    fundIds: string[]
    numerators: bigint[]
    denominator: bigint
  }>`
    select r.currency, r.valid_from as "from", r.fund_ids::text[] as "fundIds", r.numerators, r.denominator
      from samen.fund_allocation_rule r
     where r.office_id = samen.current_office() order by r.currency, r.valid_from`.execute(trx)
  return rows.map(({ currency, from, fundIds, numerators, denominator }) => ({
    currency,
    from,
    shares: fundIds.map((fundId, index) => ({
      fundId,
      share: fraction(numerators[index] as bigint, denominator),
    })),
  }))
}

/** The wage-guarantee fund of a currency. @throws Problem `conflict` when the office has none. */
export function guaranteeFund(funds: readonly Fund[], currency: string): Fund {
  const fund = funds.find(
    (candidate) => candidate.kind === 'wage-guarantee' && candidate.currency === currency,
  )
  if (!fund) throw conflict(`This office has no wage-guarantee fund in ${currency}.`)
  return fund
}

/**
 * Makes who takes from these funds wait for each other, until the transaction ends. Takes the lock of the ledger's own
 * check, so what is decided after it still holds when it is posted.
 */
export async function lockFunds(trx: Transaction, fundIds: Iterable<string>): Promise<void> {
  await sql`
    select pg_advisory_xact_lock(samen.ledger_lock(samen.current_office(), 'fund ' || f.id))
      from (select id from unnest(${plainArray([...new Set(fundIds)])}::uuid[]) as u (id) order by id) f`.execute(
    trx,
  )
}

/** Minor units available per fund. */
export async function availableOf(trx: Transaction, fundIds: readonly string[]): Promise<Map<string, Minor>> {
  const balances = await balancesOf(trx, 'fund-available', fundIds)
  return new Map(balances.map(({ subject, net }) => [subject, -net]))
}

/** The advances on these invoices that are not settled, oldest first, locked against other settlements. */
export async function lockOpenAdvances(
  trx: Transaction,
  invoiceIds: readonly string[],
): Promise<OpenAdvance[]> {
  const { rows } = await sql<OpenAdvance>`
    select a.advance_id as "advanceId", a.fund_id as "fundId", a.invoice_id as "invoiceId",
           a.payslip_id as "payslipId", a.client_id as "clientId", a.amount - a.repaid - a.lost as outstanding
      from samen.fund_advance a
     where a.office_id = samen.current_office() and a.invoice_id = any(${plainArray(invoiceIds)}::uuid[])
       and a.repaid + a.lost < a.amount
     order by a.advance_id for update`.execute(trx)
  return rows
}

/** Counts parts of advances as repaid or lost. */
export async function settleAdvances(
  trx: Transaction,
  column: 'repaid' | 'lost',
  parts: readonly { advanceId: string; amount: Minor }[],
): Promise<void> {
  if (parts.length === 0) return
  const target = sql.ref(column)
  await sql`
    update samen.fund_advance a set ${target} = a.${target} + p.amount
      from (select id, sum(amount)::int8 as amount
              from unnest(${plainArray(parts.map(({ advanceId }) => advanceId))}::uuid[],
                ${plainArray(parts.map(({ amount }) => amount))}::int8[]) as u (id, amount) group by id) p
     where a.office_id = samen.current_office() and a.advance_id = p.id`.execute(trx)
}

/** The funds that bear a cost nobody caused, in the order in which they are asked: solidarity, then the wage guarantee. */
export async function bearingFunds(trx: Transaction, currency: string): Promise<Fund[]> {
  const funds = (await listFunds(trx)).filter((fund) => fund.currency === currency)
  return ['solidarity', 'wage-guarantee'].flatMap((kind) => funds.filter((fund) => fund.kind === kind))
}
