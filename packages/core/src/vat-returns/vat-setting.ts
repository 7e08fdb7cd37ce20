import { sql } from 'kysely'
import type { OfficeContext } from '../context/index.ts'
import {
  type AnyCountryPlugin,
  formatAmount,
  type IsoDate,
  isIsoDate,
  type VatPeriod,
  type VatReturns,
} from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { conflict, invalid, refused } from '../problem/index.ts'
import { lockReturns } from './vat-return-store.ts'

/** How a legal entity declares its VAT from a day on. */
export interface VatSetting {
  readonly period: VatPeriod
  /** When the VAT of a taxed invoice is due: at once, or as far as the client has paid. */
  readonly dueOn: 'invoice' | 'payment'
}

/** The country's forms, or undefined where its plugin has none. */
export const returnsOf = ({ vat }: AnyCountryPlugin): VatReturns | undefined => vat.returns

/** What holds where nobody chose: the country's ordinary period and tax point. */
export function ordinarySetting(plugin: AnyCountryPlugin): VatSetting {
  const returns = returnsOf(plugin)
  return { period: returns?.form.periods[0] ?? 'month', dueOn: returns?.taxPoint.rule ?? 'invoice' }
}

/** The setting in force on a day. */
export async function vatSettingOn(
  trx: Transaction,
  { officeId, plugin }: Pick<OfficeContext, 'officeId' | 'plugin'>,
  legalEntityId: string,
  day: IsoDate,
): Promise<VatSetting> {
  const { rows } = await sql<VatSetting>`
    select period, due_on as "dueOn" from samen.vat_setting
     where office_id = ${officeId} and legal_entity_id = ${legalEntityId} and from_on <= ${day}::date
     order by from_on desc limit 1`.execute(trx)
  return rows[0] ?? ordinarySetting(plugin)
}

/** The settings in force on a day, by company; a company without one declares in the country's ordinary way. */
export async function vatSettingsOn(
  trx: Transaction,
  officeId: string,
  day: IsoDate,
): Promise<ReadonlyMap<string, VatSetting>> {
  const { rows } = await sql<VatSetting & { legalEntityId: string }>`
    select distinct on (legal_entity_id) legal_entity_id as "legalEntityId", period, due_on as "dueOn"
      from samen.vat_setting where office_id = ${officeId} and from_on <= ${day}::date
     order by legal_entity_id, from_on desc`.execute(trx)
  return new Map(rows.map(({ legalEntityId, ...setting }) => [legalEntityId, setting]))
}

/** All that was chosen, the latest first. */
export async function vatSettings(
  trx: Transaction,
  officeId: string,
  legalEntityId: string,
): Promise<(VatSetting & { readonly from: IsoDate; readonly by: string })[]> {
  const { rows } = await sql<VatSetting & { from: IsoDate; by: string }>`
    select from_on as "from", period, due_on as "dueOn", recorded_by as by from samen.vat_setting
     where office_id = ${officeId} and legal_entity_id = ${legalEntityId}
     order by from_on desc limit 100`.execute(trx)
  return rows
}

/**
 * Chooses how a legal entity declares from the first of a month on. What was invoiced before keeps the way it had: VAT that
 * waits for its payment goes on waiting.
 *
 * @throws Problem `invalid-field`; `refused` for what the country's law does not offer; `conflict` for a day in a filed
 *   period, or before an earlier choice.
 */
export async function chooseVatSetting(
  trx: Transaction,
  context: OfficeContext,
  legalEntityId: string,
  { from, period, dueOn }: VatSetting & { readonly from: IsoDate },
): Promise<void> {
  const { officeId, plugin, by, now } = context
  if (!isIsoDate(from) || !from.endsWith('-01'))
    throw invalid('from', 'A choice begins on the first of a month, written YYYY-MM-01.')
  const returns = returnsOf(plugin)
  if (!returns) throw refused(`${plugin.name} has no VAT form yet, so there is nothing to choose.`)
  if (!returns.form.periods.includes(period))
    throw invalid('period', `In ${plugin.name} a return is filed by ${returns.form.periods.join(' or ')}.`)
  refuseUnlawful(plugin, returns, dueOn)
  await lockReturns(trx, officeId)
  const { rows } = await sql<{ filed: IsoDate | null; chosen: IsoDate | null }>`
    select (select max(period_to) from samen.vat_return
             where office_id = ${officeId} and legal_entity_id = ${legalEntityId} and form = 'return') as filed,
           (select max(from_on) from samen.vat_setting
             where office_id = ${officeId} and legal_entity_id = ${legalEntityId}) as chosen`.execute(trx)
  const { filed, chosen } = rows[0] as (typeof rows)[0]
  if (filed !== null && from <= filed)
    throw conflict(`VAT is filed up to ${filed}: a choice begins after it.`)
  if (chosen !== null && from <= chosen)
    throw conflict(`A choice from ${chosen} is recorded already: a new one begins after it.`)
  await sql`
    insert into samen.vat_setting (office_id, legal_entity_id, from_on, period, due_on, recorded_by, recorded_at)
    values (${officeId}, ${legalEntityId}, ${from}, ${period}, ${dueOn}, ${by}, ${now})`.execute(trx)
}

function refuseUnlawful(
  plugin: AnyCountryPlugin,
  { taxPoint }: VatReturns,
  dueOn: VatSetting['dueOn'],
): void {
  if (dueOn === taxPoint.rule || taxPoint.choice) return
  const what = dueOn === 'payment' ? 'as far as the client has paid' : 'on the day of the invoice'
  throw refused(
    `In ${plugin.name} a cooperative cannot choose that its VAT is due ${what} (${taxPoint.source}).`,
  )
}

/** What the law asks before VAT may wait for the payment, in words; undefined where nothing is asked. */
export function conditionOf(plugin: AnyCountryPlugin): string | undefined {
  const choice = returnsOf(plugin)?.taxPoint.choice
  if (choice?.turnoverMax === undefined) return undefined
  return `Turnover of the year before up to ${formatAmount(choice.turnoverMax)} ${plugin.currency} (${choice.source}).`
}
