import { type ContractState, contractSteps, engagementsOf, STEPS } from '@samen/core/contracts'
import { type AnyCountryPlugin, formatAmount, type Minor, type SupplyKind } from '@samen/core/country'
import type { Transaction } from '@samen/core/database'
import { priceOf, printedNumber } from '@samen/core/invoices'
import { membersById } from '@samen/core/members'
import { apportionShares } from '@samen/core/payslips'
import { notFound } from '@samen/core/problem'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Page } from '../answers/common.ts'
import type { contract, contractDetail, memberContract } from '../answers/contracts.ts'
import type { invoiceState } from '../answers/invoices.ts'
import type { PageQuery } from '../routes/route.ts'
import { promiseOf } from '../stateless/deadline.ts'
import { estimatePayslips, latestTotals } from './estimate.ts'
import { standing } from './invoices.ts'
import { namesOf } from './names.ts'
import { cursorOf, pageOf, rowsOf } from './page.ts'

type ContractAnswer = z.infer<typeof contract>

/** Where one looks at contracts from: an office, on a day, perhaps as one of its members. */
export interface ContractView {
  readonly officeId: string
  readonly plugin: AnyCountryPlugin
  readonly today: string
  /** Only this member's jobs and wages; their own states to move to. */
  readonly memberId?: string | undefined
}

export interface ContractQuery extends PageQuery {
  readonly state?: ContractState | undefined
  readonly clientId?: string | undefined
  readonly search?: string | undefined
}

interface ContractRow {
  contract_id: string
  reference: string
  title: string
  state: ContractState
  activity_id: string
  activity_name: string
  client_id: string
  client_name: string
  bankrupt_on: string | null
  supply: SupplyKind
  fee: Minor
  expenses: Minor
  currency: string
  starts_on: string
  ends_on: string
  region: string | null
  pay_by: string | null
  paid: Minor
  paid_on: string | null
  invoice_id: string | null
  series: string
  number: bigint
  issued_on: string
  due_on: string
  total: Minor
  open: Minor
  invoice_state: z.infer<typeof invoiceState>
}

