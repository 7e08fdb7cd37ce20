import { z } from 'zod'
import { currency, day, id, moment, money } from './common.ts'
import { contractState, supply } from './contracts.ts'
import { conversion } from './currencies.ts'
import { validation } from './validations.ts'

const discount = z
  .union([z.object({ percent: z.string().meta({ examples: ['10'] }) }), z.object({ amount: money })])
  .nullable()

const vatRow = z.object({
  code: z.string(),
  category: z.enum(['S', 'E', 'AE', 'O', 'B']),
  rate: z.string().meta({ description: 'Percent', examples: ['21'] }),
  base: money,
  amount: money,
})

/** What the client pays, by VAT rate. */
export const offerTotals = z
  .object({
    sum: money.meta({ description: 'Of the lines chosen, before the discount on the whole' }),
    discount: money,
    net: money,
    vat: z.array(vatRow),
    vatTotal: money,
    gross: money,
  })
  .meta({ id: 'OfferTotals' })

/** What is paid before the work. */
export const offerDeposit = z.object({ net: money, vat: money, gross: money }).meta({ id: 'OfferDeposit' })

export const quoteLine = z.object({
  no: z.number().int(),
  kind: z.enum(['work', 'expense']),
  description: z.string(),
  supply,
  quantity: z.string().meta({ examples: ['2.5'] }),
  unit: z.enum(['piece', 'hour', 'day', 'km']),
  unitPrice: money,
  discount,
  net: money,
  optional: z.boolean(),
  chosen: z.boolean(),
})

export const linkState = z.enum(['open', 'accepted', 'declined', 'expired', 'withdrawn', 'replaced'])

/** What the client is offered the price in. */
const priced = {
  priceCurrency: currency.meta({ description: 'Of lines, discount and totals' }),
  conversion: conversion.nullable().meta({
    description:
      'The rate that fee and budget are reckoned at; null where the price is in the office’s currency',
  }),
}

export const quotePreview = z
  .object({
    fee: money,
    expenses: money.meta({ description: 'Passed on to the client, and those the price pays' }),
    withOptions: money.meta({ description: 'The fee if every option is taken' }),
    currency: currency.meta({ description: 'Of fee and expenses: the office’s' }),
    ...priced,
    totals: offerTotals,
  })
  .meta({ id: 'QuotePreview' })

export const quote = z
  .object({
    contractId: id,
    reference: z.string(),
    version: z.number().int(),
    title: z.string(),
    state: contractState,
    activityId: id,
    client: z.object({ clientId: id, name: z.string(), language: z.string() }),
    supply,
    currency: currency.meta({ description: 'Of fee and expenses: the office’s' }),
    ...priced,
    startsOn: day,
    endsOn: day,
    region: z.string().nullable(),
    validUntil: day.nullable(),
    fee: money,
    expenses: money,
    ownExpenses: money,
    discount,
    conditions: z.string().nullable(),
    lines: z.array(quoteLine),
    totals: offerTotals,
    depositAsked: discount.meta({ description: 'As it was asked: a percentage of the fee, or an amount' }),
    deposit: offerDeposit.nullable(),
    link: z
      .object({
        state: linkState,
        version: z.number().int(),
        createdAt: moment,
        openedAt: moment.nullable(),
        expiresAt: moment,
      })
      .nullable()
      .meta({ description: 'The latest link, without its token: that is told once, when it is made' }),
    validation: validation.nullable().meta({
      description: "What the office said where the quote is above its member's ceiling",
    }),
    answers: z.array(
      z.object({
        answerNo: z.string(),
        version: z.number().int(),
        decision: z.enum(['accepted', 'declined']),
        name: z.string(),
        reason: z.string().nullable(),
        answeredAt: moment,
      }),
    ),
  })
  .meta({ id: 'Quote' })

/** A client the office has already that may be the one that is typed. */
export const similarClient = z
  .object({ clientId: id, name: z.string(), town: z.string().nullable(), country: z.string() })
  .meta({ id: 'SimilarClient' })

export const sentLink = z
  .object({
    path: z.string().meta({
      description: 'Of the page the client opens, on this server; told once and stored nowhere',
      examples: ['/q/be/…'],
    }),
    expiresAt: moment,
  })
  .meta({ id: 'SentLink' })

export const mailedLink = z
  .object({
    recipient: z.string(),
    isSending: z.boolean().meta({
      description: 'False: no mail server is connected; the message waits for the office to hand it over',
    }),
    expiresAt: moment,
  })
  .meta({ id: 'MailedLink' })

const party = z.object({
  name: z.string(),
  companyNumber: z.string().nullish(),
  vatNumber: z.string().nullish(),
  street: z.string().nullish(),
  postCode: z.string().nullish(),
  town: z.string().nullish(),
  country: z.string(),
})

/** What a client sees by a link, without a sign-in. */
export const openOffer = z
  .object({
    state: linkState,
    reference: z.string(),
    version: z.number().int(),
    title: z.string(),
    madeOn: day,
    validUntil: day,
    language: z.string(),
    currency,
    seller: party,
    buyer: party,
    performed: z.object({ from: day, to: day }),
    lines: z.array(
      z.object({
        no: z.number().int(),
        kind: z.enum(['work', 'expense']),
        description: z.string(),
        quantity: z.string(),
        unit: z.enum(['piece', 'hour', 'day', 'km']),
        unitPrice: money,
        discount: money,
        net: money,
        vatRate: z.string(),
        optional: z.boolean(),
        chosen: z.boolean(),
      }),
    ),
    totals: offerTotals.meta({ description: 'With the options asked about' }),
    deposit: offerDeposit.optional().meta({ description: 'Invoiced when the offer is accepted' }),
    mentions: z.array(z.string()),
    conditions: z.string().nullable(),
    consent: z.string(),
    answer: z
      .object({ decision: z.enum(['accepted', 'declined']), name: z.string(), answeredAt: moment })
      .nullable(),
  })
  .meta({ id: 'OpenOffer' })
