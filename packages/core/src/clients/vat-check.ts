import { sql } from 'kysely'
import type { OfficeContext } from '../context/index.ts'
import { type IsoDate, isIsoDate, isUnionCountry } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { invalid, refused } from '../problem/index.ts'
import { clientById } from './client-store.ts'

export const VAT_CHECK_RESULTS = ['valid', 'invalid', 'unavailable'] as const
/** What the register answered: the number is in force, it is not, or the country's register did not answer. */
export type VatCheckResult = (typeof VAT_CHECK_RESULTS)[number]

/** What the Union's register of VAT numbers (VIES) answered about a client on a day. */
export interface VatCheck {
  readonly vatCheckId: string
  readonly clientId: string
  readonly vatNumber: string
  readonly checkedOn: IsoDate
  readonly result: VatCheckResult
  /** The register's proof that it was asked, where it gives one. */
  readonly consultationNumber: string | null
  readonly via: 'staff' | 'service'
  readonly recordedBy: string
}

export interface VatCheckDraft {
  readonly result: VatCheckResult
  /** Today unless told; never later. */
  readonly checkedOn?: IsoDate | undefined
  readonly consultationNumber?: string | undefined
  readonly via?: VatCheck['via']
}

/**
 * Records what the register answered about a client's number. It is evidence that the client acts as a business (regulation
 * 282/2011, art. 18), so it is never changed; a later answer stands beside it.
 *
 * @throws Problem `not-found`; `refused` for a client outside the Union or without a number; `invalid-field`.
 */
export async function recordVatCheck(
  trx: Transaction,
  { officeId, by, today, id }: OfficeContext,
  clientId: string,
  { result, checkedOn = today, consultationNumber, via = 'staff' }: VatCheckDraft,
): Promise<VatCheck> {
  const { vatNumber, country } = await clientById(trx, officeId, clientId)
  if (vatNumber === null || !isUnionCountry(country))
    throw refused('Only a client in the Union that has a VAT number can be looked up: give it one first.')
  if (!isIsoDate(checkedOn) || checkedOn > today)
    throw invalid('checkedOn', 'The day the register was asked, written YYYY-MM-DD; today at the latest.')
  const proof = consultationNumber?.trim() || null
  if (proof !== null && proof.length > 60)
    throw invalid('consultationNumber', 'The register’s number of the consultation, at most 60 characters.')
  const check: VatCheck = {
    vatCheckId: id(),
    clientId,
    vatNumber,
    checkedOn,
    result,
    consultationNumber: proof,
    via,
    recordedBy: by,
  }
  await sql`
    insert into samen.client_vat_check (office_id, vat_check_id, client_id, vat_number, checked_on, result,
                                        consultation_number, via, recorded_by)
    values (${officeId}, ${check.vatCheckId}, ${clientId}, ${vatNumber}, ${checkedOn}, ${result}, ${proof}, ${via}, ${by})`.execute(
    trx,
  )
  return check
}

/** What was recorded about a client, the latest first; at most 100. */
export async function vatChecksOf(trx: Transaction, officeId: string, clientId: string): Promise<VatCheck[]> {
  const { rows } = await sql<VatCheck>`
    select vat_check_id as "vatCheckId", client_id as "clientId", vat_number as "vatNumber", checked_on as "checkedOn",
           result, consultation_number as "consultationNumber", via, recorded_by as "recordedBy"
      from samen.client_vat_check where office_id = ${officeId} and client_id = ${clientId}
     order by checked_on desc, recorded_at desc limit 100`.execute(trx)
  return rows
}
