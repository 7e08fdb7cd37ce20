import { sql } from 'kysely'
import type { OfficeContext } from '../context/index.ts'
import { type IsoDate, isIsoDate } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { conflict, invalid, notFound } from '../problem/index.ts'
import type { FiscalYearRule } from './fiscal-year.ts'

export interface StoredFiscalYearRule extends FiscalYearRule {
  readonly reason: string
  readonly setBy: string
  readonly setAt: Date
}

/** A company's fiscal-year rules, oldest first; none where its years are calendar years. */
export async function fiscalYearRules(
  trx: Transaction,
  officeId: string,
  legalEntityId: string,
): Promise<StoredFiscalYearRule[]> {
  const { rows } = await sql<StoredFiscalYearRule>`
    select valid_from as "from", months, reason, set_by as "setBy", set_at as "setAt"
      from samen.fiscal_year_rule
     where office_id = ${officeId} and legal_entity_id = ${legalEntityId} order by valid_from`.execute(trx)
  return rows
}

/**
 * Lets a company's fiscal years begin on another day. The year that runs then ends the day before. Repeating the same rule
 * changes nothing. How long a year the national law allows is the office's to know: most allow no more than twelve months
 * once a company is founded.
 *
 * @throws Problem `invalid-field` for the day, the months or the reason; `not-found` for the company; `conflict` when the
 *   day lies in a closed month or not after the rule before it.
 */
export async function setFiscalYear(
  trx: Transaction,
  { officeId, by, now }: OfficeContext,
  { entityNo, from, months, reason }: { entityNo: number; from: IsoDate; months: number; reason: string },
): Promise<StoredFiscalYearRule[]> {
  if (!isIsoDate(from) || !from.endsWith('-01'))
    throw invalid('from', 'A fiscal year begins on the first day of a month, written YYYY-MM-01.')
  if (!Number.isInteger(months) || months < 1 || months > 24)
    throw invalid('months', 'The first year has 1 to 24 months.')
  if (reason.trim().length < 1 || reason.length > 300)
    throw invalid('reason', 'Say who decided it and where that is written, in 1 to 300 characters.')
  // Locked, so that two rules of one company are written one after the other.
  const { rows } = await sql<{ id: string; closed: boolean }>`
    select legal_entity_id as id,
           exists (select from samen.ledger_period p
                    where p.office_id = ${officeId} and p.state = 'closed' and p.period >= ${from}::date) as closed
      from samen.legal_entity where office_id = ${officeId} and entity_no = ${entityNo} for update`.execute(
    trx,
  )
  const [entity] = rows
  if (!entity) throw notFound(`company number ${entityNo} in this office`)
  const rules = await fiscalYearRules(trx, officeId, entity.id)
  const last = rules.at(-1)
  if (last?.from === from && last.months === months) return rules
  if (last && last.from >= from) throw conflict(`The rule of ${last.from} stands: a new one begins later.`)
  if (entity.closed) throw conflict(`The month of ${from} is closed: let the new year begin in an open one.`)
  await sql`
    insert into samen.fiscal_year_rule (office_id, legal_entity_id, valid_from, months, reason, set_by, set_at)
    values (${officeId}, ${entity.id}, ${from}, ${months}, ${reason.trim()}, ${by}, ${now})`.execute(trx)
  return fiscalYearRules(trx, officeId, entity.id)
}
