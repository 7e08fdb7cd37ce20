import { sql } from 'kysely'
import { completedFacts, type OfficeContext, situationFields } from '../context/index.ts'
import {
  type Contract,
  contractById,
  createContracts,
  type Engagement,
  engagementsOf,
  insertLines,
  lockContracts,
  moveContracts,
  recordStep,
  stepFault,
} from '../contracts/index.ts'
import type { IsoDate, Minor } from '../country/index.ts'
import { copyRows, type Transaction } from '../database/index.ts'
import { invoicesOfContracts, issueInvoices, lockDeposits, standingAmong } from '../invoices/index.ts'
import { conflict, notFound, throwFaults } from '../problem/index.ts'
import { quoteOf } from '../quotes/index.ts'
import { type PartPrice, type PlannedPart, periodsOf, planFaults, splitPrice } from './plan.ts'

export interface OrderPartTables {
  order_part: {
    office_id: string
    order_id: string
    part_no: number
    contract_id: string
    label: string
    weight: bigint
    fee: Minor
    expenses: Minor
    automatic: boolean
  }
}

/** How an order is split: by the calendar, or at milestones whose weights are hundredths of a percent. */
export type OrderPlan = { readonly every: 'month' | 'quarter' } | { readonly parts: readonly PlannedPart[] }

export interface OrderPart {
  readonly partNo: number
  readonly contractId: string
  readonly reference: string
  readonly label: string
  readonly startsOn: IsoDate
  readonly endsOn: IsoDate
  readonly fee: Minor
  readonly state: Contract['state']
  readonly automatic: boolean
}

/** What the law asks about a worker's job, for a part of it. */
export type TermsFor = (
  terms: Readonly<Record<string, unknown>>,
  order: { readonly startsOn: IsoDate; readonly endsOn: IsoDate },
  part: { readonly startsOn: IsoDate; readonly endsOn: IsoDate },
) => Readonly<Record<string, unknown>>

/**
 * Splits an order into parts that are worked, invoiced and paid one after the other. Each part is a contract of its own,
 * an order already, with the people of the whole; together they come to the order to the cent. The order itself stays as
 * it was agreed and evidenced, and is moved no more. Asked again, the parts there are, are the answer.
 *
 * @param automatic a part that is started is done, and invoiced, when its last day is over (`completeDueParts`).
 * @param termsFor scales what grows with a job (days, hours) to a part of it.
 * @throws Problem `not-found`; `conflict` for what is no order or has a hiring declaration filed; a fault of the plan.
 */
export async function splitOrder(
  trx: Transaction,
  context: OfficeContext,
  contractId: string,
  { plan, automatic, termsFor }: { plan: OrderPlan; automatic: boolean; termsFor: TermsFor },
): Promise<OrderPart[]> {
  const { officeId, by, now, plugin } = context
  const [order] = await lockContracts(trx, officeId, [contractId])
  if (!order) throw notFound('such contract')
  if (order.state === 'split') return partsOfOrder(trx, officeId, contractId)
  const engagements = await splittable(trx, officeId, order)
  const { parts, prices } = await priced(trx, context, order, plan)
  const asked = situationFields(plugin).engagement
  const drafts = parts.map((part, at) => ({
    reference: `${order.reference.slice(0, 56)}/${String(at + 1).padStart(2, '0')}`,
    activityId: order.activityId,
    clientId: order.clientId,
    title: `${order.title}: ${part.label}`.slice(0, 300),
    supply: order.supply,
    fee: (prices[at] as (typeof prices)[0]).fee,
    expenses: (prices[at] as (typeof prices)[0]).expenses,
    startsOn: part.startsOn,
    endsOn: part.endsOn,
    region: order.region,
    engagements: engagements.map(({ memberId, share, terms }) => {
      const { startsOn: _, endsOn: __, ...rest } = termsFor(terms, order, part)
      return { memberId, share, terms: completedFacts(asked, rest, part as never) }
    }),
  }))
  const created = await createContracts(trx, context, drafts)
  await insertLines(
    trx,
    officeId,
    created.map((contract, at) => ({
      contractId: contract.contractId,
      lines: (prices[at] as (typeof prices)[0]).lines,
    })),
  )
  await moveContracts(
    trx,
    context,
    created.map((contract) => contract.contractId),
    'order',
  )
  await copyRows(
    trx,
    'order_part',
    [
      ...['office_id', 'order_id', 'part_no', 'contract_id', 'label', 'weight', 'fee', 'expenses'],
      'automatic',
    ],
    created.map((contract, at) => [
      officeId,
      contractId,
      at + 1,
      contract.contractId,
      (parts[at] as PlannedPart).label,
      (parts[at] as PlannedPart).weight,
      contract.fee,
      contract.expenses,
      automatic,
    ]),
  )
  await recordStep(trx, officeId, [contractId], 'split', by, now)
  return partsOfOrder(trx, officeId, contractId)
}

