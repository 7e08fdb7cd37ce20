import { readWageSituation } from '../context/index.ts'
import { hiringFault } from '../contracts/index.ts'
import {
  type AnyCountryPlugin,
  amountsAsJson,
  BudgetTooSmallError,
  CURRENCY_DECIMALS,
  computePayslip,
  formatAmount,
  type IsoDate,
  type Minor,
  NoLawError,
  type PayslipTotals,
} from '../country/index.ts'
import { isIban } from '../payments/index.ts'
import {
  apportion,
  apportionShares,
  owedAsText,
  owedTo,
  packDetail,
  type WagePeriod,
  wagePeriods,
} from '../payslips/index.ts'
import { type AdvanceDecider, advanceNeeded } from './advances.ts'
import { type Candidate, compare, workerKey } from './candidates.ts'
import { isDue, type LeftOut, type LeftOutReason, type PayDays } from './pay-run.ts'

/** A payslip as the run computed it, before it is stored. */
export interface Wage {
  readonly job: Candidate
  readonly from: IsoDate
  readonly to: IsoDate
  readonly fee: Minor
  readonly levy: Minor
  readonly budget: Minor
  readonly payslip: PayslipTotals
  readonly advance: Minor
  /** As they are stored, JSON text: thousands of payslips wait here for their COPY, and a text is one object. */
  readonly situation: string
  readonly detail: string
  readonly owed: string
  /** What the worker's next situation starts from. */
  readonly toDate: Readonly<Record<string, unknown>>
}

/** What came of a run's candidates; complete once all wages have been read. */
export interface WageTally {
  payslips: number
  gross: Minor
  net: Minor
  employerCost: Minor
  advance: Minor
  /** Payslips whose promised day has passed. */
  late: number
  /** Jobs that are neither due nor paid for. */
  waiting: number
  leftOut: LeftOut[]
}

/**
 * Everything a run pays, computed as it is read: pure but for the fund's decisions, which `advances` keeps count of. A
 * worker's payslips are computed in the order of their days, each from the totals the one before left; where one of a
 * worker's jobs cannot be paid, the others are computed as if it were not there.
 */
export function computeWages(
  plugin: AnyCountryPlugin,
  candidates: readonly Candidate[],
  days: PayDays,
  totals: ReadonlyMap<string, object>,
  advances: AdvanceDecider,
): { readonly wages: Iterable<Wage>; readonly tally: Readonly<WageTally> } {
  const tally: WageTally = {
    payslips: 0,
    gross: 0n,
    net: 0n,
    employerCost: 0n,
    advance: 0n,
    late: 0,
    waiting: 0,
    leftOut: [],
  }
  const ready: WageToPay[] = []
  for (const job of candidates) {
    if (job.paid) continue
    if (!isDue(job, days)) {
      tally.waiting++
      continue
    }
    const obstacle = obstacleTo(plugin, job)
    if (obstacle) tally.leftOut.push(left(job, obstacle))
    else ready.push({ job, parts: [] })
  }
  splitBudgets(plugin, candidates, ready)
  function* wages(): Iterable<Wage> {
    const costs = new Map<string, Minor>()
    for (const group of byWorker(ready)) {
      const start = totals.get(workerKey((group[0] as WageToPay).job))
      const outcome = wagesOfWorker(plugin, group, days.paidOn, start, costs, advances)
      for (const one of outcome.leftOut) tally.leftOut.push(one)
      for (const wage of outcome.wages) {
        count(tally, wage, days)
        yield wage
      }
    }
  }
  return { wages: wages(), tally }
}

function count(tally: WageTally, { job, payslip, advance }: Wage, { paidOn }: PayDays): void {
  tally.payslips++
  tally.gross += payslip.gross
  tally.net += payslip.net
  tally.employerCost += payslip.employerCost
  tally.advance += advance
  if (job.payBy < paidOn) tally.late++
}

