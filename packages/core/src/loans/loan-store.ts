import { type RawBuilder, sql } from 'kysely'
import { fraction, type IsoDate, type Minor } from '../country/index.ts'
import { lockInOffice, type Transaction } from '../database/index.ts'
import { plainArray } from '../ledger/index.ts'
import { notFound } from '../problem/index.ts'
import type { Loan, PaidPart } from './loan.ts'
import { type LoanRate, nextInstalment } from './schedule.ts'

/** Whoever takes payments of loans in an office does so one after the other. */
export const lockLoans = (trx: Transaction, officeId: string) => lockInOffice(trx, officeId, 'loans')

export interface LoansQuestion {
  readonly activityId?: string | undefined
  /** The last loan of the page before. */
  readonly after?: string | undefined
  /** 1 to 200; 50 unless told. */
  readonly limit?: number | undefined
}

/** The loans, the latest first, a page at a time. */
export const listLoans = (
  trx: Transaction,
  officeId: string,
  { activityId, after, limit = 50 }: LoansQuestion = {},
): Promise<Loan[]> =>
  select(
    trx,
    officeId,
    sql`${activityId ? sql`and l.activity_id = ${activityId}` : sql``}
        ${after ? sql`and l.loan_id < ${after}::uuid` : sql``}
        order by l.loan_id desc limit ${limit}`,
  )

/** Loans of which an instalment is due by a day and not paid, oldest due first, at most `limit`. */
export const loansDue = (trx: Transaction, officeId: string, upTo: IsoDate, limit: number): Promise<Loan[]> =>
  select(
    trx,
    officeId,
    sql`and l.state = 'lent' and coalesce(p.paid, 0) < l.instalments and l.principal > coalesce(p.principal, 0)
        and l.first_due_on + make_interval(months => coalesce(p.paid, 0)) <= ${upTo}::date
        order by l.first_due_on + make_interval(months => coalesce(p.paid, 0)), l.loan_id limit ${limit}`,
  )

/** @throws Problem `not-found` */
export async function loanById(trx: Transaction, officeId: string, loanId: string): Promise<Loan> {
  const [found] = await select(trx, officeId, sql`and l.loan_id = ${loanId}`)
  if (!found) throw notFound('such loan in this office')
  return found
}

/** What was paid on a loan, in order. */
export async function loanPayments(trx: Transaction, officeId: string, loanId: string): Promise<PaidPart[]> {
  const { rows } = await sql<PaidPart>`
    select payment_no as "paymentNo", instalment, paid_on as "paidOn", principal, interest
      from samen.activity_loan_payment
     where office_id = ${officeId} and loan_id = ${loanId} order by payment_no limit 1000`.execute(trx)
  return rows
}

export interface NewPayment extends Omit<PaidPart, 'paymentNo'> {
  readonly loanId: string
  readonly requestId: string | null
}

/** Writes payments down, each numbered after those its loan has; the caller holds `lockLoans`. */
export async function insertPayments(
  trx: Transaction,
  officeId: string,
  payments: readonly NewPayment[],
): Promise<void> {
  await sql`
    insert into samen.activity_loan_payment (office_id, loan_id, payment_no, instalment, request_id, paid_on, principal,
      interest)
    select ${officeId}::uuid, n.loan_id,
           (select count(*) from samen.activity_loan_payment p
             where p.office_id = ${officeId} and p.loan_id = n.loan_id)
             + row_number() over (partition by n.loan_id order by n.place),
           n.instalment, n.request_id, n.paid_on, n.principal, n.interest
      from unnest(${plainArray(payments.map(({ loanId }) => loanId))}::uuid[],
        ${plainArray(payments.map(({ instalment }) => instalment))}::int[],
        ${plainArray(payments.map(({ requestId }) => requestId))}::uuid[],
        ${plainArray(payments.map(({ paidOn }) => paidOn))}::date[],
        ${plainArray(payments.map(({ principal }) => principal))}::int8[],
        ${plainArray(payments.map(({ interest }) => interest))}::int8[])
        with ordinality as n (loan_id, instalment, request_id, paid_on, principal, interest, place)`.execute(
    trx,
  )
}

type Row = Omit<Loan, 'rates' | 'next' | 'outstanding'> & {
  repaid: Minor
  rates: { from: IsoDate; numerator: string; denominator: string }[]
}

async function select(trx: Transaction, officeId: string, rest: RawBuilder<unknown>): Promise<Loan[]> {
  const { rows } = await sql<Row>`
    select l.loan_id as "loanId", l.activity_id as "activityId", v.name as "activityName",
           l.legal_entity_id as "legalEntityId", l.fund_id as "fundId", f.name as "fundName", l.currency, l.principal,
           l.first_due_on as "firstDueOn", l.instalments, l.purpose, l.state, l.proposed_by as "proposedBy",
           l.approved_by as "approvedBy", l.lent_on as "lentOn", coalesce(p.principal, 0)::int8 as repaid,
           coalesce(p.interest, 0)::int8 as interest, coalesce(p.paid, 0)::int as paid, r.rates
      from samen.activity_loan l
      join samen.activity v on v.office_id = l.office_id and v.activity_id = l.activity_id
      left join samen.fund f on f.office_id = l.office_id and f.fund_id = l.fund_id
      left join lateral (select sum(x.principal)::int8 as principal, sum(x.interest)::int8 as interest,
                                count(x.instalment)::int as paid
                           from samen.activity_loan_payment x
                          where x.office_id = l.office_id and x.loan_id = l.loan_id) p on true
      join lateral (select json_agg(json_build_object('from', y.valid_from, 'numerator', y.rate_numerator::text,
                             'denominator', y.rate_denominator::text) order by y.valid_from) as rates
                      from samen.activity_loan_rate y
                     where y.office_id = l.office_id and y.loan_id = l.loan_id) r on true
     where l.office_id = ${officeId} ${rest}`.execute(trx)
  return rows.map(({ repaid, rates: told, ...row }) => {
    const rates: LoanRate[] = told.map(({ from, numerator, denominator }) => ({
      from,
      rate: fraction(BigInt(numerator), BigInt(denominator)),
    }))
    const outstanding = row.principal - repaid
    const { lentOn, firstDueOn, instalments, paid } = row
    const next =
      lentOn === null
        ? undefined
        : nextInstalment({ lentOn, firstDueOn, instalments, rates }, { outstanding, paid })
    return { ...row, rates, outstanding, next }
  })
}
