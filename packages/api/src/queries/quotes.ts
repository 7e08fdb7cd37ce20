import type { Client } from '@samen/core/clients'
import { addUp, type Discount, type PriceLine } from '@samen/core/contracts'
import {
  type AnyCountryPlugin,
  formatAmount,
  formatPercent,
  formatRate,
  type SupplyKind,
} from '@samen/core/country'
import type { Transaction } from '@samen/core/database'
import type { LegalEntity } from '@samen/core/legal-entities'
import {
  type AnswerStatement,
  answersOf,
  currencyOf,
  linkStateOf,
  linksOf,
  type OfferTotals,
  offerDeposit,
  partiesOf,
  quoteById,
  totalsOf,
} from '@samen/core/quotes'
import { atHome, type Conversion } from '@samen/core/rates'
import { latestValidation } from '@samen/core/validations'
import type { z } from 'zod'
import type { offerTotals, quote, quotePreview } from '../answers/quotes.ts'
import { conversionAnswer } from './currencies.ts'
import { validationAnswer } from './validations.ts'

/** Where one looks at a quote from. */
export interface QuoteView {
  readonly officeId: string
  readonly plugin: AnyCountryPlugin
  readonly today: string
  readonly now: Date
}

/** A quote with its price, its latest link and the answers it has had. @throws Problem `not-found` */
export async function quoteAnswerOf(
  trx: Transaction,
  { officeId, plugin, today, now }: QuoteView,
  contractId: string,
): Promise<z.infer<typeof quote>> {
  const read = await quoteById(trx, officeId, contractId)
  const parties = await partiesOf(trx, officeId, read.contract)
  const [link] = await linksOf(trx, officeId, contractId)
  const answers = await answersOf(trx, officeId, contractId)
  const { contract } = read
  const price = addUp(read.lines, read.discount, currencyOf(read))
  const totals = totalsOf(plugin, read, parties, today)
  return {
    contractId,
    reference: contract.reference,
    version: read.version,
    title: contract.title,
    state: contract.state,
    activityId: contract.activityId,
    client: {
      clientId: parties.client.clientId,
      name: parties.client.name,
      language: parties.client.language,
    },
    supply: contract.supply,
    currency: contract.currency,
    priceCurrency: currencyOf(read),
    conversion: read.conversion && conversionAnswer(read.conversion),
    startsOn: contract.startsOn,
    endsOn: contract.endsOn,
    region: contract.region,
    validUntil: contract.validUntil,
    fee: formatAmount(contract.fee),
    expenses: formatAmount(contract.expenses),
    ownExpenses: formatAmount(read.ownExpenses),
    discount: discountText(read.discount),
    conditions: read.conditions,
    lines: price.lines.map((line, at) => ({
      no: at + 1,
      kind: line.kind,
      description: line.description,
      supply: line.supply,
      quantity: formatRate({ numerator: line.quantity, denominator: 1_000n }, 3),
      unit: line.unit,
      unitPrice: formatAmount(line.unitPrice),
      discount: discountText(line.discount),
      net: formatAmount(line.net),
      optional: line.optional,
      chosen: line.chosen,
    })),
    totals: totalsAnswer(totals),
    depositAsked: discountText(read.deposit),
    deposit: offerDeposit(read, totals, currencyOf(read)) ?? null,
    link: link
      ? {
          state: linkStateOf(link, {
            answer: answers.find(({ linkId }) => linkId === link.linkId),
            version: read.version,
            now,
          }),
          version: link.version,
          createdAt: link.createdAt.toISOString(),
          openedAt: link.openedAt?.toISOString() ?? null,
          expiresAt: link.expiresAt.toISOString(),
        }
      : null,
    validation: validationAnswer(await latestValidation(trx, officeId, contractId)),
    answers: answers.map((answer) => {
      const { version, reason } = JSON.parse(answer.statement) as AnswerStatement
      return {
        answerNo: answer.answerNo.toString(),
        version,
        decision: answer.decision,
        name: answer.answeredBy,
        reason,
        answeredAt: answer.answeredAt.toISOString(),
      }
    }),
  }
}

/** What a price comes to before it is anybody's quote. */
export function quotePreviewOf(
  { plugin, today }: Pick<QuoteView, 'plugin' | 'today'>,
  price: {
    lines: readonly PriceLine[]
    discount: Discount | null
    ownExpenses: bigint
    supply: SupplyKind
    region: string | null
    client: Pick<Client, 'country' | 'vatNumber' | 'publicBody'>
    entity: Pick<LegalEntity, 'country' | 'oneStopShop'>
    conversion: Conversion | null
  },
): z.infer<typeof quotePreview> {
  const { currency } = plugin
  const contract = { title: '', supply: price.supply, region: price.region, currency, fee: 0n }
  const { conversion } = price
  const priceCurrency = conversion?.currency ?? currency
  const home = (amount: bigint) => (conversion ? atHome(amount, conversion) : amount)
  const { fee, expenses } = addUp(price.lines, price.discount, priceCurrency)
  const all = price.lines.map((line) => ({ ...line, chosen: true }))
  return {
    fee: formatAmount(home(fee)),
    expenses: formatAmount(price.ownExpenses + home(expenses)),
    withOptions: formatAmount(home(addUp(all, price.discount, priceCurrency).fee)),
    currency,
    priceCurrency,
    conversion: conversion && conversionAnswer(conversion),
    totals: totalsAnswer(
      totalsOf(
        plugin,
        { contract, lines: price.lines, discount: price.discount, conversion },
        { client: price.client, entity: price.entity },
        today,
      ),
    ),
  }
}

export const totalsAnswer = (totals: OfferTotals): z.infer<typeof offerTotals> => ({
  ...totals,
  vat: totals.vat.map(({ code, category, rate, base, amount }) => ({ code, category, rate, base, amount })),
})

const discountText = (discount: Discount | null) =>
  discount === null
    ? null
    : discount.kind === 'percent'
      ? { percent: formatPercent({ numerator: discount.value, denominator: 10_000n }) }
      : { amount: formatAmount(discount.value) }
