import { sql } from 'kysely'
import { type Client, clientById, type Rating } from '../clients/index.ts'
import type { IsoDate, Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { conflict, invalid } from '../problem/index.ts'

/** What an office has with one of the two. */
export interface MergeSide
  extends Pick<
    Client,
    | 'clientId'
    | 'name'
    | 'country'
    | 'vatNumber'
    | 'companyNumber'
    | 'email'
    | 'town'
    | 'creditLimit'
    | 'bankruptOn'
  > {
  readonly rating: Rating
  readonly handedOverOn: IsoDate | null
  /** Jobs that are neither paid out nor cancelled. */
  readonly openJobs: number
  /** Invoices and credit notes ever issued. */
  readonly invoices: number
  /** What the client owes as the books have it, minor units of the office's currency. */
  readonly owed: Minor
  /** What the guarantee fund has advanced and not got back. */
  readonly exposure: Minor
}

/** What only the merged one has, and the other takes over. */
export type TakenFact = 'vatNumber' | 'companyNumber' | 'email' | 'address' | 'sector' | 'insurance'

/** What a merge would do; nothing is written. */
export interface MergePreview {
  readonly merged: MergeSide
  readonly into: MergeSide
  readonly takes: readonly TakenFact[]
  /** They have different VAT or company numbers: one client only if its number changed. */
  readonly numbersDiffer: boolean
}

/** A side with what is compared and not shown. */
interface Row extends MergeSide {
  readonly street: string | null
  readonly postCode: string | null
  readonly sector: string | null
  readonly insurer: string | null
}

/**
 * What both have, what the survivor would take over, and whether their numbers differ.
 *
 * @throws Problem `not-found`; `invalid-field` for a client and itself; `conflict` where one of them was merged before, or one is
 *   insolvent and the other is not, or since another day.
 */
export async function previewMerge(
  trx: Transaction,
  officeId: string,
  { clientId, intoId }: { readonly clientId: string; readonly intoId: string },
): Promise<MergePreview> {
  if (clientId === intoId) throw invalid('clientId', 'A client is not merged with itself: choose another.')
  // Each says for itself when it is not there or was merged before.
  await clientById(trx, officeId, clientId)
  await clientById(trx, officeId, intoId)
  const [merged, into] = await sidesOf(trx, officeId, [clientId, intoId])
  if (!merged || !into) throw new Error('two clients were there a moment ago')
  if (merged.bankruptOn !== into.bankruptOn)
    throw conflict(
      'One of the two is insolvent and the other is not, or since another day: write the insolvency down with the other first.',
    )
  const sameCountry = merged.country === into.country
  const differ = (field: 'vatNumber' | 'companyNumber') =>
    merged[field] !== null && into[field] !== null && merged[field] !== into[field]
  return {
    merged: shown(merged),
    into: shown(into),
    takes: takenFacts(merged, into).filter((fact) => sameCountry || !NATIONAL.includes(fact)),
    numbersDiffer: differ('vatNumber') || differ('companyNumber'),
  }
}

/** Facts that mean nothing in another country. */
const NATIONAL: readonly TakenFact[] = ['vatNumber', 'companyNumber', 'address']

function takenFacts(merged: Row, into: Row): TakenFact[] {
  const only = (...fields: readonly (keyof Row)[]) =>
    fields.every((field) => into[field] === null) && fields.some((field) => merged[field] !== null)
  const found: readonly (readonly [TakenFact, boolean])[] = [
    ['vatNumber', only('vatNumber')],
    ['companyNumber', only('companyNumber')],
    ['email', only('email')],
    ['address', only('street', 'postCode', 'town')],
    ['sector', only('sector')],
    ['insurance', only('insurer')],
  ]
  return found.flatMap(([fact, takes]) => (takes ? fact : []))
}

const shown = ({ street: _, postCode: __, sector: ___, insurer: ____, ...side }: Row): MergeSide => side

async function sidesOf(trx: Transaction, officeId: string, clientIds: readonly string[]): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select k.client_id as "clientId", k.name, k.country, k.vat_number as "vatNumber", k.company_number as "companyNumber",
           k.email, k.street, k.post_code as "postCode", k.town, k.sector, k.credit_limit as "creditLimit", k.rating,
           k.bankrupt_on as "bankruptOn", k.handed_over_on as "handedOverOn", k.insurer,
           (select count(*)::int from contract c where c.office_id = ${officeId} and c.client_id = k.client_id
               and c.state not in ('split', 'closed', 'cancelled')) as "openJobs",
           (select count(*)::int from invoice i where i.office_id = ${officeId} and i.client_id = k.client_id) as invoices,
           (select coalesce(sum(e.amount), 0)::int8 from ledger_entry e
             where e.office_id = ${officeId} and e.account = 'client-receivable' and e.subject = k.client_id) as owed,
           (select coalesce(sum(a.amount - a.repaid - a.lost), 0)::int8 from fund_advance a
             where a.office_id = ${officeId} and a.client_id = k.client_id and a.repaid + a.lost < a.amount) as exposure
      from unnest(${clientIds}::uuid[]) with ordinality asked (client_id, place)
      join client k on k.office_id = ${officeId} and k.client_id = asked.client_id
     order by asked.place`.execute(trx)
  return rows
}
