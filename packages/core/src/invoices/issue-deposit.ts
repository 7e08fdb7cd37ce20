import { clientById } from '../clients/index.ts'
import type { OfficeContext } from '../context/index.ts'
import {
  type Contract,
  lockContracts,
  moveContracts,
  pricesOf,
  type StateByHand,
} from '../contracts/index.ts'
import type { IsoDate } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { post } from '../ledger/index.ts'
import { lastNumberedDay, legalEntities, takeNumbers } from '../legal-entities/index.ts'
import { enqueue } from '../outbox/index.ts'
import { conflict, invalid, notFound, throwFaults } from '../problem/index.ts'
import { vatSettingOn } from '../vat-returns/index.ts'
import { refuseUnregistered } from './consumer-threshold.ts'
import { creditInvoice } from './credit-invoice.ts'
import { asDeposit, type DepositAsk, depositFaults, depositOf } from './deposit.ts'
import { depositAsked, depositsAsked, standingAmong } from './deposit-store.ts'
import { depositTexts } from './deposit-texts.ts'
import { draftInvoice, type Invoice, seriesOf } from './invoice.ts'
import { depositPosting } from './invoice-postings.ts'
import { insertInvoices, invoicesOfContracts } from './invoice-store.ts'
import { keepBillingRecords } from './keep-billing-records.ts'

/** Before it is done, a job may ask for money; after that it is invoiced. */
const MAY_ASK: readonly Contract['state'][] = ['order', 'started']

/**
 * Issues the deposit invoice of an order: number, books and outbox in one transaction. One deposit stands at a time; asked
 * again, it is the answer, so the call may be repeated.
 *
 * @param ask the part of the fee; what the quote asked for unless told.
 * @throws Problem `not-found`; `conflict` for a job that is no order any more; `invalid-field` for a deposit that is not below
 *   the fee, or where nothing was asked for; `refused` as `issueInvoices` does.
 */
export async function issueDeposit(
  trx: Transaction,
  context: OfficeContext,
  contractId: string,
  { ask, issuedOn }: { ask?: DepositAsk; issuedOn?: IsoDate } = {},
): Promise<Invoice> {
  const { officeId, plugin, today, id } = context
  const [contract] = await lockContracts(trx, officeId, [contractId])
  if (!contract) throw notFound('such contract')
  const standing = standingAmong(await invoicesOfContracts(trx, officeId, [contractId]))
  if (standing) return standing
  if (!MAY_ASK.includes(contract.state))
    throw conflict(`A deposit is asked for an order that is not done yet; this one is ${contract.state}.`)
  const wanted = ask ?? (await depositAsked(trx, officeId, contractId))
  if (!wanted)
    throw invalid('deposit', 'The quote asked for none: say how much, as a percentage or an amount.')
  throwFaults(depositFaults(contract.fee, wanted, contract.currency))

  const client = await clientById(trx, officeId, contract.clientId)
  const entity = (await legalEntities(trx, officeId)).find(
    ({ legalEntityId }) => legalEntityId === contract.legalEntityId,
  )
  if (!entity) throw notFound('legal entity of this contract')
  const price = (await pricesOf(trx, officeId, [contractId])).get(contractId)
  if (price?.conversion)
    throw invalid(
      'deposit',
      `This job is billed in ${price.conversion.currency}, and a deposit is asked for in ${plugin.currency} alone: make a quote of its own for the first part.`,
    )
  const last = await lastNumberedDay(trx, officeId, seriesOf('deposit', today))
  const on = issuedOn ?? (last !== undefined && last > today ? last : today)
  const number = await takeNumbers(trx, officeId, entity.legalEntityId, seriesOf('deposit', on), 1, on)
  await refuseUnregistered(trx, context, [entity], {
    contracts: [contract],
    clients: new Map([[client.clientId, client]]),
    prices: new Map(price ? [[contractId, price]] : []),
    on,
  })
  const vatSetting = await vatSettingOn(trx, context, entity.legalEntityId, on)
  const whole = draftInvoice(
    plugin,
    { contract, client, entity, price },
    { invoiceId: id(), number, issuedOn: on, vatSetting },
  )
  const deposit = asDeposit(whole, {
    ...contract,
    net: depositOf(contract.fee, wanted, contract.currency),
    waits: plugin.vat.returns?.taxPoint.deposits === undefined,
  })
  await insertInvoices(trx, officeId, [deposit])
  await post(trx, officeId, [depositPosting(deposit)])
  await keepBillingRecords(trx, context, [deposit])
  const { invoiceId } = deposit
  await enqueue(trx, officeId, [{ kind: 'invoice', idempotencyKey: invoiceId, payload: { invoiceId } }], {
    id,
  })
  return deposit
}

/**
 * Moves jobs one step on by hand, with what that means to their deposits: one that is agreed asks for the deposit its quote
 * named, and one that is cancelled gives it back by a credit note, for nobody keeps money for what will not be done.
 *
 * @throws Problem as `moveContracts` does.
 */
export async function moveJobs(
  trx: Transaction,
  context: OfficeContext,
  contractIds: readonly string[],
  to: StateByHand,
): Promise<Contract[]> {
  if (to === 'cancelled') await returnDeposits(trx, context, contractIds)
  const before = await lockContracts(trx, context.officeId, contractIds)
  const moving = before.filter(({ state }) => state !== to).map(({ contractId }) => contractId)
  const moved = await moveContracts(trx, context, contractIds, to)
  // Few jobs have a deposit, and each takes a number of its own under the counter's lock.
  if (to === 'order')
    for (const contractId of await depositsAsked(trx, context.officeId, moving))
      await issueDeposit(trx, context, contractId)
  return moved
}

async function returnDeposits(
  trx: Transaction,
  context: OfficeContext,
  contractIds: readonly string[],
): Promise<void> {
  await lockContracts(trx, context.officeId, contractIds)
  const documents = await invoicesOfContracts(trx, context.officeId, contractIds)
  for (const own of Map.groupBy(documents, ({ contractId }) => contractId).values()) {
    const standing = standingAmong(own)
    if (!standing || own.some(({ kind }) => kind === 'invoice')) continue
    const { cancelled: reason } = depositTexts(standing.document.language)
    await creditInvoice(trx, context, standing.invoiceId, { reason })
  }
}