/** A part of an order as a plan would make it. */
export type PartPreview = Pick<OrderPart, 'label' | 'startsOn' | 'endsOn' | 'fee'>

/** What a plan would make of an order; nothing is written. @throws Problem as `splitOrder`. */
export async function previewParts(
  trx: Transaction,
  context: OfficeContext,
  contractId: string,
  plan: OrderPlan,
): Promise<PartPreview[]> {
  const order = await contractById(trx, context.officeId, contractId)
  await splittable(trx, context.officeId, order)
  const { parts, prices } = await priced(trx, context, order, plan)
  return parts.map(({ label, startsOn, endsOn }, at) => ({
    ...{ label, startsOn, endsOn },
    fee: (prices[at] as PartPrice).fee,
  }))
}

/** The people of an order that may be split. @throws Problem `conflict` for one that may not. */
async function splittable(trx: Transaction, officeId: string, order: Contract): Promise<Engagement[]> {
  const missing = stepFault(order.state, 'split')
  throwFaults(missing ? [missing] : [])
  const { rows: whole } = await sql`
    select from samen.order_part where office_id = ${officeId} and contract_id = ${order.contractId}`.execute(
    trx,
  )
  if (whole.length > 0) throw conflict('This is a part of an order already.')
  const engagements = await engagementsOf(trx, officeId, [order.contractId])
  if (engagements.some(({ hiringFiledAt }) => hiringFiledAt !== null))
    throw conflict(
      'A hiring declaration was filed for the days of the whole order: it can no longer be split.',
    )

  if (standingAmong(await invoicesOfContracts(trx, officeId, [order.contractId])))
    throw conflict(
      'A deposit stands on this order: credit it first, and ask for one on the first part instead.',
    )
  return engagements
}

/** The parts of a plan with their prices. @throws Problem for a plan or an order that cannot be split so. */
async function priced(
  trx: Transaction,
  { officeId, plugin }: OfficeContext,
  order: Contract,
  plan: OrderPlan,
): Promise<{ readonly parts: readonly PlannedPart[]; readonly prices: readonly PartPrice[] }> {
  const isByPercent = 'parts' in plan
  const parts = isByPercent ? plan.parts : periodsOf(order.startsOn, order.endsOn, plan.every)
  throwFaults(planFaults(parts, order, isByPercent))
  const quote = await quoteOf(trx, officeId, order)
  if (quote.conversion)
    throw conflict(
      `This order is billed in ${quote.conversion.currency}, and only one in ${plugin.currency} is split: make a quote for each part.`,
    )
  const { currency, title } = order
  const prices = splitPrice({ ...quote, currency, title }, parts)
  throwFaults(
    prices.flatMap(({ fee, expenses }, index) =>
      fee > expenses
        ? []
        : [{ field: `parts[${index}]`, reason: 'Nothing is left of this part for a wage.' } as const],
    ),
  )
  return { parts, prices }
}

/** The parts of an order, the first one first; none where it is whole. */
export async function partsOfOrder(
  trx: Transaction,
  officeId: string,
  orderId: string,
): Promise<OrderPart[]> {
  const { rows } = await sql<OrderPart>`
    select p.part_no as "partNo", p.contract_id as "contractId", c.reference, p.label, c.starts_on as "startsOn",
           c.ends_on as "endsOn", p.fee, c.state, p.automatic
      from samen.order_part p join samen.contract c on c.office_id = p.office_id and c.contract_id = p.contract_id
     where p.office_id = ${officeId} and p.order_id = ${orderId} order by p.part_no`.execute(trx)
  return rows
}

/** Parts completed in one go. */
const DUE_MAX = 1_000

/**
 * Says of every automatic part that is started, and whose last day is over, that it is done, and issues its invoice: set
 * by set, each part once, however often it runs. @returns how many.
 */
export async function completeDueParts(trx: Transaction, context: OfficeContext): Promise<number> {
  const { officeId, today } = context
  const due = sql`
    select c.contract_id as "contractId", c.state
      from samen.order_part p join samen.contract c on c.office_id = p.office_id and c.contract_id = p.contract_id
     where p.office_id = ${officeId} and p.automatic and c.state in ('started', 'done') and c.ends_on < ${today}
     order by c.contract_id limit ${DUE_MAX}`
  // The bank's lock comes before the jobs', as whoever matches receipts takes them.
  const asked = await sql<{ contractId: string }>`${due}`.execute(trx)
  await lockDeposits(
    trx,
    officeId,
    asked.rows.map(({ contractId }) => contractId),
  )
  const { rows } = await sql<{ contractId: string; state: Contract['state'] }>`
    ${due} for update of c skip locked`.execute(trx)
  const started = rows.filter(({ state }) => state === 'started').map(({ contractId }) => contractId)
  if (started.length > 0) await moveContracts(trx, context, started, 'done')
  if (rows.length > 0)
    await issueInvoices(
      trx,
      context,
      rows.map(({ contractId }) => contractId),
    )
  return rows.length
}
