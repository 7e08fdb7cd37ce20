import type { RawBuilder } from 'kysely'
import type { OfficeContext } from '../context/index.ts'
import { addDays, type IsoDate, type VatPeriod, type VatReturns } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { legalEntities } from '../legal-entities/index.ts'
import { invalid, notFound } from '../problem/index.ts'
import { itemsSql } from './vat-items.ts'
import { type PeriodDays, periodAround } from './vat-period.ts'
import {
  type FiledReturn,
  filedItemsSql,
  filedReturns,
  filedSpan,
  type VatFormKind,
} from './vat-return-store.ts'
import { ordinarySetting, returnsOf, type VatSetting, vatSettingOn } from './vat-setting.ts'

/** A period of a form, open or filed, with what it consists of. */
export interface OpenPeriod {
  readonly returns: VatReturns | undefined
  readonly legalEntityId: string
  readonly days: PeriodDays
  readonly setting: VatSetting
  readonly span: { readonly first: IsoDate; readonly last: IsoDate } | undefined
  readonly filed: FiledReturn | undefined
  readonly canFile: boolean
  readonly items: RawBuilder<unknown>
}

/**
 * The period of a form that a day lies in: as it was filed, or as it stands.
 *
 * @throws Problem `not-found`; `invalid-field` where an office has several legal entities and none is named.
 */
export async function openPeriod(
  trx: Transaction,
  context: OfficeContext,
  form: VatFormKind,
  { legalEntityId: asked, day }: { readonly legalEntityId?: string | undefined; readonly day: IsoDate },
): Promise<OpenPeriod> {
  const { officeId, plugin, today } = context
  const legalEntityId = await entityOf(trx, officeId, asked)
  const returns = returnsOf(plugin)
  const setting = await vatSettingOn(trx, context, legalEntityId, day)
  const filedAll = await filedReturns(trx, officeId, legalEntityId, form)
  const filed = filedAll.find(({ from, to }) => from <= day && day <= to)
  const kind = periodKind(form, returns, setting)
  const days = filed ? { from: filed.from, to: filed.to } : periodAround(kind, day)
  const span = await filedSpan(trx, officeId, legalEntityId, form)
  const follows = span !== undefined && days.from === addDays(span.last, 1)
  return {
    returns,
    legalEntityId,
    days,
    setting,
    span,
    filed,
    canFile:
      !filed &&
      (returns !== undefined || form === 'one-stop-shop') &&
      days.to < today &&
      (span === undefined || follows),
    items: filed
      ? filedItemsSql(officeId, filed.vatReturnId)
      : itemsSql({
          officeId,
          legalEntityId,
          form,
          ...days,
          origin: span?.first ?? days.from,
          follows,
          rule: ordinarySetting(plugin).dueOn,
          latest: returns?.taxPoint.choice?.latest ?? 'never',
        }),
  }
}

/**
 * The one-stop shop is for quarters. The list follows the return's period where its own form allows that, and is otherwise as
 * frequent as the form wants.
 */
function periodKind(form: VatFormKind, returns: VatReturns | undefined, { period }: VatSetting): VatPeriod {
  if (form === 'one-stop-shop') return 'quarter'
  const allowed = form === 'sales-list' ? returns?.salesList.periods : undefined
  return allowed && !allowed.includes(period) ? (allowed[0] ?? period) : period
}

async function entityOf(trx: Transaction, officeId: string, asked: string | undefined): Promise<string> {
  const entities = await legalEntities(trx, officeId)
  if (asked !== undefined) {
    if (!entities.some(({ legalEntityId }) => legalEntityId === asked)) throw notFound('such legal entity')
    return asked
  }
  const [first, second] = entities
  if (!first) throw notFound('legal entity in this office')
  if (second) throw invalid('legalEntityId', 'The office has several legal entities: name one.')
  return first.legalEntityId
}
