import type { Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { currentOffice } from '../ledger/index.ts'
import { invalid } from '../problem/index.ts'
import type { FundFact } from './fund.ts'
import { lockOpenAdvances, settleAdvances } from './fund-store.ts'
import { type FundPosting, type Movement, record, recordedBefore } from './movements.ts'
import { type AdvancePart, type OpenAdvance, settle } from './settle.ts'

/** A client's payment of an invoice, as far as the fund is concerned. `sourceId` is the receipt's match. */
export interface Repayment extends FundFact {
  readonly invoiceId: string
  /** Minor units paid on the invoice, positive; more than was advanced is no concern of the fund. */
  readonly amount: Minor
}

/**
 * Clients paid: what was advanced on their invoices becomes available again, oldest advance first, up to what is
 * outstanding. A payment given before gets its old answer.
 *
 * @returns per payment, how much went back to the fund.
 */
export async function repay(trx: Transaction, payments: readonly Repayment[]): Promise<{ repaid: Minor }[]> {
  for (const [index, { amount }] of payments.entries())
    if (amount <= 0n) throw invalid(`payments[${index}].amount`, 'A payment is greater than zero.')
  const officeId = await currentOffice(trx)
  const advances = Map.groupBy(
    await lockOpenAdvances(trx, [...new Set(payments.map(({ invoiceId }) => invoiceId))]),
    ({ invoiceId }) => invoiceId,
  )
  const before = await recordedBefore(trx, officeId, payments.map(repaymentKey))
  const facts = new Map<string, FundPosting>()
  const repaid = payments.map((payment) => {
    const key = repaymentKey(payment)
    const recorded = before.get(key) ?? facts.get(key)?.movements
    if (recorded) return { repaid: sum(recorded) }
    const { parts } = settle(advances.get(payment.invoiceId) ?? [], payment.amount)
    if (parts.length === 0) return { repaid: 0n }
    advances.set(payment.invoiceId, reduce(advances.get(payment.invoiceId) ?? [], parts))
    const fact = { posting: repaymentPosting(payment, parts), movements: repaymentMovements(parts) }
    facts.set(key, fact)
    return { repaid: sum(fact.movements) }
  })
  await record(trx, officeId, [...facts.values()])
  const parts = [...facts.values()].flatMap(({ movements }) => movements)
  await settleAdvances(
    trx,
    'repaid',
    parts.map(({ advanceId, amount }) => ({ advanceId: advanceId as string, amount })),
  )
  return repaid
}

const repaymentKey = ({ sourceId, invoiceId }: Repayment): string => `repayment:${sourceId}:${invoiceId}`

function repaymentPosting(payment: Repayment, parts: readonly AdvancePart[]): FundPosting['posting'] {
  return {
    key: repaymentKey(payment),
    kind: 'repayment',
    legalEntityId: payment.legalEntityId,
    effectiveOn: payment.effectiveOn,
    source: { kind: 'invoice', id: payment.invoiceId },
    entries: releaseEntries(parts, payment.currency),
  }
}

/** Money that was advanced becomes available again, per fund. */
export function releaseEntries(parts: readonly AdvancePart[], currency: string) {
  const byFund = new Map<string, Minor>()
  for (const { advance, amount } of parts)
    byFund.set(advance.fundId, (byFund.get(advance.fundId) ?? 0n) + amount)
  return [...byFund].flatMap(([subject, amount]) => [
    { account: 'fund-advanced', subject, currency, amount },
    { account: 'fund-available', subject, currency, amount: -amount },
  ])
}

export const repaymentMovements = (parts: readonly AdvancePart[]): Movement[] =>
  parts.map(({ advance, amount }) => movementOf('repayment', advance, amount))

export function movementOf(kind: Movement['kind'], advance: OpenAdvance, amount: Minor): Movement {
  const { advanceId, fundId, invoiceId, payslipId, clientId } = advance
  return { kind, amount, advanceId, fundId, invoiceId, payslipId, clientId }
}

/** The advances with these parts gone; a settled one no longer counts. */
export function reduce(advances: readonly OpenAdvance[], parts: readonly AdvancePart[]): OpenAdvance[] {
  const gone = new Map(parts.map(({ advance, amount }) => [advance.advanceId, amount]))
  return advances
    .map((open) => ({ ...open, outstanding: open.outstanding - (gone.get(open.advanceId) ?? 0n) }))
    .filter(({ outstanding }) => outstanding > 0n)
}

const sum = (movements: readonly { amount: Minor }[]): Minor =>
  movements.reduce((total, { amount }) => total + amount, 0n)
