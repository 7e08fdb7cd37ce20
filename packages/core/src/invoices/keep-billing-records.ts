import { sql } from 'kysely'
import type { OfficeContext } from '../context/index.ts'
import { CORE_VERSION, type IsoDate, isIsoDate, recordsObliged } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import {
  type BillingRecord,
  type CancellationRecord,
  type PreviousRecord,
  qrAddress,
  type RecordingSystem,
  type WrittenRecord,
  writeCancelledRecord,
  writeIssuedRecord,
} from '../e-invoice/index.ts'
import { type LegalEntity, legalEntities, takeNumbers } from '../legal-entities/index.ts'
import { conflict, invalid, notFound, refused } from '../problem/index.ts'
import {
  CREDIT_TYPES,
  type CreditType,
  issuerOf,
  type KeptRecord,
  momentAt,
  type RecordSetting,
  recordPartsOf,
} from './billing-record.ts'
import {
  billingRecords,
  insertRecordSetting,
  insertRecords,
  linkAt,
  type NewRecord,
  recordSetting,
} from './billing-record-store.ts'
import type { Invoice } from './invoice.ts'
import { invoiceById } from './invoice-store.ts'

/** The counter of a company's chain: locked until the transaction ends, so that nobody adds a link in between. */
const CHAIN = 'BILLING-RECORDS'

/** Adds links to the end of one company's chain. */
interface Chain {
  readonly system: RecordingSystem
  readonly sent: boolean
  /** When the next record is made: never before the one before it. */
  readonly recordedAt: string
  add(
    head: Pick<NewRecord, 'kind' | 'invoiceId' | 'reason'>,
    facts: BillingRecord | CancellationRecord,
    write: (previous: PreviousRecord | undefined) => WrittenRecord,
  ): void
  readonly added: readonly NewRecord[]
}

/**
 * Records invoices just issued, where their company's law wants it or the company has begun by itself. In the transaction that
 * issues them: there is no invoice without its record, and no record without its invoice.
 *
 * @throws Problem `refused` for an invoice that cannot be recorded.
 */
export async function keepBillingRecords(
  trx: Transaction,
  context: OfficeContext,
  invoices: readonly Invoice[],
): Promise<void> {
  if (!context.plugin.eInvoicing?.records || invoices.length === 0) return
  const entities = await legalEntities(trx, context.officeId)
  for (const entity of entities) {
    const own = invoices.filter(({ legalEntityId }) => legalEntityId === entity.legalEntityId)
    const [first] = own
    if (!first || entity.country !== context.plugin.country) continue
    const setting = await settingFor(trx, context, entity, first.issuedOn)
    if (!setting) continue
    const chain = await openChain(trx, context, entity, setting, own.length, entities.length > 1)
    for (const invoice of own) {
      const { record, about } = recordPartsOf(invoice, chain.recordedAt)
      chain.add({ kind: 'issued', invoiceId: invoice.invoiceId, reason: null }, record, (previous) =>
        writeIssuedRecord(record, about, chain.system, previous),
      )
    }
    await insertRecords(trx, context, chain.added)
  }
}

/**
 * Mends the record of an invoice that its authority refused or found wrong: a new record of the same invoice follows in the
 * chain. What the invoice itself says is corrected by a credit note, not here.
 *
 * @param rejected the authority refused the record before, and so has none.
 * @throws Problem `not-found`; `conflict` where the record was taken back; `invalid-field`.
 */
export async function mendBillingRecord(
  trx: Transaction,
  context: OfficeContext,
  invoiceId: string,
  {
    reason,
    rejected,
    creditType,
  }: { reason: string; rejected: boolean; creditType?: CreditType | undefined },
): Promise<KeptRecord> {
  const invoice = await invoiceById(trx, context.officeId, invoiceId)
  if (creditType !== undefined && (invoice.kind !== 'credit-note' || !CREDIT_TYPES.includes(creditType)))
    throw invalid('creditType', `One of ${CREDIT_TYPES.join(', ')}, and of a credit note.`)
  const chain = await chainOf(trx, context, invoice)
  const { record, about } = recordPartsOf(invoice, chain.recordedAt, {
    mends: { rejected },
    ...(creditType && { creditType }),
  })
  chain.add({ kind: 'corrected', invoiceId, reason: checkedReason(reason) }, record, (previous) =>
    writeIssuedRecord(record, about, chain.system, previous),
  )
  return keepLast(trx, context, chain)
}

/**
 * Takes back the record of an invoice that was never the client's: issued by mistake and not given out. An invoice that a
 * client has is corrected by a credit note, which has its own record.
 *
 * @throws Problem `not-found`; `conflict` where it was taken back already; `invalid-field`.
 */
export async function cancelBillingRecord(
  trx: Transaction,
  context: OfficeContext,
  invoiceId: string,
  { reason }: { reason: string },
): Promise<KeptRecord> {
  const invoice = await invoiceById(trx, context.officeId, invoiceId)
  const chain = await chainOf(trx, context, invoice)
  const { issuer, number, issuedOn, recordedAt } = recordPartsOf(invoice, chain.recordedAt).record
  const facts: CancellationRecord = { issuer, number, issuedOn, recordedAt }
  chain.add({ kind: 'cancelled', invoiceId, reason: checkedReason(reason) }, facts, (previous) =>
    writeCancelledRecord(facts, chain.system, previous),
  )
  return keepLast(trx, context, chain)
}

