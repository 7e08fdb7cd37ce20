import { sql } from 'kysely'
import { type Minor, minimum } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { currentOffice, findPosted, reverse } from '../ledger/index.ts'
import type { FundFact } from './fund.ts'
import { settleAdvances } from './fund-store.ts'
import { insertMovements, type Movement, record, recordedBefore } from './movements.ts'
import { releaseEntries, repaymentMovements } from './repay.ts'
import type { AdvancePart, OpenAdvance } from './settle.ts'

/** A receipt that was given to the wrong invoice. `sourceId` is the match that takes it back. */
export interface RepaymentTakenBack extends FundFact {
  readonly invoiceId: string
  /** Minor units that are lent on the invoice now that the money is not its any more. */
  readonly outstanding: Minor
}

/**
 * Lends again what had returned to the fund by a receipt that was not for this invoice: the newest advance first, since the
 * oldest had been repaid first.
 *
 * @returns what was lent again, and what could not be because nobody had ever lent it.
 * @throws Problem `refused` when the fund does not have the money any more.
 */
export async function takeBackRepayment(
  trx: Transaction,
  { sourceId, invoiceId, outstanding, ...fact }: RepaymentTakenBack,
): Promise<{ lentAgain: Minor; missing: Minor }> {
  const officeId = await currentOffice(trx)
  const advances = await lockAdvances(trx, officeId, invoiceId)
  let rest = outstanding - advances.reduce((sum, one) => sum + one.outstanding, 0n)
  const parts: AdvancePart[] = []
  for (const advance of advances) {
    const amount = minimum(rest, advance.repaid)
    if (amount <= 0n) continue
    parts.push({ advance, amount: -amount })
    rest -= amount
  }
  if (rest > 0n) return { lentAgain: 0n, missing: rest }
  if (parts.length === 0) return { lentAgain: 0n, missing: 0n }
  await record(trx, officeId, [
    {
      posting: {
        key: `repayment-taken-back:${sourceId}`,
        kind: 'repayment-taken-back',
        legalEntityId: fact.legalEntityId,
        effectiveOn: fact.effectiveOn,
        source: { kind: 'invoice', id: invoiceId },
        entries: releaseEntries(parts, fact.currency),
      },
      movements: repaymentMovements(parts),
    },
  ])
  await settleAdvances(
    trx,
    'repaid',
    parts.map(({ advance, amount }) => ({ advanceId: advance.advanceId, amount })),
  )
  return { lentAgain: -parts.reduce((sum, { amount }) => sum + amount, 0n), missing: 0n }
}

/**
 * Takes back what a receipt had recovered of an invoice written off. `sourceId` is the match that recovered it.
 *
 * @returns whether there was anything to take back.
 * @throws Problem `refused` when the fund does not have the money any more.
 */
export async function takeBackRecovery(
  trx: Transaction,
  { sourceId, currency, effectiveOn, reason }: Omit<FundFact, 'legalEntityId'> & { readonly reason: string },
): Promise<boolean> {
  const officeId = await currentOffice(trx)
  const key = `recovery:${sourceId}`
  const recovered = (await findPosted(trx, officeId, [key])).get(key)
  if (!recovered) return false
  const movements: Movement[] = (await recordedBefore(trx, officeId, [key])).get(key) ?? []
  const { transactionId } = await reverse(trx, recovered, { effectiveOn, reason })
  await insertMovements(
    trx,
    officeId,
    movements.map((movement, at) => ({
      ...movement,
      amount: -movement.amount,
      transactionId,
      no: at + 1,
      currency,
      effectiveOn,
    })),
  )
  return true
}

/** All advances on an invoice, the newest first, locked against other settlements. */
async function lockAdvances(trx: Transaction, officeId: string, invoiceId: string) {
  const { rows } = await sql<OpenAdvance & { repaid: Minor }>`
    select a.advance_id as "advanceId", a.fund_id as "fundId", a.invoice_id as "invoiceId", a.payslip_id as "payslipId",
           a.client_id as "clientId", a.amount - a.repaid - a.lost as outstanding, a.repaid
      from samen.fund_advance a
     where a.office_id = ${officeId} and a.invoice_id = ${invoiceId}
     order by a.advance_id desc for update`.execute(trx)
  return rows
}