interface WageToPay {
  readonly job: Candidate
  parts: readonly (WagePeriod & { readonly fee: Minor; readonly levy: Minor; readonly budget: Minor })[]
}

/** Why a wage cannot go out. */
export interface Obstacle {
  readonly reason: LeftOutReason
  readonly detail: string
  readonly field?: string
}

const left = (job: Candidate, obstacle: Obstacle): LeftOut => ({
  engagementId: job.engagementId,
  contractReference: job.reference,
  payBy: job.payBy,
  ...obstacle,
})

function obstacleTo({ hiring }: AnyCountryPlugin, job: Candidate): Obstacle | undefined {
  if (job.state === 'order' || job.state === 'started')
    return { reason: 'not-done', detail: `The job ended on ${job.endsOn} but was not reported done.` }
  if (job.state === 'done' || job.invoiceId === null)
    return { reason: 'not-invoiced', detail: 'The job is done but its invoice is not issued.' }
  if (job.net <= 0n) return { reason: 'credited', detail: 'The invoice was taken back by a credit note.' }
  const hiringDetail = hiringFault(hiring, job.startsOn, job.hiringFiledAt, job.timeZone)
  if (hiringDetail)
    return { reason: job.hiringFiledAt === null ? 'hiring-missing' : 'hiring-late', detail: hiringDetail }
  if (!isIban(job.iban))
    return { reason: 'bank-account-invalid', detail: "The member's bank account number is not valid." }
  return undefined
}

/** A job's fee, levy and budget over its engagements by share, and over its months by working days: exact to the cent. */
function splitBudgets(
  plugin: AnyCountryPlugin,
  candidates: readonly Candidate[],
  ready: readonly WageToPay[],
): void {
  const teams = new Map<string, Candidate[]>()
  for (const job of candidates) {
    const team = teams.get(job.contractId)
    if (team) team.push(job)
    else teams.set(job.contractId, [job])
  }
  for (const wage of ready) {
    const { job } = wage
    const team = (teams.get(job.contractId) as Candidate[]).toSorted((a, b) =>
      a.engagementId < b.engagementId ? -1 : 1,
    )
    const shares = team.map((one) => ({ numerator: one.shareNumerator, denominator: one.shareDenominator }))
    const place = team.indexOf(job)
    const mine = (amount: Minor) => apportionShares(amount, shares)[place] as Minor
    const left = job.net - job.levy - job.expenses
    const months = wagePeriods(job.startsOn, job.endsOn, plugin.holidays, job.region ?? undefined)
    const weights = months.map(({ weight }) => weight)
    const fees = apportion(mine(job.net), weights)
    const levies = apportion(mine(job.levy), weights)
    const budgets = apportion(mine(left < 0n ? 0n : left), weights)
    wage.parts = months.map((month, at) => ({
      ...month,
      fee: fees[at] as Minor,
      levy: levies[at] as Minor,
      budget: budgets[at] as Minor,
    }))
  }
}

/** Groups of one worker and employer; the group with the most urgent wage first, since the fund serves in that order. */
function byWorker(ready: readonly WageToPay[]): Iterable<WageToPay[]> {
  const groups = new Map<string, WageToPay[]>()
  for (const wage of ready) {
    const key = workerKey(wage.job)
    const group = groups.get(key)
    if (group) group.push(wage)
    else groups.set(key, [wage])
  }
  return groups.values()
}

/** One worker's wages, without those that cannot be paid. Each job that falls out starts the worker's chain anew. */
function wagesOfWorker(
  plugin: AnyCountryPlugin,
  group: readonly WageToPay[],
  paidOn: IsoDate,
  start: object | undefined,
  costs: Map<string, Minor>,
  advances: AdvanceDecider,
): { wages: Wage[]; leftOut: LeftOut[] } {
  const leftOut: LeftOut[] = []
  let rest = group
  while (rest.length > 0) {
    const attempt = tryWages(plugin, rest, paidOn, start, costs, advances)
    if ('wages' in attempt) return { wages: attempt.wages, leftOut }
    leftOut.push(left(attempt.job, attempt.obstacle))
    rest = rest.filter(({ job }) => job !== attempt.job)
  }
  return { wages: [], leftOut }
}

