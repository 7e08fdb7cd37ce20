import type { OfficeContext } from '@samen/core/context'
import {
  formatAmount,
  formatRate,
  type IsoDate,
  type Minor,
  UNION_STANDARD_RATES,
  valueOn,
} from '@samen/core/country'
import type { Transaction } from '@samen/core/database'
import { type LegalEntity, legalEntities } from '@samen/core/legal-entities'
import { notFound } from '@samen/core/problem'
import {
  conditionOf,
  dayOfPeriod,
  type FiledReturn,
  nextPeriod,
  oneStopShopReturn,
  type PeriodDays,
  periodName,
  previousPeriod,
  returnsOf,
  salesList,
  type VatItem,
  vatReturn,
  vatSettingOn,
  vatSettings,
} from '@samen/core/vat-returns'
import type { z } from 'zod'
import type * as answers from '../answers/vat.ts'

/** What the reader chose: a period in words, and a company by its number in the office. */
export interface VatQuestion {
  readonly period?: string | undefined
  readonly entity?: number | undefined
}

/** The company and the day that a question names: the first company, and the month that ended last, unless told. */
export async function vatSubject(
  trx: Transaction,
  { officeId, today }: OfficeContext,
  { period, entity }: VatQuestion,
) {
  const entities = await legalEntities(trx, officeId)
  const company = entities.find(({ entityNo }) => entityNo === (entity ?? 1))
  if (!company) throw notFound('such company in this office')
  const day =
    period === undefined
      ? previousPeriod('month', { from: `${today.slice(0, 7)}-01`, to: today }).to
      : dayOfPeriod(period)
  return { company, entities, legalEntityId: company.legalEntityId, day }
}

/** @throws Problem `not-found` for another company; `invalid-field` for what is no period */
export async function vatReturnAnswer(
  trx: Transaction,
  context: OfficeContext,
  question: VatQuestion,
): Promise<z.infer<typeof answers.vatReturn>> {
  const { plugin } = context
  const subject = await vatSubject(trx, context, question)
  const found = await vatReturn(trx, context, subject)
  const { charged, relieved, recovered, deductible } = found.agreement
  const form = returnsOf(plugin)?.form
  return {
    ...periodAnswer(context, subject, found),
    form: form?.name ?? null,
    dueOn: found.setting.dueOn,
    boxes: found.boxes.map(({ box, amount, exact }) => ({
      code: box.code,
      title: { ...box.title },
      amount: formatAmount(amount),
      exact: formatAmount(exact),
      opens: (box.takes ?? []).length > 0,
      sums: (box.sum ?? []).map((part) => part.box),
      source: box.source,
      unverified: box.unverified ?? null,
    })),
    result: formatAmount(found.result),
    treatments: found.treatments.map((one) => ({
      code: one.code,
      document: one.document,
      category: one.category,
      rate: one.rate,
      base: formatAmount(one.base),
      vat: formatAmount(one.vat),
      lateBase: formatAmount(one.lateBase),
      lateVat: formatAmount(one.lateVat),
      documents: Number(one.documents),
    })),
    undeclared: [...(form?.undeclared ?? [])],
    agreement: {
      charged: { books: formatAmount(charged.books), documents: formatAmount(charged.documents) },
      relieved: { books: formatAmount(relieved.books), documents: formatAmount(relieved.documents) },
      recovered: formatAmount(recovered),
      deductible: formatAmount(deductible),
      agrees: charged.books === charged.documents && relieved.books === relieved.documents,
    },
  }
}

/** @throws as `vatReturnAnswer` */
export async function salesListAnswer(
  trx: Transaction,
  context: OfficeContext,
  question: VatQuestion,
): Promise<z.infer<typeof answers.salesList>> {
  const subject = await vatSubject(trx, context, question)
  const found = await salesList(trx, context, subject)
  const unchecked = new Set(found.unchecked)
  const form = returnsOf(context.plugin)?.salesList
  return {
    ...periodAnswer(context, subject, found),
    form: form?.name ?? null,
    serviceMark: form?.serviceMark ?? null,
    total: formatAmount(found.total),
    lines: found.lines.map((line) => ({
      country: line.country,
      vatNumber: line.vatNumber,
      name: line.name,
      base: formatAmount(line.base),
      lateBase: formatAmount(line.lateBase),
      documents: Number(line.documents),
      checked: !unchecked.has(line.vatNumber),
    })),
  }
}

