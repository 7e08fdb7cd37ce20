import { sql } from 'kysely'
import { clientById } from '../clients/index.ts'
import {
  type Contract,
  contractById,
  conversionFields,
  conversionOf,
  type Discount,
  discountOf,
  pricesOf,
  type StoredConversion,
} from '../contracts/index.ts'
import type { Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { legalEntities } from '../legal-entities/index.ts'
import { notFound } from '../problem/index.ts'
import { type Quote, type QuoteParties, singleLine } from './quote.ts'

/** A contract as it is or was offered; one made without lines has its fee as the only one. @throws Problem `not-found` */
export async function quoteById(trx: Transaction, officeId: string, contractId: string): Promise<Quote> {
  return quoteOf(trx, officeId, await contractById(trx, officeId, contractId))
}

/** The offer behind a contract that was read already. */
export async function quoteOf(trx: Transaction, officeId: string, contract: Contract): Promise<Quote> {
  const price = (await pricesOf(trx, officeId, [contract.contractId])).get(contract.contractId)
  const { rows } = await sql<
    {
      version: number
      jobVersion: number
      kind: Discount['kind'] | null
      value: bigint | null
      ownExpenses: Minor
      conditions: string | null
      depositKind: Discount['kind'] | null
      depositValue: bigint | null
    } & StoredConversion
  >`
    select version, job_version as "jobVersion", discount_kind as kind, discount_value as value, own_expenses as "ownExpenses", conditions,
           deposit_kind as "depositKind", deposit_value as "depositValue", ${conversionFields}
      from samen.quote q join samen.contract c using (office_id, contract_id)
     where office_id = ${officeId} and contract_id = ${contract.contractId}`.execute(trx)
  const [stored] = rows
  return {
    contract,
    version: stored?.version ?? 1,
    jobVersion: stored?.jobVersion ?? 1,
    lines: price?.lines ?? [singleLine(contract)],
    discount: stored ? discountOf(stored.kind, stored.value) : null,
    ownExpenses: stored?.ownExpenses ?? contract.expenses,
    conditions: stored?.conditions ?? null,
    conversion: stored ? conversionOf(stored) : null,
    deposit: stored ? discountOf(stored.depositKind, stored.depositValue) : null,
  }
}

/** Who offers, and to whom. */
export async function partiesOf(
  trx: Transaction,
  officeId: string,
  { clientId, legalEntityId }: Pick<Contract, 'clientId' | 'legalEntityId'>,
): Promise<QuoteParties> {
  const entity = (await legalEntities(trx, officeId)).find((one) => one.legalEntityId === legalEntityId)
  if (!entity) throw notFound('legal entity of this contract')
  return { client: await clientById(trx, officeId, clientId), entity }
}
