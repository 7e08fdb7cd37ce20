import type { IsoDate, LatePayment, Minor } from '../country/index.ts'
import { printedNumber } from '../invoices/index.ts'
import { type LateClaim, lateClaim } from './claim.ts'
import type { OverdueInvoice } from './debts.ts'
import { type DunningRule, daysFrom, nextLevel } from './levels.ts'

/** From this level on a letter asks for interest and costs; the first reminder is a kind word and costs nothing. */
export const CLAIM_FROM_LEVEL = 2

export interface ProposedInvoice {
  readonly invoiceId: string
  readonly number: string
  readonly issuedOn: IsoDate
  readonly dueOn: IsoDate
  readonly daysLate: number
  readonly total: Minor
  readonly open: Minor
  readonly billed: OverdueInvoice['billed']
  readonly paymentReference: string
  /** The level this letter brings it to; null where it is listed only so that the client sees all it owes. */
  readonly level: number | null
  readonly claim: LateClaim
}

/** One letter to one client from one company, in one currency. Amounts in minor units. */
export interface ProposedLetter {
  readonly clientId: string
  readonly clientName: string
  readonly language: string
  readonly email: string | null
  readonly consumer: boolean
  readonly legalEntityId: string
  readonly currency: string
  /** The highest level one of its invoices reaches, of so many. */
  readonly level: number
  readonly levels: number
  readonly invoices: readonly ProposedInvoice[]
  readonly open: Minor
  readonly interest: Minor
  readonly costs: Minor
  readonly fee: Minor
}

/**
 * The letters that are due: for every client with an invoice whose turn it is, one letter that lists all it owes after the
 * due day. What is promised, disputed, with a collector or in insolvency is left alone. Pure.
 */
export function proposeLetters(
  overdue: readonly OverdueInvoice[],
  law: LatePayment | undefined,
  rule: DunningRule,
  today: IsoDate,
): ProposedLetter[] {
  const groups = Map.groupBy(
    overdue.filter(({ pause }) => pause === null),
    ({ clientId, legalEntityId, currency }) => `${clientId} ${legalEntityId} ${currency}`,
  )
  return [...groups.values()].flatMap((invoices) => {
    const turns = invoices.map((invoice) => turnOf(invoice, rule, today))
    const level = Math.max(...turns.map((turn) => turn ?? 0))
    if (level === 0) return []
    const asks = level >= CLAIM_FROM_LEVEL
    const listed = invoices.map((invoice, at): ProposedInvoice => {
      const paid = invoice.latePaid
      const claim = asks ? less(lateClaim(invoice, law, rule, today), paid) : NOTHING
      const { invoiceId, issuedOn, dueOn, total, open, billed, paymentReference } = invoice
      const daysLate = daysFrom(dueOn, today)
      const number = printedNumber(invoice)
      const turn = turns[at] ?? null
      return {
        invoiceId,
        number,
        issuedOn,
        dueOn,
        daysLate,
        total,
        open,
        billed,
        paymentReference,
        level: turn,
        claim,
      }
    })
    const first = invoices[0] as OverdueInvoice
    const { clientId, clientName, language, email, consumer, legalEntityId, currency } = first
    return {
      ...{ clientId, clientName, language, email, consumer, legalEntityId, currency, level },
      levels: rule.levels.length,
      invoices: listed,
      open: sum(listed.map((one) => one.open)),
      interest: sum(listed.map(({ claim }) => claim.interest)),
      costs: sum(listed.map(({ claim }) => claim.costs)),
      fee: rule.levels[level - 1]?.fee ?? 0n,
    }
  })
}

const turnOf = ({ dueOn, level, remindedOn }: OverdueInvoice, rule: DunningRule, today: IsoDate) =>
  nextLevel(rule, dueOn, { level, on: remindedOn }, today)

const NOTHING: LateClaim = Object.freeze({ interest: 0n, costs: 0n, parts: [], without: null })

/** A claim of which something was paid already: costs are paid first, then interest. */
export function less(claim: LateClaim, paid: Minor): LateClaim {
  const costs = claim.costs > paid ? claim.costs - paid : 0n
  const rest = paid > claim.costs ? paid - claim.costs : 0n
  return { ...claim, costs, interest: claim.interest > rest ? claim.interest - rest : 0n }
}

const sum = (amounts: readonly Minor[]): Minor => amounts.reduce((total, amount) => total + amount, 0n)