/**
 * Says from which day on a company keeps records before its law wants them, whether they are sent to the authority, and who
 * answers for the program.
 *
 * @throws Problem `refused` where the country has no such records; `not-found`; `invalid-field` for a day on or after which
 *   the company has issued an invoice without a record.
 */
export async function setBillingRecords(
  trx: Transaction,
  context: OfficeContext,
  legalEntityId: string,
  given: { validFrom: IsoDate; sent: boolean; producer?: { name: string; number: string } | undefined },
): Promise<RecordSetting> {
  const { officeId, plugin } = context
  if (!plugin.eInvoicing?.records) throw refused(`${plugin.name} has no billing records.`)
  const entity = (await legalEntities(trx, officeId)).find((one) => one.legalEntityId === legalEntityId)
  if (!entity) throw notFound('such legal entity')
  const { validFrom, sent, producer = producerOf(entity) } = given
  if (!isIsoDate(validFrom)) throw invalid('validFrom', 'A day is written YYYY-MM-DD and must exist.')
  const { rows } = await sql<{ last: IsoDate | null }>`
    select max(i.issued_on) as last from samen.invoice i
     where i.office_id = ${officeId} and i.legal_entity_id = ${legalEntityId}
       and not exists (select from samen.billing_record r
                        where r.office_id = ${officeId} and r.invoice_id = i.invoice_id)`.execute(trx)
  const last = rows[0]?.last
  if (last && validFrom <= last)
    throw invalid('validFrom', `Lies after ${last}, the day of the last invoice that has no record.`)
  if (producer.name.trim().length < 1 || producer.name.length > 120)
    throw invalid('producer.name', 'Has 1 to 120 characters.')
  if (!/^[A-Z0-9]{9}$/.test(producer.number)) throw invalid('producer.number', 'A NIF has nine characters.')
  const setting = { validFrom, sent, producer }
  await insertRecordSetting(trx, context, legalEntityId, setting)
  return setting
}

/** How a company's invoices of a day are recorded; undefined where nothing wants them recorded yet. */
async function settingFor(
  trx: Transaction,
  { officeId, plugin }: OfficeContext,
  entity: LegalEntity,
  on: IsoDate,
): Promise<RecordSetting | undefined> {
  const setting = await recordSetting(trx, officeId, entity.legalEntityId, on)
  if (setting || !recordsObliged(plugin.eInvoicing, on)) return setting
  return { validFrom: on, sent: false, producer: producerOf(entity) }
}

/** Who runs the program for itself answers for it. */
const producerOf = (entity: LegalEntity) => ({ name: entity.name, number: issuerOf(entity) })

async function chainOf(trx: Transaction, context: OfficeContext, invoice: Invoice): Promise<Chain> {
  const { officeId } = context
  const { legalEntityId, invoiceId } = invoice
  const entities = await legalEntities(trx, officeId)
  const entity = entities.find((one) => one.legalEntityId === legalEntityId)
  const setting = entity && (await settingFor(trx, context, entity, context.today))
  if (!entity || !setting) throw notFound('billing record of this invoice')
  const chain = await openChain(trx, context, entity, setting, 1, entities.length > 1)
  const records = await billingRecords(trx, officeId, { invoiceIds: [invoiceId] })
  if (records.length === 0) throw notFound('billing record of this invoice')
  if (records.some(({ kind }) => kind === 'cancelled'))
    throw conflict('The record of this invoice was taken back.')
  return chain
}

async function openChain(
  trx: Transaction,
  { officeId, now }: OfficeContext,
  entity: LegalEntity,
  { sent, producer }: RecordSetting,
  count: number,
  severalCompanies: boolean,
): Promise<Chain> {
  const { legalEntityId, timeZone } = entity
  let seq = await takeNumbers(trx, officeId, legalEntityId, CHAIN, count)
  const last = seq > 1n ? await linkAt(trx, officeId, legalEntityId, seq - 1n) : undefined
  if (seq > 1n && !last) throw new Error(`The chain of billing records of ${legalEntityId} has no end.`)
  let previous: PreviousRecord | undefined = last && { ...last.facts, hash: last.hash }
  const moment = last ? new Date(Math.max(now.getTime(), Date.parse(last.facts.recordedAt))) : now
  const added: NewRecord[] = []
  return {
    system: {
      producerName: producer.name,
      producerNif: producer.number,
      version: CORE_VERSION,
      installation: officeId,
      severalCompanies,
    },
    sent,
    recordedAt: momentAt(moment, timeZone),
    added,
    add(head, facts, write) {
      const { hash, content } = write(previous)
      added.push({
        ...head,
        legalEntityId,
        seq: seq++,
        facts,
        previous: previous?.hash ?? null,
        hash,
        content,
        address: 'type' in facts ? qrAddress(facts, { sent }) : null,
      })
      previous = { ...facts, hash }
    },
  }
}

async function keepLast(trx: Transaction, context: OfficeContext, { added }: Chain): Promise<KeptRecord> {
  await insertRecords(trx, context, added)
  const [{ legalEntityId, seq }] = added as [NewRecord]
  const [kept] = await billingRecords(trx, context.officeId, { legalEntityId, after: seq - 1n, limit: 1 })
  return kept as KeptRecord
}

function checkedReason(reason: string): string {
  const clean = reason.trim()
  if (clean.length < 1 || clean.length > 300) throw invalid('reason', 'Says why, in 1 to 300 characters.')
  return clean
}
