import { sql } from 'kysely'
import type { OfficeContext } from '../context/index.ts'
import type { Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { fiscalYearRules } from '../legal-entities/index.ts'
import { notFound, refused } from '../problem/index.ts'
import type { StatementMonths } from './financial-statements.ts'
import { monthsUpTo } from './statement-months.ts'

interface Figure {
  readonly amount: Minor
  /** The same a year before. */
  readonly before: Minor
}

/** What an activity had at its disposal, what came and went by what happened, and what it has: minor units. */
export interface ActivityStatement extends StatementMonths {
  readonly currency: string
  readonly name: string
  readonly opening: Figure
  /** By kind of transaction: `invoice` and what else came in positive, `payslip`, `levy` and what went out negative. */
  readonly lines: readonly (Figure & { readonly kind: string })[]
  readonly closing: Figure
}

/**
 * The statement of one activity from the start of its company's fiscal year to a month, beside the same months a year before. An activity has one
 * account in the ledger, its budget, so this is its profit and loss and its cash flow in one; a reversal counts under
 * its own kind.
 *
 * @throws Problem `invalid-field` for no month, `not-found` for an activity the office does not have, `refused` when its
 *   budget holds another currency than the country's.
 */
export async function readActivityStatement(
  trx: Transaction,
  { officeId, plugin }: Pick<OfficeContext, 'officeId' | 'plugin'>,
  { period, activityId }: { readonly period: string; readonly activityId: string },
): Promise<ActivityStatement> {
  const activity = await trx
    .selectFrom('activity')
    .select(['name', 'legal_entity_id'])
    .where('office_id', '=', officeId)
    .where('activity_id', '=', activityId)
    .executeTakeFirst()
  if (!activity) throw notFound('such activity in this office')
  const months = monthsUpTo(period, await fiscalYearRules(trx, officeId, activity.legal_entity_id))
  const { from, to, fromBefore, toBefore } = months
  const { rows } = await sql<
    Record<'opening' | 'openingBefore' | 'amount' | 'before', Minor> & { kind: string; currency: string }
  >`
    select t.kind, e.currency,
           coalesce(-sum(e.amount) filter (where t.effective_on < ${from}), 0)::int8 as opening,
           coalesce(-sum(e.amount) filter (where t.effective_on < ${fromBefore}), 0)::int8 as "openingBefore",
           coalesce(-sum(e.amount) filter (where t.effective_on >= ${from}), 0)::int8 as amount,
           coalesce(-sum(e.amount) filter (where t.effective_on between ${fromBefore} and ${toBefore}), 0)::int8 as before
      from samen.ledger_entry e
      join samen.ledger_transaction t on t.office_id = e.office_id and t.transaction_id = e.transaction_id
     where e.office_id = ${officeId} and e.account = 'activity-budget' and e.subject = ${activityId}
       and t.effective_on <= ${to}
     group by t.kind, e.currency order by t.kind`.execute(trx)
  const foreign = rows.find(({ currency }) => currency !== plugin.currency)
  if (foreign)
    throw refused(
      `The budget holds ${foreign.currency}; statements of this version are in ${plugin.currency} alone.`,
    )
  const sum = (figure: (row: (typeof rows)[0]) => Minor) =>
    rows.reduce((total, row) => total + figure(row), 0n)
  const opening = { amount: sum((row) => row.opening), before: sum((row) => row.openingBefore) }
  return {
    ...months,
    currency: plugin.currency,
    name: activity.name,
    opening,
    lines: rows
      .map(({ kind, amount, before }) => ({ kind, amount, before }))
      .filter(({ amount, before }) => amount !== 0n || before !== 0n),
    closing: {
      amount: opening.amount + sum((row) => row.amount),
      before: opening.before + sum((row) => row.before),
    },
  }
}
