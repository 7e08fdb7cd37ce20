import { sql } from 'kysely'
import { type AnyCountryPlugin, recordsObliged } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { recordHash } from '../e-invoice/index.ts'
import { legalEntities } from '../legal-entities/index.ts'
import { linksAfter, type StoredLink } from './billing-record-store.ts'

/** Something in a company's chain of records that is not as it must be. */
export interface RecordFault {
  readonly legalEntityId: string
  /** The link, where there is one. */
  readonly seq: bigint | null
  readonly detail: string
}

const PAGE = 1_000

/**
 * Recomputes every hash of the office's billing records, each from what was hashed and the hash before, and finds invoices
 * that want a record and have none. The first fault of each chain is told.
 */
export async function verifyBillingRecords(
  trx: Transaction,
  officeId: string,
  { eInvoicing }: Pick<AnyCountryPlugin, 'eInvoicing'>,
): Promise<RecordFault[]> {
  if (!eInvoicing?.records) return []
  const faults: RecordFault[] = []
  for (const { legalEntityId } of await legalEntities(trx, officeId)) {
    const broken = await brokenLink(trx, officeId, legalEntityId)
    if (broken) faults.push({ legalEntityId, ...broken })
  }
  const obligedFrom = eInvoicing.records.obliged.series.find(({ value }) => value)?.from ?? null
  const { rows } = await sql<{ legalEntityId: string; count: number; first: string }>`
    select i.legal_entity_id as "legalEntityId", count(*)::int as count, min(i.issued_on)::text as first
      from samen.invoice i
     where i.office_id = ${officeId}
       and i.issued_on >= least(${obligedFrom}::date,
             (select min(s.valid_from) from samen.billing_record_setting s
               where s.office_id = ${officeId} and s.legal_entity_id = i.legal_entity_id))
       and not exists (select from samen.billing_record r
                        where r.office_id = ${officeId} and r.invoice_id = i.invoice_id)
     group by i.legal_entity_id`.execute(trx)
  for (const { legalEntityId, count, first } of rows)
    faults.push({
      legalEntityId,
      seq: null,
      detail: `${count} invoices since ${first} have no record${recordsObliged(eInvoicing, first) ? ', which the law wants' : ''}.`,
    })
  return faults
}

async function brokenLink(
  trx: Transaction,
  officeId: string,
  legalEntityId: string,
): Promise<Pick<RecordFault, 'seq' | 'detail'> | undefined> {
  let before: StoredLink | undefined
  for (;;) {
    const page = await linksAfter(trx, officeId, legalEntityId, before?.seq ?? 0n, PAGE)
    for (const link of page) {
      const { seq, facts, hash, content } = link
      if (seq !== (before?.seq ?? 0n) + 1n) return { seq, detail: `Record ${seq - 1n} is missing.` }
      if (recordHash(facts, before?.hash) !== hash)
        return { seq, detail: `Record ${seq} does not follow from the one before it.` }
      if (!content.includes(`<sf:Huella>${hash}</sf:Huella></sf:Registro`))
        return { seq, detail: `Record ${seq} is written with another hash than it has.` }
      before = link
    }
    if (page.length < PAGE) return undefined
  }
}