/** @throws as `vatReturnAnswer` */
export async function oneStopShopAnswer(
  trx: Transaction,
  context: OfficeContext,
  question: VatQuestion,
): Promise<z.infer<typeof answers.oneStopShop>> {
  const subject = await vatSubject(trx, context, question)
  const found = await oneStopShopReturn(trx, context, subject)
  const euro = (amount: Minor | undefined) => (amount === undefined ? null : formatAmount(amount))
  return {
    ...periodAnswer(context, subject, found),
    form: 'OSS',
    registered: found.registered,
    steps: [...subject.company.oneStopShop],
    rate: found.rate
      ? { rate: formatRate(found.rate.rate, 8), day: found.rate.lastQuotedOn, source: found.rate.source }
      : null,
    vatEuro: euro(found.vatEuro),
    lines: found.lines.map((line) => ({
      country: line.country,
      rate: line.rate,
      unverified: rateDoubt(line.country, found.to),
      documents: Number(line.documents),
      base: formatAmount(line.base),
      vat: formatAmount(line.vat),
      lateBase: formatAmount(line.lateBase),
      lateVat: formatAmount(line.lateVat),
      baseEuro: euro(line.baseEuro),
      vatEuro: euro(line.vatEuro),
    })),
  }
}

function rateDoubt(country: string, day: IsoDate): string | null {
  const rates = UNION_STANDARD_RATES[country]
  return (rates && valueOn(country, rates, day).unverified) ?? null
}

function periodAnswer(
  { plugin }: OfficeContext,
  { company, entities }: { company: LegalEntity; entities: readonly LegalEntity[] },
  found: PeriodDays & { filed: FiledReturn | undefined; canFile: boolean },
) {
  const { from, to, filed, canFile } = found
  const months = Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1
  const kind = months === 12 ? 'year' : months === 3 ? 'quarter' : 'month'
  return {
    period: periodName(found),
    from,
    to,
    previous: periodName(previousPeriod(kind, found)),
    next: periodName(nextPeriod(kind, found)),
    company: nameOf(company),
    companies: entities.map(nameOf),
    currency: plugin.currency,
    filed: filed ? { reference: filed.reference, filedOn: filed.filedOn, filedBy: filed.filedBy } : null,
    canFile,
  }
}

const nameOf = ({ entityNo, name }: LegalEntity) => ({ entityNo, name })

export const vatItemAnswer = (item: VatItem): z.infer<typeof answers.vatItem> => ({
  documentId: item.documentId,
  kind: item.kind,
  number: item.number,
  date: item.date,
  client: item.clientName,
  clientNumber: item.clientNumber,
  contractId: item.contractId,
  code: item.code,
  rate: item.rate,
  base: formatAmount(item.base),
  vat: formatAmount(item.vat),
  lateBase: formatAmount(item.lateBase),
  lateVat: formatAmount(item.lateVat),
})

/** How a company declares today, what it may choose and what it chose. */
export async function vatSettingsAnswer(
  trx: Transaction,
  context: OfficeContext,
  question: VatQuestion,
): Promise<z.infer<typeof answers.vatSettings>> {
  const { legalEntityId } = await vatSubject(trx, context, question)
  const { plugin, officeId, today } = context
  const returns = returnsOf(plugin)
  return {
    ...(await vatSettingOn(trx, context, legalEntityId, today)),
    periods: [...(returns?.form.periods ?? [])],
    mayChoose: returns?.taxPoint.choice !== undefined,
    condition: conditionOf(plugin) ?? null,
    source: returns?.taxPoint.source ?? null,
    chosen: await vatSettings(trx, officeId, legalEntityId),
  }
}
