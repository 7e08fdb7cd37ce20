import { formatAmount, GROUP_CHART, type Minor, monthOf } from '@samen/core/country'
import type { Transaction } from '@samen/core/database'
import { exposureByClient, fundPositions } from '@samen/core/funds'
import { trialBalance as readTrialBalance } from '@samen/core/ledger'
import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { bankTransaction, exposure, fundsOverview, trialBalance } from '../answers/books.ts'
import type { Page } from '../answers/common.ts'
import type { PageQuery } from '../routes/route.ts'
import { cursorOf, pageOf, rowsOf } from './page.ts'

interface MonthRow {
  period: string
  fundId: string
  contributed: Minor
  advanced: Minor
  repaid: Minor
  recovered: Minor
  lost: Minor
  spent: Minor
}

/** Months of movements shown at most. */
const MONTHS_MAX = 24

/** The funds' positions and movements by month: sums only, nothing of a person. */
export async function fundsOverviewOf(
  trx: Transaction,
  officeId: string,
  currency: string,
): Promise<z.infer<typeof fundsOverview>> {
  const positions = await fundPositions(trx)
  const { rows } = await sql<MonthRow>`
    select to_char(effective_on, 'YYYY-MM') as period, fund_id as "fundId",
           ${sumOf('contribution')} as contributed, ${sumOf('advance')} as advanced, ${sumOf('repayment')} as repaid,
           ${sumOf('recovery')} as recovered, ${sumOf('loss')} as lost, ${sumOf('spending')} as spent
      from samen.fund_movement
     where office_id = ${officeId}
       and effective_on >= (select date_trunc('month', max(effective_on)) - make_interval(months => ${MONTHS_MAX - 1})
                              from samen.fund_movement where office_id = ${officeId})
     group by 1, 2 order by 1 desc, 2`.execute(trx)
  const codes = new Map(positions.map(({ fundId, kind }) => [fundId, kind]))
  return {
    currency,
    funds: positions.map((fund) => ({
      fundId: fund.fundId,
      code: fund.kind,
      name: fund.name,
      contributed: formatAmount(fund.contributed),
      recovered: formatAmount(fund.recovered),
      transferred: formatAmount(fund.transferred),
      available: formatAmount(fund.available),
      advanced: formatAmount(fund.advanced),
      lost: formatAmount(fund.lost),
      spent: formatAmount(fund.spent),
    })),
    months: rows.map(({ period, fundId, ...amounts }) => ({
      period,
      fundId,
      code: codes.get(fundId) ?? 'custom',
      contributed: formatAmount(amounts.contributed),
      advanced: formatAmount(amounts.advanced),
      repaid: formatAmount(amounts.repaid),
      recovered: formatAmount(amounts.recovered),
      lost: formatAmount(amounts.lost),
      spent: formatAmount(amounts.spent),
    })),
  }
}

const sumOf = (kind: string) => sql`coalesce(sum(amount) filter (where kind = ${kind}), 0)::int8`

/** Clients shown at most: the largest. */
const CLIENTS_MAX = 500

export async function exposureOf(
  trx: Transaction,
  officeId: string,
  currency: string,
): Promise<z.infer<typeof exposure>> {
  const clients = await exposureByClient(trx, CLIENTS_MAX)
  const { rows } = await sql<{ clientId: string; name: string; limit: Minor; bankruptOn: string | null }>`
    select client_id as "clientId", name, credit_limit as limit, bankrupt_on as "bankruptOn" from samen.client
     where office_id = ${officeId} and client_id = any(${clients.map(({ clientId }) => clientId)}::uuid[])`.execute(
    trx,
  )
  const known = new Map(rows.map((row) => [row.clientId, row]))
  const guarantee = (await fundPositions(trx)).filter((fund) => fund.kind === 'wage-guarantee')
  return {
    currency,
    advanced: formatAmount(guarantee.reduce((sum, fund) => sum + fund.advanced, 0n)),
    clients: clients.map(({ clientId, outstanding }) => {
      const row = known.get(clientId)
      return {
        clientId,
        name: row?.name ?? '',
        advanced: formatAmount(outstanding),
        creditLimit: formatAmount(row?.limit ?? 0n),
        bankrupt: row?.bankruptOn != null,
      }
    }),
  }
}

