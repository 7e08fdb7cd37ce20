import type { OfficeContext } from '../context/index.ts'
import { CURRENCY_DECIMALS, formatAmount, type IsoDate, isIsoDate, type Minor } from '../country/index.ts'
import type { Transaction } from '../database/index.ts'
import { availableOf, bearingFunds } from '../funds/index.ts'
import {
  advanceDecider,
  advanceRoom,
  insertPayRun,
  type LeftOut,
  lockComputing,
  onTheTable,
  openPayRun,
  type PayRun,
  payDays,
  payRun,
  payRuns,
} from '../pay-runs/index.ts'
import { isIban } from '../payments/index.ts'
import { insertPayslips, owedAsText, type PayslipRow } from '../payslips/index.ts'
import { invalid } from '../problem/index.ts'
import { Bearer, type BorneDelta } from './bearer.ts'
import { type Chain, type CorrectionScope, chains } from './chains.ts'
import type { WorkerDifference } from './difference.ts'
import { jobMoney } from './jobs.ts'
import { type Delta, recompute } from './recompute.ts'
import { type CorrectionSums, Tally } from './tally.ts'

/** What a correction asks: payslips for days from `from` on (1 January of this year unless told), perhaps of one worker. */
export interface CorrectionRequest {
  readonly from?: IsoDate | undefined
  readonly memberId?: string | undefined
}

/** What a correction would post, with nothing stored. */
export interface CorrectionPreview extends CorrectionSums {
  readonly from: IsoDate
  readonly paidOn: IsoDate
  readonly currency: string
  /** The workers with the largest differences, at most 200; the sums count everybody. */
  readonly largest: readonly WorkerDifference[]
  /** Workers who cannot be corrected now, each with the payslip and reason that stopped it. */
  readonly leftOut: readonly LeftOut[]
}

/** Computes a correction without storing anything. @throws Problem `invalid-field` for a malformed day or a day to come. */
export async function previewCorrection(
  trx: Transaction,
  context: OfficeContext,
  request: CorrectionRequest = {},
): Promise<CorrectionPreview> {
  const scope = scopeOf(context, request)
  const { tally, leftOut } = await compute(trx, context, scope)
  const { currency } = context.plugin
  return {
    from: scope.from,
    paidOn: payDays(context.plugin, context.today).paidOn,
    currency,
    ...tally.sums,
    largest: tally.shown,
    leftOut,
  }
}

export interface ComputedCorrection {
  /** Absent when the law as it is now says what was paid, and no correction of that scope was made that day. */
  readonly run?: PayRun
  /** Whether this call made the run, or found it on the table. */
  readonly isNew: boolean
  readonly leftOut: readonly LeftOut[]
}

/**
 * Asks the law as it is installed now about payslips that were paid, and stores the differences as a run of its own kind:
 * *delta* payslips that a second person approves and that are posted and paid on the day of the run. A correction of the
 * same scope that is on the table already is answered as it stands; where nothing differs, nothing is stored, and the
 * day's last correction of that scope is answered.
 *
 * A worker's differences stand or fall together: where one of them cannot be computed or borne, none is stored, and the
 * worker is named as left out.
 *
 * @throws Problem `invalid-field` for a malformed day or a day to come; `conflict` while another run waits.
 */
export async function computeCorrection(
  trx: Transaction,
  context: OfficeContext,
  request: CorrectionRequest = {},
): Promise<ComputedCorrection> {
  const { officeId, plugin, by, now, today: dueOn, id } = context
  const scope = scopeOf(context, request)
  await lockComputing(trx, officeId)
  const isSame = (run: PayRun) =>
    run.kind === 'correction' &&
    run.correctsFrom === scope.from &&
    run.correctsMember === (scope.memberId ?? null)
  const open = await openPayRun(trx, officeId)
  if (open && !isSame(open)) throw onTheTable(open)
  if (open) return { run: open, isNew: false, leftOut: open.leftOut }
  const payRunId = id()
  const { paidOn } = payDays(plugin, dueOn)
  const { tally, leftOut } = await compute(trx, context, scope, (deltas) =>
    insertPayslips(
      trx,
      officeId,
      deltas.map((delta) => rowOf(delta, { payRunId, paidOn, context })),
    ),
  )
  const { sums } = tally
  if (sums.payslips === 0) {
    const last = (await payRuns(trx, officeId, { dueOn })).find(
      (run) => run.state === 'posted' && isSame(run),
    )
    return { ...(last && { run: last }), isNew: false, leftOut }
  }
  await insertPayRun(trx, officeId, {
    kind: 'correction',
    correctsFrom: scope.from,
    correctsMember: scope.memberId ?? null,
    payRunId,
    dueOn,
    paidOn,
    payslips: sums.payslips,
    gross: 0n,
    net: sums.difference.net,
    employerCost: sums.difference.employerCost,
    advance: sums.advance,
    borne: sums.borne,
    late: 0,
    waiting: 0,
    leftOut,
    preparedBy: by,
    preparedAt: now,
  })
  return { run: await payRun(trx, officeId, payRunId), isNew: true, leftOut }
}

