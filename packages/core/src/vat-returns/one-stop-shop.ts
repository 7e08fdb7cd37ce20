import { sql } from 'kysely'
import type { OfficeContext } from '../context/index.ts'
import { type IsoDate, isIsoDate, type Minor, multiply, oneStopShopCountry } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { legalEntities, type OneStopShopStep } from '../legal-entities/index.ts'
import { conflict, invalid, notFound, Problem } from '../problem/index.ts'
import { ratesOf, type UsedRate } from '../rates/index.ts'
import { openPeriod } from './open-period.ts'
import type { PeriodDays } from './vat-period.ts'
import { type FiledReturn, filedSpan, lockReturns, treatmentSums } from './vat-return-store.ts'

/** What is owed to one Member State at one rate. Home currency, minor units, and cents of euro as the return wants them. */
export interface OneStopShopLine {
  readonly country: string
  /** In percent. */
  readonly rate: string
  readonly documents: bigint
  readonly base: Minor
  readonly vat: Minor
  /** The part that corrects periods filed before, in `base` and `vat` already. */
  readonly lateBase: Minor
  readonly lateVat: Minor
  /** Undefined while the rate is not known. */
  readonly baseEuro: Minor | undefined
  readonly vatEuro: Minor | undefined
}

/** A quarter's return of the one-stop shop, Union scheme (directive 2006/112/EC, art. 369a to 369k). */
export interface OneStopShopReturn extends PeriodDays {
  readonly legalEntityId: string
  readonly registered: boolean
  readonly filed: FiledReturn | undefined
  readonly canFile: boolean
  readonly lines: readonly OneStopShopLine[]
  /** Undefined while the rate is not known. */
  readonly vatEuro: Minor | undefined
  /** The European Central Bank's rate of the period's last day; undefined for an office in euro, and while it is not known. */
  readonly rate: UsedRate | undefined
}

/**
 * What a company owes other Member States for a quarter, by country and rate; a filed one answers what was filed. Amounts in
 * another currency are turned into euro at the European Central Bank's rate of the quarter's last day (art. 369h), each
 * rounded half up.
 *
 * @throws Problem `not-found`; `invalid-field` where an office has several companies and none is named.
 */
export async function oneStopShopReturn(
  trx: Transaction,
  context: OfficeContext,
  question: { readonly legalEntityId?: string | undefined; readonly day: IsoDate },
): Promise<OneStopShopReturn> {
  const { currency } = context.plugin
  const { items, filed, days, legalEntityId, canFile } = await openPeriod(
    trx,
    context,
    'one-stop-shop',
    question,
  )
  const sums = new Map<string, Omit<OneStopShopLine, 'baseEuro' | 'vatEuro'>>()
  for (const one of await treatmentSums(trx, items)) {
    const country = oneStopShopCountry(one.code) as string
    const key = `${country} ${one.rate}`
    const before = sums.get(key)
    sums.set(key, {
      country,
      rate: one.rate,
      documents: (before?.documents ?? 0n) + one.documents,
      base: (before?.base ?? 0n) + one.base,
      vat: (before?.vat ?? 0n) + one.vat,
      lateBase: (before?.lateBase ?? 0n) + one.lateBase,
      lateVat: (before?.lateVat ?? 0n) + one.lateVat,
    })
  }
  const rate = currency === 'EUR' ? undefined : await euroRate(trx, context, days.to)
  const inEuro = (amount: Minor) =>
    currency === 'EUR' ? amount : rate ? multiply(amount, rate.rate) : undefined
  const lines = [...sums.values()].map((line) => ({
    ...line,
    baseEuro: inEuro(line.base),
    vatEuro: inEuro(line.vat),
  }))
  const company = (await legalEntities(trx, context.officeId)).find(
    (one) => one.legalEntityId === legalEntityId,
  )
  return {
    ...days,
    legalEntityId,
    registered: company?.oneStopShop.some(({ from, registered }) => registered && from <= days.to) ?? false,
    filed,
    canFile,
    lines,
    vatEuro:
      currency === 'EUR' || rate ? lines.reduce((sum, { vatEuro = 0n }) => sum + vatEuro, 0n) : undefined,
    rate,
  }
}

/** The rate the office has taken in for a day; undefined where it has none yet. */
async function euroRate(
  trx: Transaction,
  { officeId, plugin: { currency } }: OfficeContext,
  day: IsoDate,
): Promise<UsedRate | undefined> {
  const rates = await ratesOf(trx, officeId, { currencies: [currency], from: day, to: day })
  try {
    return rates.closing(currency, 'EUR', day)
  } catch (error) {
    if (error instanceof Problem && error.type === 'rate-missing') return undefined
    throw error
  }
}

/**
 * Records that a company is registered for the one-stop shop from the first of a month on, or no longer. Invoices keep what
 * held when they were issued. The same step again changes nothing.
 *
 * @throws Problem `invalid-field`; `not-found`; `conflict` for a day in a filed period, before an earlier step or before an
 *   invoice of the company that was issued with the VAT of the other way.
 */
export async function recordOneStopShop(
  trx: Transaction,
  { officeId, by, now }: OfficeContext,
  legalEntityId: string,
  { from, registered }: OneStopShopStep,
): Promise<void> {
  if (!isIsoDate(from) || !from.endsWith('-01'))
    throw invalid('from', 'A registration begins and ends on the first of a month, written YYYY-MM-01.')
  await lockReturns(trx, officeId)
  const company = (await legalEntities(trx, officeId)).find((one) => one.legalEntityId === legalEntityId)
  if (!company) throw notFound('such company in this office')
  const last = company.oneStopShop.at(-1)
  if (last?.from === from && last.registered === registered) return
  if (last && from <= last.from)
    throw conflict(`A step from ${last.from} is recorded already: a new one begins after it.`)
  if ((last?.registered ?? false) === registered)
    throw conflict(registered ? 'The company is registered already.' : 'The company is not registered.')
  const filed = await filedSpan(trx, officeId, legalEntityId, 'one-stop-shop')
  if (filed && from <= filed.last)
    throw conflict(`The one-stop shop is filed up to ${filed.last}: a step begins after it.`)
  await sql`
    insert into samen.one_stop_shop_step (office_id, legal_entity_id, from_on, registered, recorded_by, recorded_at)
    values (${officeId}, ${legalEntityId}, ${from}, ${registered}, ${by}, ${now})`.execute(trx)
}
