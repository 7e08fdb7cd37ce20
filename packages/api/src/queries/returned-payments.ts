import { formatAmount } from '@samen/core/country'
import type { Transaction } from '@samen/core/database'
import type { ReturnedPayment } from '@samen/core/returned-payments'
import type { z } from 'zod'
import type { returnedPayment } from '../answers/returned-payments.ts'
import type { OfficeRights } from '../auth/rights.ts'
import { namesOf } from './names.ts'

/** Payments that came back as staff see them, with names for who decided. */
export async function returnedPaymentAnswers(
  trx: Transaction,
  roles: OfficeRights['roles'],
  userId: string,
  payments: readonly ReturnedPayment[],
): Promise<z.infer<typeof returnedPayment>[]> {
  const names = await namesOf(
    trx,
    payments.flatMap(({ repeat }) => [repeat?.proposedBy ?? null, repeat?.releasedBy ?? null]),
  )
  const nameOf = (id: string) => names.get(id) ?? id
  return payments.map(({ repeat, amount, ...payment }) => ({
    payslipId: payment.payslipId,
    attempt: payment.attempt,
    memberName: payment.memberName,
    iban: payment.iban,
    memberIban: payment.memberIban,
    amount: formatAmount(amount),
    currency: payment.currency,
    returnedOn: payment.returnedOn,
    reason: payment.reason,
    repeat: repeat && {
      iban: repeat.iban,
      state: repeat.state,
      proposedBy: nameOf(repeat.proposedBy),
      releasedBy: repeat.releasedBy === null ? null : nameOf(repeat.releasedBy),
    },
    mayRelease: repeat?.state === 'proposed' && roles.includes('approver') && repeat.proposedBy !== userId,
  }))
}
