import type { Transaction } from '../database/index.ts'
import { SUPPLY_MAX, writeSupply } from '../e-invoice/index.ts'
import { type LegalEntity, legalEntities } from '../legal-entities/index.ts'
import { notFound } from '../problem/index.ts'
import { issuerOf } from './billing-record.ts'
import { linksAfter } from './billing-record-store.ts'

export interface ExportedRecords {
  readonly fileName: string
  readonly content: string
  /** The number of the last record inside: what the next file comes after. */
  readonly last: bigint
}

/**
 * A company's records in one file as its authority takes them, at most 1,000: those after a number, in the order of the chain.
 *
 * @throws Problem `not-found` for a company that has no record after it.
 */
export async function exportBillingRecords(
  trx: Transaction,
  officeId: string,
  legalEntityId: string,
  after: bigint,
): Promise<ExportedRecords> {
  const entity = (await legalEntities(trx, officeId)).find((one) => one.legalEntityId === legalEntityId)
  if (!entity) throw notFound('such legal entity')
  const links = await linksAfter(trx, officeId, legalEntityId, after, SUPPLY_MAX)
  const last = links.at(-1)?.seq
  if (last === undefined) throw notFound(`billing record after number ${after}`)
  const company = { name: entity.name, nif: issuerOf(entity) }
  return {
    fileName: `${fileStem(entity)}-${after + 1n}-${last}.xml`,
    content: writeSupply(
      company,
      links.map(({ content }) => content),
    ),
    last,
  }
}

const fileStem = (entity: LegalEntity): string => `registros-${issuerOf(entity)}`
