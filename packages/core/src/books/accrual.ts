import { sql } from 'kysely'
import type { OfficeContext } from '../context/index.ts'
import { AMOUNT_MAX, type IsoDate, isIsoDate, type Minor, monthOf } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { accountsOf, openAccounts, post, reverse } from '../ledger/index.ts'
import { legalEntities, monthsAfter } from '../legal-entities/index.ts'
import { conflict, invalid, notFound } from '../problem/index.ts'

/** Accounts an accrual may be of, and where its other side stands until the paper comes. */
const SIDES = {
  turnover: 'accrued-income',
  'other-income': 'accrued-income',
  'interest-income': 'accrued-income',
  purchases: 'accrued-expenses',
  'other-expenses': 'accrued-expenses',
  'interest-expense': 'accrued-expenses',
} as const
export type AccrualAccount = keyof typeof SIDES
export const ACCRUAL_ACCOUNTS = Object.keys(SIDES) as readonly AccrualAccount[]

export interface AccrualDraft {
  /** Made by the caller, so that sending the same again changes nothing. */
  readonly accrualId?: string | undefined
  /** 1, 2 … as the office numbers its companies. */
  readonly entityNo: number
  /** The month it belongs to, `2026-10`. */
  readonly period: string
  readonly account: AccrualAccount
  /** Minor units of income or expense; negative takes back what was accrued too much. */
  readonly amount: Minor
  readonly reason: string
}

export interface Accrual extends AccrualDraft {
  readonly accrualId: string
  readonly currency: string
  /** The first of the month after, when it is taken back. */
  readonly reversedOn: IsoDate
  readonly recordedBy: string
  readonly recordedAt: Date
}

/**
 * Counts income or expense for a month though its paper comes later: on the month's last day, and taken back on the first of
 * the next. Both stand in the books or neither. It is the company's result that moves, no activity's budget.
 *
 * @throws Problem `invalid-field`, `not-found` for the company; `conflict` when the month, or the one after, is closed or
 *   locked, or the id stands for another accrual.
 */
export async function accrue(
  trx: Transaction,
  context: OfficeContext,
  draft: AccrualDraft,
): Promise<Accrual> {
  const { officeId, plugin, by, id } = context
  const { accrualId = id(), entityNo, period, account, amount, reason } = draft
  const first: IsoDate = `${period}-01`
  if (!isIsoDate(first)) throw invalid('period', 'A month is written YYYY-MM, such as 2026-10.')
  if (!Object.hasOwn(SIDES, account)) throw invalid('account', `One of ${ACCRUAL_ACCOUNTS.join(', ')}.`)
  if (amount === 0n || amount > AMOUNT_MAX || amount < -AMOUNT_MAX)
    throw invalid('amount', 'Not zero, and at most 10 000 000 000.')
  if (reason.trim().length < 1 || reason.length > 300)
    throw invalid('reason', 'Say for what, in 1 to 300 characters.')
  const entity = (await legalEntities(trx, officeId)).find((one) => one.entityNo === entityNo)
  if (!entity) throw notFound(`company number ${entityNo} in this office`)
  const { currency } = plugin
  const side = SIDES[account]
  const onAccount = side === 'accrued-income' ? -amount : amount
  await openAccounts(trx, officeId, accountsOf(plugin))
  const { transactionIds } = await post(trx, officeId, [
    {
      key: `accrual:${accrualId}`,
      kind: 'accrual',
      legalEntityId: entity.legalEntityId,
      effectiveOn: monthOf(first).to,
      description: reason.trim(),
      source: { kind: 'accrual', id: accrualId },
      entries: [
        { account, currency, amount: onAccount },
        { account: side, currency, amount: -onAccount },
      ],
    },
  ])
  const transactionId = transactionIds[0] as string
  const reversal = await reverse(trx, transactionId, {
    effectiveOn: monthsAfter(first, 1),
    reason: reason.trim(),
  })
  await sql`
    insert into samen.accrual (office_id, accrual_id, legal_entity_id, period, account, currency, amount, reason,
      transaction_id, reversal_id, recorded_by)
    values (${officeId}, ${accrualId}, ${entity.legalEntityId}, ${first}, ${account}, ${currency}, ${amount},
      ${reason.trim()}, ${transactionId}, ${reversal.transactionId}, ${by})
    on conflict do nothing`.execute(trx)
  const [found] = await select(trx, officeId, sql`and a.accrual_id = ${accrualId}`)
  if (found?.period !== period) throw conflict('This id stands for another accrual.', { accrualId })
  return found
}

/** The accruals of a month, or the latest of all, at most 200. */
export const listAccruals = (trx: Transaction, officeId: string, period?: string): Promise<Accrual[]> =>
  select(trx, officeId, period ? sql`and a.period = ${`${period}-01`}::date` : sql``)

async function select(trx: Transaction, officeId: string, where: ReturnType<typeof sql>): Promise<Accrual[]> {
  const { rows } = await sql<Accrual>`
    select a.accrual_id as "accrualId", e.entity_no as "entityNo", to_char(a.period, 'YYYY-MM') as period, a.account,
           a.currency, a.amount, a.reason, (a.period + interval '1 month')::date as "reversedOn",
           a.recorded_by as "recordedBy", a.recorded_at as "recordedAt"
      from samen.accrual a
      join samen.legal_entity e on e.office_id = a.office_id and e.legal_entity_id = a.legal_entity_id
     where a.office_id = ${officeId} ${where} order by a.period desc, a.accrual_id desc limit 200`.execute(
    trx,
  )
  return rows
}
