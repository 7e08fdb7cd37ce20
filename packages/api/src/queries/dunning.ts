import { mergesInto } from '@samen/core/client-merges'
import { advanceLimit, clientById, creditFactsOf, survivorOf } from '@samen/core/clients'
import type { OfficeContext } from '@samen/core/context'
import { addDays, formatAmount, formatPercent } from '@samen/core/country'
import type { Transaction } from '@samen/core/database'
import {
  type CollectionStep,
  collectionSteps,
  type DunningLetter,
  daysFrom,
  dunningLetters,
  dunningRule,
  type LateClaim,
  lateClaim,
  less,
  limitDecisions,
  overdueInvoices,
  type ProposedLetter,
  paymentHistories,
  ratingHistory,
} from '@samen/core/dunning'
import { printedNumber } from '@samen/core/invoices'
import { notFound } from '@samen/core/problem'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { clientRisk, collectionStep, dunningLetter, dunningProposal } from '../answers/dunning.ts'
import { dunningDocument } from '../documents/index.ts'
import { mergeAnswer } from './client-merges.ts'
import type { ReadDocument } from './documents.ts'

type Proposal = z.infer<typeof dunningProposal>

const claimAnswer = ({ interest, costs, without }: LateClaim) => ({
  interest: formatAmount(interest),
  costs: formatAmount(costs),
  without,
})

export function proposedLetter(letter: ProposedLetter): Proposal['letters'][number] {
  const { invoices, open, interest, costs, fee, ...rest } = letter
  return {
    ...rest,
    open: formatAmount(open),
    interest: formatAmount(interest),
    costs: formatAmount(costs),
    fee: formatAmount(fee),
    invoices: invoices.map(({ invoiceId, number, dueOn, daysLate, level, ...one }) => ({
      ...{ invoiceId, number, dueOn, daysLate, level },
      open: formatAmount(one.open),
      ...claimAnswer(one.claim),
    })),
  }
}

export function letterAnswer(letter: DunningLetter): z.infer<typeof dunningLetter> {
  const { dunningLetterId, clientId, level, levels, language, sentOn, currency, document } = letter
  return {
    ...{ dunningLetterId, clientId, level, levels, language, sentOn, currency },
    clientName: document.buyer.name,
    open: formatAmount(letter.open),
    interest: formatAmount(letter.interest),
    costs: formatAmount(letter.costs),
    fee: formatAmount(letter.fee),
  }
}

export function stepAnswer(step: CollectionStep): z.infer<typeof collectionStep> {
  const { clientId: _, amount, ...rest } = step
  return { ...rest, amount: amount === null ? null : formatAmount(amount) }
}

/** A letter to print, in the client's language. @throws Problem `not-found` */
export async function letterToPrint(
  trx: Transaction,
  officeId: string,
  dunningLetterId: string,
): Promise<ReadDocument> {
  const [letter] = await dunningLetters(trx, officeId, { dunningLetterId })
  if (!letter) throw notFound('such letter')
  const { document, level, sentOn } = letter
  return { name: `${document.buyer.name}-${level}-${sentOn}`, source: dunningDocument(letter) }
}

/** Everything an office knows about how a client pays; of a merged one, about the client that has its work now. @throws Problem `not-found` */
export async function clientRiskAnswer(
  trx: Transaction,
  context: OfficeContext,
  currency: string,
  askedId: string,
): Promise<z.infer<typeof clientRisk>> {
  const { officeId, today, plugin } = context
  const clientId = await survivorOf(trx, officeId, askedId)
  const client = await clientById(trx, officeId, clientId)
  const facts = (await creditFactsOf(trx, officeId, [clientId])).get(clientId)
  if (!facts) throw notFound('such client')
  const [history] = await paymentHistories(trx, officeId, today, clientId)
  const overdue = await overdueInvoices(trx, officeId, today, { clientId })
  const rule = await dunningRule(trx, context)
  const holds = advanceLimit(facts, addDays(today, 1))
  const { rows } = await sql<{ exposure: bigint }>`
    select coalesce(sum(amount - repaid - lost), 0)::int8 as exposure from samen.fund_advance
     where office_id = ${officeId} and client_id = ${clientId} and currency = ${currency} and repaid + lost < amount`.execute(
    trx,
  )
  return {
    clientId,
    name: client.name,
    consumer: client.companyNumber === null && client.vatNumber === null,
    today,
    currency,
    rating: facts.rating,
    ratedOn: facts.ratedOn,
    history: history ? historyAnswer(history) : null,
    limit: {
      decided: formatAmount(facts.creditLimit),
      insured: facts.insuredLimit === null ? null : formatAmount(facts.insuredLimit),
      insuredUntil: facts.insuredUntil,
      holds: formatAmount(holds.limit),
      reason: holds.reason,
      exposure: formatAmount(rows[0]?.exposure ?? 0n),
    },
    bankruptOn: facts.bankruptOn,
    handedOverOn: facts.handedOverOn,
    overdue: overdue.map((invoice) => {
      const claim = less(lateClaim(invoice, plugin.latePayment, rule, today), invoice.latePaid)
      const { invoiceId, dueOn, level, remindedOn, pause, pauseUntil, pauseReason } = invoice
      return {
        ...{ invoiceId, dueOn, level, remindedOn, pause, pauseUntil, pauseReason },
        number: printedNumber(invoice),
        daysLate: daysFrom(dueOn, today),
        open: formatAmount(invoice.open),
        ...claimAnswer(claim),
        parts: claim.parts.map(({ from, to, days, balance, rate, yearDays, source, unverified }) => ({
          ...{ from, to, days, yearDays, source },
          balance: formatAmount(balance),
          percent: formatPercent(rate),
          unverified: unverified ?? null,
        })),
      }
    }),
    ratings: (await ratingHistory(trx, officeId, clientId)).map(({ ratedOn, rating, of, ...rest }) => ({
      ...{ ratedOn, rating, of },
      ...historyAnswer(rest),
    })),
    limits: (await limitDecisions(trx, officeId, clientId)).map(({ amount, ...rest }) => ({
      ...rest,
      amount: formatAmount(amount),
    })),
    steps: (await collectionSteps(trx, officeId, { clientId })).map(stepAnswer),
    letters: (await dunningLetters(trx, officeId, { clientId, limit: 50 })).map(letterAnswer),
    merged: (await mergesInto(trx, officeId, clientId)).map(mergeAnswer),
  }
}

interface History {
  readonly paidInvoices: number
  readonly daysLate: number
  readonly overdueDays: number
  readonly brokenPromises: number
  readonly lostInvoices: number
}

export const historyAnswer = ({
  paidInvoices,
  daysLate,
  overdueDays,
  brokenPromises,
  lostInvoices,
}: History) => ({
  ...{ paidInvoices, daysLate, overdueDays, brokenPromises, lostInvoices },
})