/** A month's trial balance with opening and closing balances: what was before, what moved, what stands. */
export async function trialBalanceOf(
  trx: Transaction,
  period: string,
  currency: string,
): Promise<z.infer<typeof trialBalance>> {
  const end = monthOf(`${period}-01`).to
  const standing = await readTrialBalance(trx, { upTo: end })
  const moved = new Map(
    (await readTrialBalance(trx, { period: end })).map((line) => [`${line.account} ${line.currency}`, line]),
  )
  const lines = standing.filter((line) => line.currency === currency)
  const movement = (account: string) => moved.get(`${account} ${currency}`) ?? { debit: 0n, credit: 0n }
  const total = (side: 'debit' | 'credit') =>
    formatAmount(lines.reduce((sum, { account }) => sum + movement(account)[side], 0n))
  return {
    period,
    currency,
    accounts: lines.map(({ account, number, name, group, debit, credit }) => {
      const month = movement(account)
      return {
        account,
        number,
        name,
        group,
        groupName: GROUP_CHART[group] ?? group,
        opening: formatAmount(debit - credit - month.debit + month.credit),
        debit: formatAmount(month.debit),
        credit: formatAmount(month.credit),
        closing: formatAmount(debit - credit),
      }
    }),
    debit: total('debit'),
    credit: total('credit'),
  }
}

interface BankRow {
  id: string
  bookedOn: string
  amount: Minor
  currency: string
  name: string | null
  iban: string | null
  reference: string | null
  remittance: string | null
  endToEndId: string | null
  matched: Minor
}

/** Bank transactions, the latest first; perhaps only those a human still has to match. */
export async function bankTransactionsPage(
  trx: Transaction,
  officeId: string,
  query: PageQuery & { waiting?: 'true' | 'false' | undefined },
): Promise<Page<z.infer<typeof bankTransaction>>> {
  const after = cursorOf(query, ['day', 'id'])
  const page = sql`
     where office_id = ${officeId}
       and (${after?.[0] ?? null}::date is null
            or (booked_on, bank_transaction_id) < (${after?.[0] ?? null}::date, ${after?.[1] ?? null}::uuid))`
  const order = sql`order by booked_on desc, bank_transaction_id desc limit ${rowsOf(query)}`
  const matched = (transactions: RawBuilder<unknown>) => sql`
    select t.*, m.matched from ${transactions} t
     cross join lateral (select coalesce(sum(b.amount), 0)::int8 as matched from samen.bank_match b
                          where b.office_id = t.office_id and b.bank_transaction_id = t.bank_transaction_id) m`
  const chosen =
    query.waiting === undefined
      ? sql`${matched(sql`(select * from samen.bank_transaction ${page} ${order})`)}`
      : sql`select * from (${matched(sql`samen.bank_transaction`)}) w ${page}
              and (matched < abs(amount)) = ${query.waiting === 'true'} ${order}`
  const { rows } = await sql<BankRow>`
    select t.bank_transaction_id as id, t.booked_on as "bookedOn", t.amount, t.currency, t.counterparty_name as name,
           t.counterparty_iban as iban, t.payment_reference as reference, t.remittance, t.end_to_end_id as "endToEndId",
           t.matched
      from (${chosen}) t ${order}`.execute(trx)
  return pageOf(
    rows,
    query,
    (row) => [row.bookedOn, row.id],
    (row) => ({
      bankTransactionId: row.id,
      bookedOn: row.bookedOn,
      amount: formatAmount(row.amount),
      currency: row.currency,
      counterpartyName: row.name,
      counterpartyIban: row.iban,
      paymentReference: row.reference,
      remittance: row.remittance,
      endToEndId: row.endToEndId,
      matched: formatAmount(row.matched),
      waiting: formatAmount((row.amount < 0n ? -row.amount : row.amount) - row.matched),
    }),
  )
}