/** Jobs, the latest start first. */
export async function contractsPage(
  trx: Transaction,
  view: ContractView,
  query: ContractQuery,
): Promise<Page<ContractAnswer>> {
  const after = cursorOf(query, ['day', 'id'])
  const pattern = `%${(query.search ?? '').toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
  const chosen = sql`
    select * from samen.contract c
     where office_id = ${view.officeId}
       and (${query.state ?? null}::text is null or state = ${query.state ?? null})
       and (${query.clientId ?? null}::uuid is null or client_id = ${query.clientId ?? null})
       and (lower(reference) like ${pattern} or lower(title) like ${pattern})
       and (${view.memberId ?? null}::uuid is null or exists (
             select from samen.engagement e where e.office_id = c.office_id and e.contract_id = c.contract_id
                and e.member_id = ${view.memberId ?? null}))
       and (${after?.[0] ?? null}::date is null
            or (starts_on, contract_id) < (${after?.[0] ?? null}::date, ${after?.[1] ?? null}::uuid))
     order by starts_on desc, contract_id desc limit ${rowsOf(query)}`
  const rows = await read(trx, view, chosen)
  const expected = await expectedNets(trx, view, rows)
  return pageOf(
    rows,
    query,
    (row) => [row.starts_on, row.contract_id],
    (row) => answerOf(view, row, expected.get(row.contract_id)),
  )
}

/** @throws Problem `not-found`, also for a job of others when a member looks. */
export async function contractOf(
  trx: Transaction,
  view: ContractView,
  contractId: string,
): Promise<z.infer<typeof memberContract>> {
  const [row] = await read(
    trx,
    view,
    sql`select * from samen.contract c where office_id = ${view.officeId} and contract_id = ${contractId}
          and (${view.memberId ?? null}::uuid is null or exists (
                select from samen.engagement e where e.office_id = c.office_id and e.contract_id = c.contract_id
                   and e.member_id = ${view.memberId ?? null}))`,
  )
  if (!row) throw notFound('such contract')
  const expected = await expectedNets(trx, view, [row])
  return withPromise(view, answerOf(view, row, expected.get(contractId)))
}

/** Adds the promise clock. */
export function withPromise(view: ContractView, answer: ContractAnswer): z.infer<typeof memberContract> {
  const clock = promiseOf(view.plugin, answer.endsOn, answer.region ?? undefined)
  return { ...answer, promise: { ...clock, days: [...clock.days] } }
}

/** One job with its people and steps, for the office. */
export async function contractDetailOf(
  trx: Transaction,
  view: ContractView,
  contractId: string,
): Promise<z.infer<typeof contractDetail>> {
  const answer = await contractOf(trx, view, contractId)
  const engagements = await engagementsOf(trx, view.officeId, [contractId])
  const members = await membersById(
    trx,
    view.officeId,
    engagements.map(({ memberId }) => memberId),
  )
  const steps = await contractSteps(trx, view.officeId, contractId)
  const names = await namesOf(
    trx,
    steps.map(({ takenBy }) => takenBy),
  )
  const memberName = new Map(
    members.map((member) => [member.memberId, `${member.givenName} ${member.familyName}`]),
  )
  return {
    ...answer,
    engagements: engagements.map((one) => ({
      engagementId: one.engagementId,
      memberId: one.memberId,
      name: memberName.get(one.memberId) ?? '',
      share: `${one.share.numerator}/${one.share.denominator}`,
      terms: one.terms,
      payBy: one.payBy,
      hiringFiledAt: one.hiringFiledAt?.toISOString() ?? null,
      hiringReference: one.hiringReference,
    })),
    steps: steps.map(({ state, takenAt, takenBy }, index) => ({
      stepNo: index + 1,
      state,
      takenAt: takenAt.toISOString(),
      takenBy: names.get(takenBy) ?? takenBy,
    })),
    hiring: {
      name: view.plugin.hiring.name,
      authority: view.plugin.hiring.authority,
      required: view.plugin.hiring.required ?? true,
    },
  }
}

async function read(trx: Transaction, { today, memberId }: ContractView, chosen: ReturnType<typeof sql>) {
  const { rows } = await sql<ContractRow>`
    with chosen as materialized (${chosen})
    select c.*, a.name as activity_name, k.name as client_name, k.bankrupt_on, w.pay_by, w.paid, w.paid_on,
           i.invoice_id, i.series, i.number, i.issued_on, i.due_on, i.total, i.open, i.state as invoice_state
      from chosen c
      join samen.activity a on a.office_id = c.office_id and a.activity_id = c.activity_id
      join samen.client k on k.office_id = c.office_id and k.client_id = c.client_id
      left join lateral (
        select max(e.pay_by) as pay_by, coalesce(sum(p.net), 0)::int8 as paid, max(p.paid_on) as paid_on
          from samen.engagement e
          left join lateral (
            select sum(s.net) as net, max(s.paid_on) filter (where s.corrects is null) as paid_on from samen.payslip s
              join samen.pay_run r on r.office_id = s.office_id and r.pay_run_id = s.pay_run_id and r.state = 'posted'
             where s.office_id = e.office_id and s.engagement_id = e.engagement_id) p on true
         where e.office_id = c.office_id and e.contract_id = c.contract_id
           and (${memberId ?? null}::uuid is null or e.member_id = ${memberId ?? null})) w on true
      left join lateral (
        select * from (${standing(today)}) s
         where s.office_id = c.office_id and s.contract_id = c.contract_id and s.kind = 'invoice' limit 1) i on true
     order by c.starts_on desc, c.contract_id desc`.execute(trx)
  return rows
}

/** Moves a member may make for a job of theirs; the rest is the office's. */
export const MEMBER_STEPS = ['order', 'done', 'cancelled'] as const

function answerOf(
  { memberId, plugin }: ContractView,
  row: ContractRow,
  expected: Minor | undefined,
): ContractAnswer {
  const next = (Object.keys(STEPS) as ContractState[]).filter(
    (state) =>
      STEPS[state].by === undefined &&
      STEPS[state].from.includes(row.state) &&
      (memberId === undefined || (MEMBER_STEPS as readonly string[]).includes(state)),
  )
  return {
    contractId: row.contract_id,
    reference: row.reference,
    title: row.title,
    state: row.state,
    activity: { activityId: row.activity_id, name: row.activity_name },
    client: { clientId: row.client_id, name: row.client_name, bankrupt: row.bankrupt_on !== null },
    supply: row.supply,
    fee: formatAmount(row.fee),
    expenses: formatAmount(row.expenses),
    currency: row.currency,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    region: row.region,
    payBy: row.pay_by ?? promiseOf(plugin, row.ends_on, row.region ?? undefined).payBy,
    nextStates: next,
    net: {
      expected:
        row.paid > 0n ? formatAmount(row.paid) : expected === undefined ? null : formatAmount(expected),
      paid: formatAmount(row.paid),
      paidOn: row.paid_on,
    },
    invoice: row.invoice_id
      ? {
          invoiceId: row.invoice_id,
          number: printedNumber(row),
          issuedOn: row.issued_on,
          dueOn: row.due_on,
          total: formatAmount(row.total),
          open: formatAmount(row.open),
          state: row.invoice_state,
        }
      : null,
  }
}

/** What the wages of jobs not yet paid will be, as the law stands; absent where it yields none. */
async function expectedNets(
  trx: Transaction,
  { officeId, plugin, memberId }: ContractView,
  rows: readonly ContractRow[],
): Promise<Map<string, Minor>> {
  const unpaid = rows.filter((row) => row.paid === 0n && row.state !== 'cancelled' && row.state !== 'split')
  const engagements = await engagementsOf(
    trx,
    officeId,
    unpaid.map((row) => row.contract_id),
  )
  const memberIds = [...new Set(engagements.map((one) => one.memberId))]
  const members = new Map(
    (await membersById(trx, officeId, memberIds)).map((member) => [member.memberId, member]),
  )
  const totals = await latestTotals(trx, officeId, memberIds)
  const nets = new Map<string, Minor>()
  for (const row of unpaid) {
    const team = engagements.filter((one) => one.contractId === row.contract_id)
    const { fee, expenses, starts_on: startsOn, ends_on: endsOn } = row
    try {
      const { budget } = priceOf(plugin, { fee, expenses, startsOn })
      const parts = apportionShares(
        budget < 0n ? 0n : budget,
        team.map(({ share }) => share),
      )
      let net = 0n
      for (const [index, one] of team.entries()) {
        if (memberId !== undefined && one.memberId !== memberId) continue
        const worker = members.get(one.memberId)?.workerFacts ?? {}
        const job = {
          worker,
          terms: one.terms,
          startsOn,
          endsOn,
          region: row.region,
          budget: parts[index] as Minor,
        }
        const payslips = estimatePayslips(plugin, {
          ...job,
          paidOn: one.payBy,
          toDate: totals.get(one.memberId),
        })
        net += payslips.reduce((sum, { payslip }) => sum + payslip.net, 0n)
      }
      if (team.length > 0) nets.set(row.contract_id, net)
    } catch {
      // Terms that are not complete yet, or a fee too small for a wage: there is nothing to expect, and the list goes on.
    }
  }
  return nets
}
