import { sql } from 'kysely'
import type { IsoDate, Minor } from '../country/index.ts'
import { newId, type Transaction } from '../database/index.ts'
import { currentOffice, plainArray } from '../ledger/index.ts'
import { invalid } from '../problem/index.ts'
import {
  type AdvanceDecision,
  type AdvanceWish,
  decideAdvances,
  exposureKey,
  wishKey,
} from './decide-advances.ts'
import { availableOf, guaranteeFund, listFunds, lockFunds } from './fund-store.ts'
import { type FundPosting, record } from './movements.ts'

/** A wish, and whose books and which day the advance belongs to. */
export interface AdvanceRequest extends AdvanceWish {
  readonly legalEntityId: string
  readonly effectiveOn: IsoDate
}

/**
 * Lends from the wage-guarantee fund so that wages go out before their invoices are paid: decides in the order given,
 * posts what is granted and says why for each. A wage and an invoice that met before get their old answer and nothing
 * more. Callers who lend at the same time wait for each other, so neither the fund nor a client's limit is overrun.
 */
export async function advance(
  trx: Transaction,
  requests: readonly AdvanceRequest[],
): Promise<AdvanceDecision[]> {
  const officeId = await currentOffice(trx)
  const funds = await fundsOf(trx, requests)
  await lockFunds(trx, funds.values())
  const decisions = await decide(trx, requests, funds)
  const granted = requests.flatMap((request, index) =>
    decisions[index]?.reason === 'within-limits'
      ? [{ ...request, advanceId: newId(), fundId: funds.get(request.currency) as string }]
      : [],
  )
  const transactionIds = await record(trx, officeId, granted.map(advancePosting))
  await insertAdvances(trx, officeId, granted, transactionIds)
  return decisions
}

/** What `advance` would answer now; writes nothing and waits for nobody. */
export async function previewAdvances(
  trx: Transaction,
  requests: readonly AdvanceWish[],
): Promise<AdvanceDecision[]> {
  return decide(trx, requests, await fundsOf(trx, requests))
}

interface GrantedAdvance extends AdvanceRequest {
  readonly advanceId: string
  readonly fundId: string
}

function advancePosting(granted: GrantedAdvance): FundPosting {
  const { advanceId, fundId, payslipId, invoiceId, clientId, currency, amount } = granted
  return {
    posting: {
      key: `advance:${payslipId}:${invoiceId}`,
      kind: 'advance',
      legalEntityId: granted.legalEntityId,
      effectiveOn: granted.effectiveOn,
      source: { kind: 'payslip', id: payslipId },
      entries: [
        { account: 'fund-available', subject: fundId, currency, amount },
        { account: 'fund-advanced', subject: fundId, currency, amount: -amount },
      ],
    },
    movements: [{ fundId, kind: 'advance', amount, advanceId, invoiceId, payslipId, clientId }],
  }
}

/** The guarantee fund of each currency that occurs. */
async function fundsOf(trx: Transaction, wishes: readonly AdvanceWish[]): Promise<Map<string, string>> {
  for (const [index, { amount }] of wishes.entries())
    if (amount <= 0n) throw invalid(`advances[${index}].amount`, 'An advance is greater than zero.')
  const funds = await listFunds(trx)
  const currencies = new Set(wishes.map(({ currency }) => currency))
  return new Map([...currencies].map((currency) => [currency, guaranteeFund(funds, currency).fundId]))
}

async function decide(
  trx: Transaction,
  wishes: readonly AdvanceWish[],
  funds: ReadonlyMap<string, string>,
): Promise<AdvanceDecision[]> {
  const available = await availableOf(trx, [...funds.values()])
  const byCurrency = new Map([...funds].map(([currency, fundId]) => [currency, available.get(fundId) ?? 0n]))
  return decideAdvances(wishes, byCurrency, await exposureOf(trx, wishes), await grantedBefore(trx, wishes))
}

async function exposureOf(trx: Transaction, wishes: readonly AdvanceWish[]): Promise<Map<string, Minor>> {
  const clients = plainArray([...new Set(wishes.map(({ clientId }) => clientId))])
  const { rows } = await sql<{ clientId: string; currency: string; outstanding: bigint }>`
    select a.client_id as "clientId", a.currency, sum(a.amount - a.repaid - a.lost)::int8 as outstanding
      from samen.fund_advance a
     where a.office_id = samen.current_office() and a.client_id = any(${clients}::uuid[])
       and a.repaid + a.lost < a.amount
     group by a.client_id, a.currency`.execute(trx)
  return new Map(rows.map((row) => [exposureKey(row), row.outstanding]))
}

async function grantedBefore(trx: Transaction, wishes: readonly AdvanceWish[]): Promise<Map<string, Minor>> {
  const { rows } = await sql<{ payslipId: string; invoiceId: string; amount: bigint }>`
    select a.payslip_id as "payslipId", a.invoice_id as "invoiceId", a.amount from samen.fund_advance a
     where a.office_id = samen.current_office()
       and a.payslip_id = any(${plainArray(wishes.map(({ payslipId }) => payslipId))}::uuid[])`.execute(trx)
  return new Map(rows.map((row) => [wishKey(row), row.amount]))
}

async function insertAdvances(
  trx: Transaction,
  officeId: string,
  granted: readonly GrantedAdvance[],
  transactionIds: readonly string[],
): Promise<void> {
  if (granted.length === 0) return
  await sql`
    insert into samen.fund_advance (office_id, advance_id, fund_id, payslip_id, invoice_id, client_id, transaction_id,
      currency, granted_on, amount)
    select ${officeId}::uuid, *
      from unnest(${plainArray(granted.map(({ advanceId }) => advanceId))}::uuid[],
        ${plainArray(granted.map(({ fundId }) => fundId))}::uuid[],
        ${plainArray(granted.map(({ payslipId }) => payslipId))}::uuid[],
        ${plainArray(granted.map(({ invoiceId }) => invoiceId))}::uuid[],
        ${plainArray(granted.map(({ clientId }) => clientId))}::uuid[],
        ${plainArray(transactionIds)}::uuid[],
        ${plainArray(granted.map(({ currency }) => currency))}::text[],
        ${plainArray(granted.map(({ effectiveOn }) => effectiveOn))}::date[],
        ${plainArray(granted.map(({ amount }) => amount))}::int8[])`.execute(trx)
}
