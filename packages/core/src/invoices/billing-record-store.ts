import { sql } from 'kysely'
import type { IsoDate } from '../country/index.ts'
import { copyRows, type Transaction } from '../database/index.ts'
import type { BillingRecord, CancellationRecord } from '../e-invoice/index.ts'
import type { KeptRecord, RecordSetting } from './billing-record.ts'

/** A record before it is kept. */
export interface NewRecord
  extends Pick<
    KeptRecord,
    'legalEntityId' | 'seq' | 'kind' | 'invoiceId' | 'hash' | 'content' | 'address' | 'reason'
  > {
  readonly facts: BillingRecord | CancellationRecord
  readonly previous: string | null
}

/** A link of the chain as it is stored: what was hashed, and the hash. */
export interface StoredLink {
  readonly seq: bigint
  readonly facts: BillingRecord | CancellationRecord
  readonly previous: string | null
  readonly hash: string
}

const COLUMNS = [
  ...['office_id', 'legal_entity_id', 'seq', 'form', 'kind', 'invoice_id', 'facts', 'previous', 'hash'],
  ...['content', 'address', 'reason', 'made_by', 'made_at'],
]

export async function insertRecords(
  trx: Transaction,
  { officeId, by, now }: { officeId: string; by: string; now: Date },
  records: readonly NewRecord[],
): Promise<void> {
  await copyRows(
    trx,
    'billing_record',
    COLUMNS,
    records.map((r) => [
      ...[officeId, r.legalEntityId, r.seq, 'verifactu', r.kind, r.invoiceId, JSON.stringify(r.facts)],
      ...[r.previous, r.hash, r.content, r.address, r.reason, by, now],
    ]),
  )
}

/** One link of a company's chain; undefined where there is none of this number. */
export async function linkAt(
  trx: Transaction,
  officeId: string,
  legalEntityId: string,
  seq: bigint,
): Promise<StoredLink | undefined> {
  const [link] = await linksAfter(trx, officeId, legalEntityId, seq - 1n, 1)
  return link?.seq === seq ? link : undefined
}

/** Links of a company's chain in its order. */
export async function linksAfter(
  trx: Transaction,
  officeId: string,
  legalEntityId: string,
  after: bigint,
  limit: number,
): Promise<(StoredLink & Pick<KeptRecord, 'content' | 'kind' | 'invoiceId'>)[]> {
  const { rows } = await sql<StoredLink & Pick<KeptRecord, 'content' | 'kind' | 'invoiceId'>>`
    select seq, facts, previous, hash, content, kind, invoice_id as "invoiceId" from samen.billing_record
     where office_id = ${officeId} and legal_entity_id = ${legalEntityId} and seq > ${after}
     order by seq limit ${limit}`.execute(trx)
  return rows
}

export interface RecordFilter {
  readonly legalEntityId?: string | undefined
  readonly invoiceIds?: readonly string[] | undefined
  readonly after?: bigint | undefined
  readonly limit?: number | undefined
}

/** Records in the order of their chains; 100 unless told, 1,000 at most. */
export async function billingRecords(
  trx: Transaction,
  officeId: string,
  { legalEntityId, invoiceIds, after = 0n, limit = 100 }: RecordFilter = {},
): Promise<KeptRecord[]> {
  const { rows } = await sql<KeptRecord>`
    select legal_entity_id as "legalEntityId", seq, kind, invoice_id as "invoiceId", facts ->> 'number' as number,
           (facts ->> 'issuedOn')::date as "issuedOn", hash, previous, content, address, reason, made_by as "madeBy",
           made_at as "madeAt"
      from samen.billing_record
     where office_id = ${officeId} and seq > ${after}
       and (${legalEntityId ?? null}::uuid is null or legal_entity_id = ${legalEntityId ?? null})
       and (${invoiceIds ?? null}::uuid[] is null or invoice_id = any(${invoiceIds ?? null}::uuid[]))
     order by legal_entity_id, seq limit ${Math.min(limit, 1000)}`.execute(trx)
  return rows
}

export async function insertRecordSetting(
  trx: Transaction,
  { officeId, by, now }: { officeId: string; by: string; now: Date },
  legalEntityId: string,
  { validFrom, sent, producer }: RecordSetting,
): Promise<void> {
  await sql`
    insert into samen.billing_record_setting (office_id, legal_entity_id, version, valid_from, sent, producer_name,
      producer_number, set_by, set_at)
    select ${officeId}, ${legalEntityId}, coalesce(max(version), 0) + 1, ${validFrom}, ${sent}, ${producer.name},
           ${producer.number}, ${by}, ${now}
      from samen.billing_record_setting
     where office_id = ${officeId} and legal_entity_id = ${legalEntityId}`.execute(trx)
}

/** The setting in force for a company's invoices of a day: the latest version that had begun. */
export async function recordSetting(
  trx: Transaction,
  officeId: string,
  legalEntityId: string,
  on: IsoDate,
): Promise<RecordSetting | undefined> {
  const { rows } = await sql<{ validFrom: IsoDate; sent: boolean; name: string; number: string }>`
    select valid_from as "validFrom", sent, producer_name as name, producer_number as number
      from samen.billing_record_setting
     where office_id = ${officeId} and legal_entity_id = ${legalEntityId} and valid_from <= ${on}
     order by version desc limit 1`.execute(trx)
  const [row] = rows
  return row && { validFrom: row.validFrom, sent: row.sent, producer: { name: row.name, number: row.number } }
}
