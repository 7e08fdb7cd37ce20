import { type OfficeContext, readNumberAs } from '../context/index.ts'
import type { Transaction } from '../database/index.ts'
import { legalEntities } from '../legal-entities/index.ts'
import { memberById, setMemberIban } from '../members/index.ts'
import { enqueue } from '../outbox/index.ts'
import {
  ATTEMPTS_MAX,
  bankDayFrom,
  bankTerms,
  endToEndIdOf,
  insertPaymentFile,
  pain001,
} from '../payments/index.ts'
import { conflict, invalid, notFound, refused } from '../problem/index.ts'
import {
  lockRepeats,
  markReleased,
  type ReturnedPayment,
  returnedPayments,
  upsertProposal,
} from './returned-payment-store.ts'

/** Names a payment that came back. */
export interface PaymentThatCameBack {
  readonly payslipId: string
  readonly attempt: number
}

/**
 * Says to which account a wage that came back is to go, for a second person to release. Said again before that, the new account
 * counts, and whoever said it may not release it.
 *
 * @throws Problem `not-found` for a payment that did not come back; `invalid-field` for the IBAN; `conflict` when it has been
 *   released; `refused` when it has come back too often.
 */
export async function proposeRepeat(
  trx: Transaction,
  context: OfficeContext,
  { payslipId, attempt, iban }: PaymentThatCameBack & { readonly iban: string },
): Promise<ReturnedPayment> {
  const { officeId, plugin, by, now } = context
  const reading = readNumberAs(plugin, 'bank', iban)
  if (!reading.ok) throw invalid('iban', reading.reason)
  await lockRepeats(trx, officeId)
  const payment = await cameBack(trx, officeId, { payslipId, attempt })
  if (payment.repeat?.state === 'released') throw conflict('This payment has been made again already.')
  if (attempt >= ATTEMPTS_MAX)
    throw refused(`This wage came back ${attempt} times: pay it another way and tell your bank.`)
  await upsertProposal(trx, officeId, { payslipId, attempt: attempt + 1, iban: reading.value, by, at: now })
  return cameBack(trx, officeId, { payslipId, attempt })
}

/**
 * Pays a wage again, as a second person: a payment file of its own with the next end-to-end id, into the outbox; the account is
 * the member's from then on. Released twice it is one payment.
 *
 * @throws Problem `not-found`; `conflict` when nobody has proposed it, or who releases has proposed.
 */
export async function releaseRepeat(
  trx: Transaction,
  context: OfficeContext,
  { payslipId, attempt }: PaymentThatCameBack,
): Promise<ReturnedPayment> {
  const { officeId, plugin, by, now, today, id } = context
  await lockRepeats(trx, officeId)
  const payment = await cameBack(trx, officeId, { payslipId, attempt })
  const { repeat } = payment
  if (!repeat) throw conflict('Nobody has said yet to which account this wage is to go.')
  if (repeat.state === 'released') return payment
  if (repeat.proposedBy === by) throw conflict('Whoever said to which account it goes does not release it.')
  const next = attempt + 1
  const entity = (await legalEntities(trx, officeId)).find(
    ({ legalEntityId }) => legalEntityId === payment.legalEntityId,
  )
  if (!entity) throw notFound('company that paid this wage')
  const member = await memberById(trx, officeId, payment.memberId)
  const endToEndId = endToEndIdOf(payslipId, next)
  const { street, postCode, town, country } = member
  const content = pain001({
    messageId: endToEndId,
    createdAt: now,
    executeOn: bankDayFrom(plugin, today),
    currency: payment.currency,
    debtor: { ...entity, address: entity },
    terms: (await bankTerms(trx, officeId)).get(entity.legalEntityId),
    transfers: [
      {
        endToEndId,
        amount: payment.amount,
        name: payment.memberName,
        iban: repeat.iban,
        address: { street, postCode, town, country },
        text: 'Wage, paid again',
      },
    ],
  })
  const paymentFileId = id()
  const { payRunId, legalEntityId, amount, currency, memberName, memberId } = payment
  await insertPaymentFile(
    trx,
    officeId,
    { paymentFileId, payRunId, messageId: endToEndId, legalEntityId, content, createdAt: now, repeats: true },
    [{ payslipId, attempt: next, endToEndId, iban: repeat.iban, name: memberName, amount, currency }],
  )
  await enqueue(trx, officeId, [
    {
      kind: 'payment-file',
      idempotencyKey: `payment-file:${endToEndId}`,
      payload: { paymentFileId, messageId: endToEndId },
    },
  ])
  await markReleased(trx, officeId, { payslipId, attempt: next, by, at: now })
  if (member.iban !== repeat.iban) await setMemberIban(trx, officeId, { memberId, iban: repeat.iban })
  return cameBack(trx, officeId, { payslipId, attempt })
}

async function cameBack(
  trx: Transaction,
  officeId: string,
  { payslipId, attempt }: PaymentThatCameBack,
): Promise<ReturnedPayment> {
  const [payment] = await returnedPayments(trx, officeId, { payslipId, attempt })
  if (!payment) throw notFound('payment that came back')
  return payment
}
