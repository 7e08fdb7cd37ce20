import { sql } from 'kysely'
import { activityById, clearedBudget, freeBudgets, lockBudgets } from '../activities/index.ts'
import type { OfficeContext } from '../context/index.ts'
import { formatAmount } from '../country/index.ts'
import { lockInOffice, type Transaction } from '../database/index.ts'
import { accountsOf, openAccounts, post, reverse } from '../ledger/index.ts'
import { conflict, invalid, Problem, refused } from '../problem/index.ts'
import { type InternalOrder, type InternalOrderStep, STEP_RULES } from './internal-order.ts'
import { internalOrderById } from './internal-order-store.ts'

export interface InternalOrderMove {
  readonly internalOrderId: string
  readonly step: InternalOrderStep
  /** Up to 300 characters; asked for where somebody is let down. */
  readonly reason?: string | undefined
}

/**
 * Takes a step of an internal order; the same step again changes nothing. Settling moves the amount from the budget of the
 * activity that ordered to the one that did the work, and returning moves it back by a reversal: the company's result, its
 * turnover and the sum of all budgets stay as they are. Only money that is in is moved, since whoever gets it may spend it
 * at once: no client's promise, and no wage still owed.
 *
 * @param memberId the member who takes the step, where it is not staff: of the side whose step it is.
 * @throws Problem `not-found`; `forbidden` for a step of the other side; `invalid-field` where a reason is missing; `conflict` for a step that
 *   does not follow, or a month that is closed; `refused` when the budget that gives does not hold the money.
 */
export async function moveInternalOrder(
  trx: Transaction,
  context: OfficeContext,
  { internalOrderId, step, reason = '' }: InternalOrderMove,
  memberId?: string,
): Promise<InternalOrder> {
  const { officeId, by, today } = context
  await lockInOffice(trx, officeId, `internal order ${internalOrderId}`)
  const order = await internalOrderById(trx, officeId, internalOrderId, memberId)
  const rule = STEP_RULES[step]
  if (memberId !== undefined) await demandSide(trx, officeId, order, step, memberId)
  if (order.steps.some((taken) => taken.step === step)) return order
  if (!rule.from.includes(order.state))
    throw conflict(`This order is ${order.state}: "${step}" follows ${rule.from.join(' or ')}.`)
  const why = reason.trim()
  if (why.length > 300 || (rule.asksReason && why.length === 0))
    throw invalid('reason', 'Say why, in 1 to 300 characters.')
  const transactionId = await moneyOf(trx, context, order, step, why)
  await sql`
    insert into samen.internal_order_step (office_id, internal_order_id, step, reason, transaction_id, taken_on, taken_by)
    values (${officeId}, ${internalOrderId}, ${step}, ${why}, ${transactionId}, ${today}, ${by})`.execute(trx)
  return internalOrderById(trx, officeId, internalOrderId)
}

/** @throws Problem `forbidden` when the step is the other side's. */
async function demandSide(
  trx: Transaction,
  officeId: string,
  { sellerId, buyerId, sellerName, buyerName }: InternalOrder,
  step: InternalOrderStep,
  memberId: string,
): Promise<void> {
  const isBuyers = STEP_RULES[step].by === 'buyer'
  const { memberIds } = await activityById(trx, officeId, isBuyers ? buyerId : sellerId)
  if (!memberIds.includes(memberId))
    throw new Problem('forbidden', `"${step}" is for a member of ${isBuyers ? buyerName : sellerName}.`)
}

/** Moves what the step moves. @returns the transaction of the ledger; null where a step moves nothing. */
async function moneyOf(
  trx: Transaction,
  context: OfficeContext,
  order: InternalOrder,
  step: InternalOrderStep,
  reason: string,
): Promise<string | null> {
  const { officeId, plugin, today } = context
  const { internalOrderId, legalEntityId, sellerId, sellerName, buyerId, buyerName, currency, amount } = order
  if (step === 'accept') await demandPromise(trx, officeId, order)
  if (step === 'settle') {
    await demandCleared(trx, officeId, order, { activityId: buyerId, name: buyerName })
    await openAccounts(trx, officeId, accountsOf(plugin))
    const { transactionIds } = await post(trx, officeId, [
      {
        key: `internal-order:${internalOrderId}`,
        kind: 'internal-order',
        legalEntityId,
        effectiveOn: today,
        description: order.title,
        source: { kind: 'internal-order', id: internalOrderId },
        entries: [
          { account: 'activity-budget', subject: buyerId, currency, amount },
          { account: 'activity-budget', subject: sellerId, currency, amount: -amount },
        ],
      },
    ])
    return transactionIds[0] as string
  }
  const settled = order.steps.find((taken) => taken.step === 'settle')?.transactionId
  if (step !== 'return' || !settled) return null
  await demandCleared(trx, officeId, order, { activityId: sellerId, name: sellerName })
  return (await reverse(trx, settled, { effectiveOn: today, reason })).transactionId
}

/** Whoever accepts has the money or a client's promise of it. */
async function demandPromise(
  trx: Transaction,
  officeId: string,
  { buyerId, buyerName, currency, amount }: InternalOrder,
): Promise<void> {
  await lockBudgets(trx, officeId)
  const { holds, reserved, free } = (await freeBudgets(trx, officeId, [buyerId]))(buyerId, currency)
  if (free < amount)
    throw refused(
      `The budget of ${buyerName} holds ${formatAmount(holds)}, of which ${formatAmount(reserved)} is for wages: it cannot promise ${formatAmount(amount)}.`,
      { budget: formatAmount(free) },
    )
}

async function demandCleared(
  trx: Transaction,
  officeId: string,
  { currency, amount }: InternalOrder,
  { activityId, name }: { activityId: string; name: string },
): Promise<void> {
  await lockBudgets(trx, officeId)
  const { holds, reserved, uncleared, cleared } = await clearedBudget(trx, officeId, activityId, currency)
  if (cleared < amount)
    throw refused(
      `The budget of ${name} holds ${formatAmount(holds)}, of which ${formatAmount(reserved)} is for wages and ${formatAmount(uncleared)} is not paid by clients yet: it can give ${formatAmount(cleared > 0n ? cleared : 0n)}, not ${formatAmount(amount)}. Try again once its clients have paid.`,
      { budget: formatAmount(cleared) },
    )
}
