import { sql } from 'kysely'
import { type PaymentHistory, type Rating, rate } from '../clients/index.ts'
import type { OfficeContext } from '../context/index.ts'
import { addDays, type IsoDate, type Minor } from '../country/index.ts'
import { copyRows, type Transaction } from '../database/index.ts'
import { throwFaults } from '../problem/index.ts'

/** Days of payment history that count. */
export const HISTORY_DAYS = 730
/** Days after which a promise that brought nothing counts as broken: banks need some. */
export const PROMISE_GRACE_DAYS = 3

export interface RatedClient extends PaymentHistory {
  readonly clientId: string
  readonly before: Rating
  readonly rating: Rating
}

/**
 * How clients paid, of those that have an invoice, or of one. Disputed invoices count neither for nor against. One
 * statement, whatever the number of clients.
 */
export async function paymentHistories(
  trx: Transaction,
  officeId: string,
  today: IsoDate,
  clientId?: string,
): Promise<RatedClient[]> {
  const since = addDays(today, -HISTORY_DAYS)
  const { rows } = await sql<PaymentHistory & { clientId: string; before: Rating }>`
    with bill as (
      select i.invoice_id, i.client_id, i.due_on,
             i.total - coalesce((select sum(n.total) from invoice n
                                  where n.office_id = ${officeId} and n.credits = i.invoice_id), 0) as principal,
             exists (select from invoice_write_off w
                      where w.office_id = ${officeId} and w.invoice_id = i.invoice_id) as lost,
             coalesce((select s.kind = 'dispute' from collection_step s
                        where s.office_id = ${officeId} and s.client_id = i.client_id
                          and (s.invoice_id = i.invoice_id or s.invoice_id is null)
                          and s.kind in ('dispute', 'dispute-settled')
                        order by s.collection_step_id desc limit 1), false) as disputed
        from invoice i
       where i.office_id = ${officeId} and i.kind <> 'credit-note'
         and (${clientId ?? null}::uuid is null or i.client_id = ${clientId ?? null})
    ), receipt as (
      select b.invoice_id, sum(b.amount) as amount,
             sum(b.amount) filter (where t.booked_on >= ${since}::date) as counted,
             sum(b.amount * greatest(0, t.booked_on - x.due_on)) filter (where t.booked_on >= ${since}::date) as weighed
        from bill x
        join bank_match b on b.office_id = ${officeId} and b.invoice_id = x.invoice_id
        join bank_transaction t on t.office_id = ${officeId} and t.bank_transaction_id = b.bank_transaction_id
       group by b.invoice_id
    ), promise as (
      select s.client_id, count(*)::int as broken
        from collection_step s
       where s.office_id = ${officeId} and s.kind = 'promise' and s.happened_on >= ${since}::date
         and s.until_on + ${PROMISE_GRACE_DAYS}::int < ${today}::date
         and (${clientId ?? null}::uuid is null or s.client_id = ${clientId ?? null})
         and s.amount > coalesce((select sum(b.amount) from bank_match b
                join bank_transaction t on t.office_id = ${officeId} and t.bank_transaction_id = b.bank_transaction_id
                join invoice i on i.office_id = ${officeId} and i.invoice_id = b.invoice_id
               where b.office_id = ${officeId} and i.client_id = s.client_id
                 and (s.invoice_id is null or i.invoice_id = s.invoice_id)
                 and t.booked_on between s.happened_on and s.until_on + ${PROMISE_GRACE_DAYS}::int), 0)
       group by s.client_id
    )
    select k.client_id as "clientId", k.rating as before,
           (count(r.invoice_id) filter (where r.counted > 0))::int as "paidInvoices",
           coalesce(ceil(sum(r.weighed) / nullif(sum(r.counted), 0)), 0)::int as "daysLate",
           coalesce(max(${today}::date - x.due_on)
             filter (where x.due_on < ${today}::date and not x.lost and not x.disputed
                       and x.principal > coalesce(r.amount, 0)), 0)::int as "overdueDays",
           coalesce(max(p.broken), 0) as "brokenPromises",
           (count(*) filter (where x.lost and x.principal > coalesce(r.amount, 0)))::int as "lostInvoices"
      from bill x
      join client k on k.office_id = ${officeId} and k.client_id = x.client_id
      left join receipt r on r.invoice_id = x.invoice_id
      left join promise p on p.client_id = x.client_id
     group by k.client_id, k.rating
     order by k.client_id`.execute(trx)
  return rows.map((row) => ({ ...row, rating: rate(row) }))
}

/**
 * Rates every client, or one, anew from its payment history. What changed is written down with its grounds and binds what is lent
 * for work that begins later. Repeating it the same day changes nothing.
 */
