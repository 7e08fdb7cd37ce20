import { sql } from 'kysely'
import type { OfficeContext } from '../context/index.ts'
import { type IsoDate, type Minor, monthOf } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { authorityAccount } from '../ledger/index.ts'

/** What is owed to one authority, or set aside as one provision, over a month. Minor units, positive: owed. */
export interface AuthorityMonth {
  readonly code: string
  readonly name: string
  readonly kind: 'social' | 'tax' | 'provision'
  readonly number: string
  readonly opening: Minor
  /** What the payslips paid in the month say. */
  readonly payslips: Minor
  /** What the books took from those payslips: the same, or something is wrong. */
  readonly booked: Minor
  /** Payments to the authority and everything else, negative when it lessens the debt. */
  readonly other: Minor
  readonly closing: Minor
}

/**
 * Reconciles every authority and provision of the country with the payslips of a month (any day of it): what stood there,
 * what payslips added, what else moved, what stands there now. Work grows with the month's payslips, not with the ledger.
 */
export async function authorityMonths(
  trx: Transaction,
  { officeId, plugin }: Pick<OfficeContext, 'officeId' | 'plugin'>,
  period: IsoDate,
): Promise<AuthorityMonth[]> {
  const { from, to } = monthOf(period)
  const { rows } = await sql<Record<'opening' | 'closing' | 'payslips' | 'booked', Minor> & { code: string }>`
    with slip as materialized (
      select p.payslip_id, p.owed
        from pay_run r join payslip p on p.office_id = r.office_id and p.pay_run_id = r.pay_run_id
       where r.office_id = ${officeId} and r.state = 'posted' and r.paid_on between ${from} and ${to}),
    said as (
      select o.key as code, sum(o.value::int8)::int8 as amount from slip, jsonb_each_text(slip.owed) o group by 1),
    booked as (
      select split_part(e.account, ':', 2) as code, (-sum(e.amount))::int8 as amount
        from slip
        join ledger_transaction t on t.office_id = ${officeId} and t.idempotency_key = 'payslip:' || slip.payslip_id
        join ledger_entry e on e.office_id = t.office_id and e.transaction_id = t.transaction_id
       where e.account like 'authority-payable:%' or e.account like 'provision:%' group by 1),
    standing as (
      select split_part(b.account, ':', 2) as code,
             coalesce(sum(b.credit - b.debit) filter (where b.month < ${from}), 0)::int8 as opening,
             sum(b.credit - b.debit)::int8 as closing
        from ledger_balance b
       where b.office_id = ${officeId} and b.month <= ${to}
         and (b.account like 'authority-payable:%' or b.account like 'provision:%') group by 1)
    select code, coalesce(s.opening, 0)::int8 as opening, coalesce(s.closing, 0)::int8 as closing,
           coalesce(p.amount, 0)::int8 as payslips, coalesce(b.amount, 0)::int8 as booked
      from standing s full join said p using (code) full join booked b using (code)`.execute(trx)
  const byCode = new Map(rows.map((row) => [row.code, row]))
  const nothing = { opening: 0n, closing: 0n, payslips: 0n, booked: 0n }
  return plugin.authorities.map((authority) => {
    // Its account names a provision or an authority; a code stands for one of them only.
    const code = authorityAccount(authority).split(':')[1] as string
    const { opening, closing, payslips, booked } = byCode.get(code) ?? nothing
    const other = closing - opening - booked
    const { name, kind, number } = authority
    return { code, name, kind, number, opening, payslips, booked, other, closing }
  })
}