function tryWages(
  plugin: AnyCountryPlugin,
  group: readonly WageToPay[],
  paidOn: IsoDate,
  start: object | undefined,
  costs: Map<string, Minor>,
  advances: AdvanceDecider,
): { wages: Wage[] } | { job: Candidate; obstacle: Obstacle } {
  const slips = group.flatMap(({ job, parts }) => parts.map((part) => ({ job, part })))
  if (slips.length > 1)
    slips.sort(
      (a, b) =>
        compare(a.part.from, b.part.from) ||
        compare(a.part.to, b.part.to) ||
        compare(a.job.reference, b.job.reference),
    )
  const wages: Wage[] = []
  let toDate = start
  for (const { job, part } of slips) {
    const wage = wageOf(plugin, job, part, paidOn, toDate)
    if ('reason' in wage) return { job, obstacle: wage }
    wages.push(wage)
    toDate = wage.toDate
  }
  const cost = new Map<string, Minor>()
  const advanced = wages.map((wage) => {
    const { contractId, costBefore, received } = wage.job
    const before = cost.get(contractId) ?? costs.get(contractId) ?? costBefore
    cost.set(contractId, before + wage.payslip.employerCost)
    return { ...wage, advance: advanceNeeded(before, wage.payslip.employerCost, received) }
  })
  const refused = advances.take(advanced.map(({ job, advance }) => ({ ...job, amount: advance })))
  if (refused) return { job: (advanced[refused.at] as Wage).job, obstacle: refused.refusal }
  for (const [contractId, amount] of cost) costs.set(contractId, amount)
  return { wages: advanced }
}

function wageOf(
  plugin: AnyCountryPlugin,
  job: Candidate,
  part: WageToPay['parts'][number],
  paidOn: IsoDate,
  toDate: object | undefined,
): Wage | Obstacle {
  const decimals = CURRENCY_DECIMALS[job.currency] ?? 2
  const { parsed, asked: situation } = readWageSituation(plugin, {
    period: { from: part.from, to: part.to },
    paidOn,
    budget: formatAmount(part.budget, decimals),
    worker: job.workerFacts,
    engagement: job.terms,
    // Known and empty: this worker has had no pay before, which is another thing than not knowing.
    toDate: toDate ?? {},
  })
  if (!parsed.success) return situationInvalid(parsed.error.issues[0])
  try {
    const payslip = computePayslip(plugin, parsed.data)
    if (payslip.net <= 0n)
      return { reason: 'zero-net', detail: 'Nothing is left to pay out after contributions and tax.' }
    const { earnings, lines, figures, toDate: totals, ...sums } = payslip
    return {
      job,
      from: part.from,
      to: part.to,
      fee: part.fee,
      levy: part.levy,
      budget: part.budget,
      payslip: sums,
      advance: 0n,
      situation: JSON.stringify(situation),
      detail: JSON.stringify(packDetail({ earnings, lines, figures }, decimals)),
      owed: owedAsText(owedTo(lines)),
      toDate: (amountsAsJson(totals, decimals) ?? {}) as Record<string, unknown>,
    }
  } catch (error) {
    if (error instanceof BudgetTooSmallError)
      return {
        reason: 'budget-too-small',
        field: 'budget',
        detail: `Of the fee remain ${formatAmount(part.budget, decimals)} ${job.currency}: ${error.message}.`,
      }
    if (error instanceof NoLawError) return { reason: 'no-law', detail: `${error.message}.` }
    throw error
  }
}

function situationInvalid(issue: { path: PropertyKey[]; message: string } | undefined): Obstacle {
  const field = issue?.path.join('.') ?? 'situation'
  return { reason: 'situation-invalid', field, detail: `${field}: ${issue?.message ?? 'invalid'}.` }
}
