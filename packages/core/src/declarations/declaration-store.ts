import { sql } from 'kysely'
import type { IsoDate, VatPeriod } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import type { FiledDeclaration } from './declaration.ts'

/** What a company did in a month, as far as it makes filings due. */
export interface MonthFacts {
  readonly legalEntityId: string
  /** `YYYY-MM`. */
  readonly month: string
  readonly paidWages: boolean
  readonly sold: boolean
  readonly soldInUnion: boolean
}

/** Every month in which a company of the office paid wages or sold, from a day on. Wages and sales are read off the ledger's balances. */
export async function monthFacts(trx: Transaction, officeId: string, from: IsoDate): Promise<MonthFacts[]> {
  const { rows } = await sql<MonthFacts>`
    with booked as (
      select legal_entity_id, to_char(month, 'YYYY-MM') as month, bool_or(account = 'net-payable') as wages,
             bool_or(account = 'turnover') as sold
        from samen.ledger_balance
       where office_id = ${officeId} and account in ('net-payable', 'turnover') and credit > 0 and month >= ${from}::date
       group by 1, 2),
    listed as (
      select distinct legal_entity_id, to_char(issued_on, 'YYYY-MM') as month
        from samen.invoice
       where office_id = ${officeId} and issued_on >= ${from}::date and document -> 'vat' @> '[{"category": "AE"}]')
    select legal_entity_id as "legalEntityId", month, coalesce(wages, false) as "paidWages",
           coalesce(sold, false) as sold, listed.month is not null as "soldInUnion"
      from booked full join listed using (legal_entity_id, month)
     order by 1, 2`.execute(trx)
  return rows
}

/** VAT periods the companies chose, the latest first. */
export async function vatPeriods(
  trx: Transaction,
  officeId: string,
): Promise<{ readonly legalEntityId: string; readonly from: IsoDate; readonly period: VatPeriod }[]> {
  const { rows } = await sql<{ legalEntityId: string; from: IsoDate; period: VatPeriod }>`
    select legal_entity_id as "legalEntityId", from_on as "from", period from samen.vat_setting
     where office_id = ${officeId} order by from_on desc`.execute(trx)
  return rows
}

/** What was filed for periods that end on a day or later, in the order in which it was recorded. */
export async function filedDeclarations(
  trx: Transaction,
  officeId: string,
  from: IsoDate,
): Promise<FiledDeclaration[]> {
  const { rows } = await sql<FiledDeclaration>`
    select declaration_id as "declarationId", legal_entity_id as "legalEntityId", filing, period_from as "from",
           period_to as "to", filed_on as "filedOn", reference, file_name as "fileName", file_sha256 as "fileSha256",
           corrects, recorded_by as "recordedBy"
      from samen.declaration
     where office_id = ${officeId} and period_to >= ${from}::date
     order by recorded_at, declaration_id`.execute(trx)
  return rows
}

/** VAT forms that were filed, as declarations; `filing` names the form. */
export async function filedVatForms(
  trx: Transaction,
  officeId: string,
  from: IsoDate,
): Promise<FiledDeclaration[]> {
  const { rows } = await sql<FiledDeclaration>`
    select vat_return_id as "declarationId", legal_entity_id as "legalEntityId", form as filing, period_from as "from",
           period_to as "to", filed_on as "filedOn", reference, null as "fileName", null as "fileSha256",
           null as corrects, filed_by as "recordedBy"
      from samen.vat_return
     where office_id = ${officeId} and period_to >= ${from}::date`.execute(trx)
  return rows
}

/** Makes whoever records an office's filings wait for each other. */
export async function lockDeclarations(trx: Transaction, officeId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('declaration', hashtextextended(${officeId}, 0)))`.execute(
    trx,
  )
}

export async function insertDeclaration(
  trx: Transaction,
  officeId: string,
  filed: FiledDeclaration & { readonly recordedAt: Date },
): Promise<void> {
  await sql`
    insert into samen.declaration (office_id, declaration_id, legal_entity_id, filing, period_from, period_to, filed_on,
                                   reference, file_name, file_sha256, corrects, recorded_by, recorded_at)
    values (${officeId}, ${filed.declarationId}, ${filed.legalEntityId}, ${filed.filing}, ${filed.from}, ${filed.to},
            ${filed.filedOn}, ${filed.reference}, ${filed.fileName}, ${filed.fileSha256}, ${filed.corrects},
            ${filed.recordedBy}, ${filed.recordedAt})`.execute(trx)
}