export async function rateClients(
  trx: Transaction,
  { officeId, today }: Pick<OfficeContext, 'officeId' | 'today'>,
  clientId?: string,
): Promise<{ rated: number; changed: readonly RatedClient[] }> {
  const all = await paymentHistories(trx, officeId, today, clientId)
  const changed = all.filter(({ before, rating }) => before !== rating)
  if (changed.length > 0)
    await sql`
      update samen.client k set rating = c.rating, rated_on = ${today}
        from unnest(${changed.map(({ clientId }) => clientId)}::uuid[], ${changed.map(({ rating }) => rating)}::text[])
          c (client_id, rating)
       where k.office_id = ${officeId} and k.client_id = c.client_id`.execute(trx)
  await copyRows(
    trx,
    'client_rating',
    [
      ...['office_id', 'client_id', 'rated_on', 'rating', 'paid_invoices', 'days_late', 'overdue_days'],
      ...['broken_promises', 'lost_invoices'],
    ],
    changed.map((one) => [
      officeId,
      one.clientId,
      today,
      one.rating,
      one.paidInvoices,
      one.daysLate,
      one.overdueDays,
      one.brokenPromises,
      one.lostInvoices,
    ]),
  )
  return { rated: all.length, changed }
}

/** The rows of a client and of those that were merged into it; `k` is the client they were written about. */
const withMerged = (clientId: string) => sql`(k.client_id = ${clientId} or k.merged_into = ${clientId})`

export interface RatingStep extends PaymentHistory {
  /** The name of the merged client it was about; null where it was this one. */
  readonly of: string | null
  readonly ratedOn: IsoDate
  readonly rating: Rating
}

/** How the rating of a client, and of those merged into it, changed, the latest first. */
export async function ratingHistory(
  trx: Transaction,
  officeId: string,
  clientId: string,
): Promise<RatingStep[]> {
  const { rows } = await sql<RatingStep>`
    select r.rated_on as "ratedOn", r.rating, paid_invoices as "paidInvoices", days_late as "daysLate",
           overdue_days as "overdueDays", broken_promises as "brokenPromises", lost_invoices as "lostInvoices",
           case when k.client_id <> ${clientId} then k.name end as of
      from samen.client k join samen.client_rating r on r.office_id = ${officeId} and r.client_id = k.client_id
     where k.office_id = ${officeId} and ${withMerged(clientId)}
     order by r.recorded_at desc, r.client_id limit 50`.execute(trx)
  return rows
}

export interface LimitDecision {
  readonly kind: 'decided' | 'insured'
  readonly amount: Minor
  readonly untilOn: IsoDate | null
  readonly reason: string
  readonly decidedBy: string
  readonly decidedOn: IsoDate
  /** The name of the merged client it was about; null where it was this one. */
  readonly of: string | null
}

/**
 * Somebody decides how much the guarantee fund may lend on a client, or writes down what a credit insurer covers until
 * when (zero ends a cover). Kept with its reason.
 *
 * @throws Problem naming the field; `not-found`.
 */
export async function decideLimit(
  trx: Transaction,
  { officeId, today, by, id }: OfficeContext,
  clientId: string,
  { kind, amount, untilOn, reason }: Pick<LimitDecision, 'kind' | 'amount' | 'untilOn' | 'reason'>,
): Promise<void> {
  throwFaults([
    ...(amount < 0n ? [{ field: 'amount', reason: 'May not be negative.' }] : []),
    ...(kind === 'insured' && amount > 0n && (untilOn === null || untilOn < today)
      ? [{ field: 'untilOn', reason: 'A cover ends on a day from today on.' }]
      : []),
    ...(kind === 'decided' && untilOn !== null
      ? [{ field: 'untilOn', reason: 'Only an insurer’s cover ends on a day.' }]
      : []),
    ...(reason.trim().length < 1 || reason.length > 200
      ? [{ field: 'reason', reason: 'Say why, or who insures, in 1 to 200 characters.' }]
      : []),
  ])
  const why = reason.trim()
  const covers = kind === 'insured' && amount > 0n
  const change =
    kind === 'decided'
      ? sql`credit_limit = ${amount}`
      : sql`insured_limit = ${covers ? amount : null}, insured_until = ${covers ? untilOn : null}, insurer = ${covers ? why : null}`
  const { numAffectedRows } = await sql`
    update samen.client set ${change}
     where office_id = ${officeId} and client_id = ${clientId} and merged_into is null`.execute(trx)
  if (numAffectedRows !== 1n) throwFaults([{ field: 'clientId', reason: 'There is no such client.' }])
  await sql`
    insert into samen.client_limit (office_id, client_limit_id, client_id, kind, amount, until_on, reason, decided_by,
      decided_on)
    values (${officeId}, ${id()}, ${clientId}, ${kind}, ${amount}, ${covers ? untilOn : null}, ${why}, ${by}, ${today})`.execute(
    trx,
  )
}

/** What was decided about the limits of a client and of those merged into it, the latest first. */
export async function limitDecisions(
  trx: Transaction,
  officeId: string,
  clientId: string,
): Promise<LimitDecision[]> {
  const { rows } = await sql<LimitDecision>`
    select l.kind, l.amount, l.until_on as "untilOn", l.reason, l.decided_by as "decidedBy", l.decided_on as "decidedOn",
           case when k.client_id <> ${clientId} then k.name end as of
      from samen.client k join samen.client_limit l on l.office_id = ${officeId} and l.client_id = k.client_id
     where k.office_id = ${officeId} and ${withMerged(clientId)}
     order by l.client_limit_id desc limit 50`.execute(trx)
  return rows
}
