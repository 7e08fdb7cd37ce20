import { clientsById } from '../clients/index.ts'
import type { OfficeContext } from '../context/index.ts'
import { type Contract, lockContracts, pricesOf, recordStep } from '../contracts/index.ts'
import type { IsoDate } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { contribute } from '../funds/index.ts'
import { accountsOf, openAccounts, post } from '../ledger/index.ts'
import { type LegalEntity, lastNumberedDay, legalEntities, takeNumbers } from '../legal-entities/index.ts'
import { enqueue } from '../outbox/index.ts'
import { conflict, invalid, notFound, throwFaults } from '../problem/index.ts'
import { conversionsOn } from '../rates/index.ts'
import { ordinarySetting, vatSettingsOn } from '../vat-returns/index.ts'
import { refuseUnregistered } from './consumer-threshold.ts'
import { keptOf, lessDeposit, type StandingDeposit, unpaidPart } from './deposit.ts'
import { lockDeposits, standingDeposits } from './deposit-store.ts'
import { depositTexts } from './deposit-texts.ts'
import { draftInvoice, type Invoice, seriesOf } from './invoice.ts'
import { depositPosting, invoicePosting, levyOf } from './invoice-postings.ts'
import { insertInvoices, invoicesOfContracts } from './invoice-store.ts'
import { keepBillingRecords } from './keep-billing-records.ts'

/** Invoices issued in one call, at most. */
export const INVOICES_MAX = 50_000

/**
 * Issues the invoices of contracts that are done: numbers without a gap in the order given, books, levy, the record its tax
 * authority wants and outbox in the same transaction. A deposit is taken off, as far as it was paid; the rest of it is
 * credited. A contract that has its invoice keeps it, so the call may be repeated; the answer follows the order given.
 *
 * @param issuedOn the day the invoices carry: today unless told, or the day of the last number where that is later.
 * @throws Problem `not-found`; `conflict` for a contract that is not done, a day before that of an earlier number, or a
 *   closed month; `refused` for electronic services to private people elsewhere in the Union that pass what is taxed at home.
 */
export async function issueInvoices(
  trx: Transaction,
  context: OfficeContext,
  contractIds: readonly string[],
  { issuedOn }: { issuedOn?: IsoDate } = {},
): Promise<Invoice[]> {
  const { officeId, by, now } = context
  if (contractIds.length > INVOICES_MAX) throw invalid('contractIds', `At most ${INVOICES_MAX} in one call.`)
  const hasDeposits = await lockDeposits(trx, officeId, contractIds)
  const locked = await lockContracts(trx, officeId, contractIds)
  const known = new Map(locked.map((contract) => [contract.contractId, contract]))
  const contracts = [...new Set(contractIds)].map((contractId) => {
    const contract = known.get(contractId)
    if (!contract) throw notFound('such contract')
    return contract
  })
  const documents = await invoicesOfContracts(trx, officeId, contractIds)
  const invoiced = new Map(
    documents.filter(({ kind }) => kind === 'invoice').map((invoice) => [invoice.contractId, invoice]),
  )
  const open = contracts.filter(({ contractId }) => !invoiced.has(contractId))
  refuseUndone(open)
  const on = issuedOn ?? (await todayOrLater(trx, context))
  const deposits = await standingDeposits(
    trx,
    officeId,
    documents.filter(({ contractId }) => !invoiced.has(contractId)),
  )
  if (deposits.size > 0 && !hasDeposits)
    throw conflict('A deposit was asked for at the same moment: issue the invoice again.')
  const notes = await takeBackUnpaid(trx, context, deposits, on)
  const issued = (await draftAll(trx, context, open, on)).map((invoice) => {
    const deposit = deposits.get(invoice.contractId)
    const kept = deposit && keptOf(deposit, notes.get(invoice.contractId))
    return kept ? lessDeposit(invoice, kept) : invoice
  })
  const made = [...notes.values(), ...issued]
  await insertInvoices(trx, officeId, made)
  await recordStep(
    trx,
    officeId,
    open.map(({ contractId }) => contractId),
    'invoiced',
    by,
    now,
  )
  const activityOf = (invoice: Invoice) => (known.get(invoice.contractId) as Contract).activityId
  await post(trx, officeId, [
    ...[...notes.values()].map(depositPosting),
    ...issued.map((invoice) => invoicePosting(invoice, activityOf(invoice))),
  ])
  await contribute(
    trx,
    issued.filter(({ levy }) => levy > 0n).map((invoice) => levyOf(invoice, activityOf(invoice))),
  )
  await keepBillingRecords(trx, context, made)
  await enqueue(
    trx,
    officeId,
    made.map(({ invoiceId }) => ({ kind: 'invoice', idempotencyKey: invoiceId, payload: { invoiceId } })),
    { id: context.id },
  )
  for (const invoice of issued) invoiced.set(invoice.contractId, invoice)
  return contractIds.map((contractId) => invoiced.get(contractId) as Invoice)
}

