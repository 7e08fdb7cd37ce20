import { sql } from 'kysely'
import type { OfficeContext } from '../context/index.ts'
import { AMOUNT_MAX, type Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { mainLegalEntity } from '../legal-entities/index.ts'
import { type Fault, throwFaults } from '../problem/index.ts'

/** What a company agreed with its bank about payments. */
export interface BankTerms {
  /** Transfers that one batch may hold; null: as many as there are. */
  readonly transfersMax: number | null
  /** Minor units that one batch may come to; null: whatever it comes to. A transfer of more is a batch of its own. */
  readonly amountMax: Minor | null
  /** Paid within ten seconds, whatever the day (SEPA Instant); in euro alone. */
  readonly instant: boolean
}

/** Until a company says otherwise. */
export const ORDINARY_TERMS: BankTerms = Object.freeze({
  transfersMax: null,
  amountMax: null,
  instant: false,
})

export const TRANSFERS_MAX = 100_000

/** What each company of the office agreed, by company; those that said nothing are left out. */
export async function bankTerms(trx: Transaction, officeId: string): Promise<ReadonlyMap<string, BankTerms>> {
  const { rows } = await sql<BankTerms & { legalEntityId: string }>`
    select legal_entity_id as "legalEntityId", transfers_max as "transfersMax", amount_max as "amountMax", instant
      from samen.bank_terms where office_id = ${officeId}`.execute(trx)
  return new Map(rows.map(({ legalEntityId, ...terms }) => [legalEntityId, terms]))
}

/**
 * Says what a company agreed with its bank; for the office's first unless told. Files that are written from now on follow it.
 *
 * @throws Problem `invalid-field` for a limit out of bounds, or payments at once in a currency that SEPA does not move.
 */
export async function setBankTerms(
  trx: Transaction,
  { officeId, plugin, by, now }: OfficeContext,
  { legalEntityId, ...terms }: BankTerms & { readonly legalEntityId?: string | undefined },
): Promise<BankTerms> {
  const { transfersMax, amountMax, instant } = terms
  const faults: Fault[] = []
  if (
    transfersMax !== null &&
    (!Number.isInteger(transfersMax) || transfersMax < 1 || transfersMax > TRANSFERS_MAX)
  )
    faults.push({ field: 'transfersMax', reason: `A whole number from 1 to ${TRANSFERS_MAX}.` })
  if (amountMax !== null && (amountMax <= 0n || amountMax > AMOUNT_MAX))
    faults.push({ field: 'amountMax', reason: 'Lies above zero.' })
  if (instant && plugin.currency !== 'EUR')
    faults.push({
      field: 'instant',
      reason: `SEPA Instant moves euro, and this office pays in ${plugin.currency}: its own clearing decides how fast.`,
    })
  throwFaults(faults)
  const entityId = legalEntityId ?? (await mainLegalEntity(trx, officeId)).legalEntityId
  await sql`
    insert into samen.bank_terms (office_id, legal_entity_id, transfers_max, amount_max, instant, set_by, set_at)
    values (${officeId}, ${entityId}, ${transfersMax}, ${amountMax}, ${instant}, ${by}, ${now})
    on conflict (office_id, legal_entity_id) do update
       set transfers_max = excluded.transfers_max, amount_max = excluded.amount_max, instant = excluded.instant,
           set_by = excluded.set_by, set_at = excluded.set_at`.execute(trx)
  return terms
}

/** Transfers in the order given, cut into batches that a bank takes. Pure. */
export function batchesOf<T extends { readonly amount: Minor }>(
  transfers: readonly T[],
  { transfersMax, amountMax }: Pick<BankTerms, 'transfersMax' | 'amountMax'>,
): T[][] {
  const batches: T[][] = []
  let sum = 0n
  for (const transfer of transfers) {
    const last = batches.at(-1)
    const isFull =
      !last ||
      (transfersMax !== null && last.length >= transfersMax) ||
      (amountMax !== null && sum + transfer.amount > amountMax)
    if (isFull) {
      batches.push([transfer])
      sum = transfer.amount
    } else {
      last.push(transfer)
      sum += transfer.amount
    }
  }
  return batches
}
