import { sql } from 'kysely'
import { DEFAULT_TIME_ZONE, type OfficeContext } from '../context/index.ts'
import type { IsoDate, Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { conflict, notFound } from '../problem/index.ts'
import {
  checkedLegalEntity,
  type LegalEntity,
  type LegalEntityDraft,
  type OfficeTerms,
} from './legal-entity.ts'

export interface LegalEntityTables {
  office_terms: { office_id: string; share_amount: Minor; client_credit_limit: Minor }
  legal_entity: {
    office_id: string
    legal_entity_id: string
    entity_no: number
    name: string
    company_number: string
    vat_number: string
    employer_number: string | null
    iban: string
    bic: string | null
    street: string
    post_code: string
    town: string
    country: string
    time_zone: string
  }
  number_series: {
    office_id: string
    legal_entity_id: string
    series: string
    last_number: bigint
    last_on: IsoDate | null
  }
}

/** Adds a company to an office. @throws Problem `invalid-field`, or `conflict` when the company is there already. */
export async function addLegalEntity(
  trx: Transaction,
  context: OfficeContext,
  draft: LegalEntityDraft,
): Promise<LegalEntity> {
  const existing = await legalEntities(trx, context.officeId)
  const entity: LegalEntity = {
    ...checkedLegalEntity(context, draft, DEFAULT_TIME_ZONE),
    legalEntityId: draft.legalEntityId ?? context.id(),
    entityNo: existing.length + 1,
    oneStopShop: [],
  }
  if (existing.some(({ companyNumber }) => companyNumber === entity.companyNumber))
    throw conflict(`The company ${entity.companyNumber} belongs to this office already.`)
  await trx
    .insertInto('legal_entity')
    .values({
      office_id: context.officeId,
      legal_entity_id: entity.legalEntityId,
      entity_no: entity.entityNo,
      name: entity.name,
      company_number: entity.companyNumber,
      vat_number: entity.vatNumber,
      employer_number: entity.employerNumber,
      iban: entity.iban,
      bic: entity.bic,
      street: entity.street,
      post_code: entity.postCode,
      town: entity.town,
      country: entity.country,
      time_zone: entity.timeZone,
    })
    .execute()
  return entity
}

/** The office's companies, in the order they were added. */
export async function legalEntities(trx: Transaction, officeId: string): Promise<LegalEntity[]> {
  const rows = await trx
    .selectFrom('legal_entity')
    .selectAll()
    .select(
      sql<LegalEntity['oneStopShop']>`coalesce((
        select jsonb_agg(jsonb_build_object('from', s.from_on, 'registered', s.registered) order by s.from_on)
          from samen.one_stop_shop_step s
         where s.office_id = legal_entity.office_id and s.legal_entity_id = legal_entity.legal_entity_id), '[]')`.as(
        'one_stop_shop',
      ),
    )
    .where('office_id', '=', officeId)
    .orderBy('entity_no')
    .execute()
  return rows.map((row) => ({
    legalEntityId: row.legal_entity_id,
    entityNo: row.entity_no,
    name: row.name,
    companyNumber: row.company_number,
    vatNumber: row.vat_number,
    employerNumber: row.employer_number,
    iban: row.iban,
    bic: row.bic,
    street: row.street,
    postCode: row.post_code,
    town: row.town,
    country: row.country,
    timeZone: row.time_zone,
    oneStopShop: row.one_stop_shop,
  }))
}

/** The office's first company: the one new activities belong to unless told. @throws Problem `not-found` */
export async function mainLegalEntity(trx: Transaction, officeId: string): Promise<LegalEntity> {
  const [first] = await legalEntities(trx, officeId)
  if (!first) throw notFound('legal entity in this office')
  return first
}

export async function setOfficeTerms(trx: Transaction, officeId: string, terms: OfficeTerms): Promise<void> {
  const row = { share_amount: terms.shareAmount, client_credit_limit: terms.clientCreditLimit }
  await trx
    .insertInto('office_terms')
    .values({ office_id: officeId, ...row })
    .onConflict((on) => on.column('office_id').doUpdateSet(row))
    .execute()
}

/** @throws Problem `not-found` when the office has not set its terms. */
export async function officeTerms(trx: Transaction, officeId: string): Promise<OfficeTerms> {
  const row = await trx
    .selectFrom('office_terms')
    .selectAll()
    .where('office_id', '=', officeId)
    .executeTakeFirst()
  if (!row) throw notFound('such office with terms of its own')
  return { shareAmount: row.share_amount, clientCreditLimit: row.client_credit_limit }
}

/**
 * Takes the next `count` numbers of a series and answers the first. The counter row stays locked until the transaction
 * ends: a rollback gives the numbers back, and nobody can take a later one in between.
 *
 * @param on the day the numbers will carry, where the law wants numbers in calendar order.
 * @throws Problem `conflict` when a number of the series already carries a later day.
 */
export async function takeNumbers(
  trx: Transaction,
  officeId: string,
  legalEntityId: string,
  series: string,
  count: number,
  on?: IsoDate,
): Promise<bigint> {
  await sql`
    insert into samen.number_series (office_id, legal_entity_id, series)
    values (${officeId}, ${legalEntityId}, ${series}) on conflict do nothing`.execute(trx)
  const { rows } = await sql<{ last_number: bigint; last_on: IsoDate | null }>`
    select last_number, last_on from samen.number_series
     where office_id = ${officeId} and legal_entity_id = ${legalEntityId} and series = ${series}
       for update`.execute(trx)
  const { last_number: last, last_on: lastOn } = rows[0] as (typeof rows)[0]
  if (on !== undefined && lastOn !== null && on < lastOn)
    throw conflict(
      `${series} ${last} carries ${lastOn}: the next number cannot carry the earlier day ${on}.`,
      {
        lastOn,
      },
    )
  await sql`
    update samen.number_series set last_number = last_number + ${count}, last_on = coalesce(${on ?? null}::date, last_on)
     where office_id = ${officeId} and legal_entity_id = ${legalEntityId} and series = ${series}`.execute(trx)
  return last + 1n
}

/** The latest day any number of the entity's series with this prefix carries. */
export async function lastNumberedDay(
  trx: Transaction,
  officeId: string,
  prefix: string,
): Promise<IsoDate | undefined> {
  const { rows } = await sql<{ last_on: IsoDate | null }>`
    select max(last_on) as last_on from samen.number_series
     where office_id = ${officeId} and starts_with(series, ${prefix})`.execute(trx)
  return rows[0]?.last_on ?? undefined
}