/** Credit notes over what was not paid of the deposits, by job. */
async function takeBackUnpaid(
  trx: Transaction,
  { officeId, id }: OfficeContext,
  deposits: ReadonlyMap<string, StandingDeposit>,
  on: IsoDate,
): Promise<Map<string, Invoice>> {
  const notes = new Map<string, Invoice>()
  const unpaid = [...deposits].filter(([, { unpaid }]) => unpaid > 0n)
  if (unpaid.length === 0) return notes
  const series = seriesOf('credit-note', on)
  const last = await lastNumberedDay(trx, officeId, series)
  const issuedOn = last !== undefined && last > on ? last : on
  const byEntity = Map.groupBy(unpaid, ([, { invoice }]) => invoice.legalEntityId)
  for (const [legalEntityId, own] of byEntity) {
    const first = await takeNumbers(trx, officeId, legalEntityId, series, own.length, issuedOn)
    for (const [at, [contractId, deposit]] of own.entries()) {
      const { unpaid: reason } = depositTexts(deposit.invoice.document.language)
      const number = first + BigInt(at)
      const note = unpaidPart(deposit, { invoiceId: id(), number, issuedOn, reason })
      if (!note) throw new RangeError(`nothing of deposit ${deposit.invoice.invoiceId} can be credited`)
      notes.set(contractId, note)
    }
  }
  return notes
}

function refuseUndone(contracts: readonly Contract[]): void {
  const undone = contracts.find(({ state }) => state !== 'done')
  if (!undone) return
  const reason = `An invoice is issued for a job that is done; ${undone.reference} is ${undone.state}.`
  throwFaults([{ field: 'state', reason, type: 'conflict' }])
}

/** Numbers follow the calendar: after a number dated ahead of the clock, the next one carries that day too. */
async function todayOrLater(trx: Transaction, { officeId, today }: OfficeContext): Promise<IsoDate> {
  const last = await lastNumberedDay(trx, officeId, seriesOf('invoice', today))
  return last !== undefined && last > today ? last : today
}

/** Takes the numbers last, company by company, because the counter stays locked until the transaction ends. */
async function draftAll(
  trx: Transaction,
  { officeId, plugin, id }: OfficeContext,
  contracts: readonly Contract[],
  issuedOn: IsoDate,
): Promise<Invoice[]> {
  const clientIds = [...new Set(contracts.map(({ clientId }) => clientId))]
  const clients = new Map(
    (await clientsById(trx, officeId, clientIds)).map((client) => [client.clientId, client]),
  )
  const prices = await pricesOf(
    trx,
    officeId,
    contracts.map(({ contractId }) => contractId),
  )
  const companies = await legalEntities(trx, officeId)
  await refuseUnregistered(trx, { officeId, plugin }, companies, { contracts, clients, prices, on: issuedOn })
  const settings = await vatSettingsOn(trx, officeId, issuedOn)
  const conversions = await conversionsOn(trx, officeId, {
    currencies: [...prices.values()].flatMap(({ conversion }) => (conversion ? conversion.currency : [])),
    home: plugin.currency,
    day: issuedOn,
    source: plugin.vat.rateSource ?? 'ecb',
  })
  // An office whose books are older has no account for differences of rates yet.
  if (conversions.size > 0) await openAccounts(trx, officeId, accountsOf(plugin))
  const next = new Map<string, bigint>()
  const entities = new Map<string, LegalEntity>()
  for (const entity of companies) {
    const { legalEntityId } = entity
    const count = contracts.filter((contract) => contract.legalEntityId === legalEntityId).length
    if (count === 0) continue
    entities.set(legalEntityId, entity)
    next.set(
      legalEntityId,
      await takeNumbers(trx, officeId, legalEntityId, seriesOf('invoice', issuedOn), count, issuedOn),
    )
  }
  return contracts.map((contract) => {
    const client = clients.get(contract.clientId)
    const entity = entities.get(contract.legalEntityId)
    const number = next.get(contract.legalEntityId)
    if (!client || !entity || number === undefined) throw notFound('client or legal entity of this contract')
    next.set(contract.legalEntityId, number + 1n)
    const price = prices.get(contract.contractId)
    const conversion = price?.conversion ? conversions.get(price.conversion.currency) : undefined
    const vatSetting = settings.get(contract.legalEntityId) ?? ordinarySetting(plugin)
    return draftInvoice(
      plugin,
      { contract, client, entity, price },
      { invoiceId: id(), number, issuedOn, vatSetting, conversion },
    )
  })
}