function scopeOf({ today }: OfficeContext, { from, memberId }: CorrectionRequest): CorrectionScope {
  const first = from ?? `${today.slice(0, 4)}-01-01`
  if (!isIsoDate(first)) throw invalid('from', 'A day is written YYYY-MM-DD and must exist.')
  if (first > today) throw invalid('from', 'A correction looks back: choose a day that has come.')
  return { from: first, memberId }
}

async function compute(
  trx: Transaction,
  context: OfficeContext,
  scope: CorrectionScope,
  store: (deltas: readonly BorneDelta[]) => Promise<void> = async () => undefined,
): Promise<{ tally: Tally; leftOut: LeftOut[] }> {
  const { officeId, plugin } = context
  const tally = new Tally()
  const leftOut: LeftOut[] = []
  const funds = await bearingFunds(trx, plugin.currency)
  const guaranteeFundId = funds.find(({ kind }) => kind === 'wage-guarantee')?.fundId
  const bearer = await bearerOf(trx, context, funds, guaranteeFundId)
  for await (const page of chains(trx, officeId, scope)) {
    const recomputed = page.map((chain) => recomputeOrLeave(plugin, chain, leftOut))
    const contractIds = recomputed.flatMap((deltas) => deltas.map(({ wage }) => wage.contractId))
    bearer.learn(
      await jobMoney(trx, officeId, bearer.unknown(contractIds), bearer.fundOrder, guaranteeFundId),
    )
    const rows: BorneDelta[] = []
    for (const deltas of recomputed) {
      if (deltas.length === 0) continue
      const outcome = bearer.take(deltas)
      if ('refusal' in outcome) {
        const { delta, reason, detail } = outcome.refusal
        leftOut.push({ ...placeOf(delta), reason, detail })
        continue
      }
      tally.add(outcome.borne)
      rows.push(...outcome.borne)
    }
    await store(rows)
  }
  return { tally, leftOut }
}

async function bearerOf(
  trx: Transaction,
  { officeId, plugin }: OfficeContext,
  funds: readonly { readonly fundId: string }[],
  guaranteeFundId: string | undefined,
): Promise<Bearer> {
  const { currency } = plugin
  const decimals = CURRENCY_DECIMALS[currency] ?? 2
  const format = (amount: Minor) => `${formatAmount(amount, decimals)} ${currency}`
  const available = await availableOf(
    trx,
    funds.map(({ fundId }) => fundId),
  )
  const room = await advanceRoom(trx, officeId, currency)
  return new Bearer(
    funds.map(({ fundId }) => ({ fundId, amount: available.get(fundId) ?? 0n })),
    guaranteeFundId,
    advanceDecider(room, format),
    format,
  )
}

/** The worker's differences; none, and a word in `leftOut`, where the law cannot be asked or nothing could be paid. */
function recomputeOrLeave(plugin: OfficeContext['plugin'], chain: Chain, leftOut: LeftOut[]): Delta[] {
  const outcome = recompute(plugin, chain.wages, chain.start)
  if ('obstacle' in outcome) {
    const { wage, ...obstacle } = outcome.obstacle
    leftOut.push({ ...placeOf({ wage }), ...obstacle })
    return []
  }
  const [first] = outcome.deltas
  const net = outcome.deltas.reduce((sum, { difference }) => sum + difference.net, 0n)
  if (first && net > 0n && !isIban(first.wage.iban)) {
    const detail = "The member's bank account number is not valid."
    leftOut.push({ ...placeOf(first), reason: 'bank-account-invalid', detail })
    return []
  }
  return outcome.deltas
}

const placeOf = ({ wage }: Pick<Delta, 'wage'>) => ({
  engagementId: wage.engagementId,
  contractReference: wage.contractReference,
  payBy: wage.payBy,
})

function rowOf(
  delta: BorneDelta,
  { payRunId, paidOn, context }: { payRunId: string; paidOn: IsoDate; context: OfficeContext },
): PayslipRow {
  const { wage, difference, share } = delta
  const borne = share.funds.reduce((sum, { amount }) => sum + amount, 0n)
  return {
    payslip_id: context.id(),
    pay_run_id: payRunId,
    legal_entity_id: wage.legalEntityId,
    engagement_id: wage.engagementId,
    contract_id: wage.contractId,
    activity_id: wage.activityId,
    member_id: wage.memberId,
    period_from: wage.periodFrom,
    period_to: wage.periodTo,
    paid_on: paidOn,
    currency: wage.currency,
    fee: 0n,
    levy: 0n,
    budget: 0n,
    gross: 0n,
    employee_contributions: difference.employeeContributions,
    taxable: difference.taxable,
    wage_tax: difference.wageTax,
    net: difference.net,
    employer_contributions: difference.employerContributions,
    employer_cost: difference.employerCost,
    mutualised: difference.mutualised,
    owed: owedAsText(delta.owed),
    advance: delta.advance,
    situation: delta.situation,
    detail: delta.detail,
    to_date: JSON.stringify(delta.toDate),
    plugin_version: context.plugin.version,
    corrects: wage.payslipId,
    borne,
    borne_by: JSON.stringify(
      Object.fromEntries(share.funds.map(({ fundId, amount }) => [fundId, String(amount)])),
    ),
  }
}
