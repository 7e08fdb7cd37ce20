import type { Minor } from '../country/index.ts'
import type { Owed } from '../payslips/index.ts'
import type { BorneDelta } from './bearer.ts'
import {
  type AuthorityDifference,
  FIGURES,
  type Figures,
  NO_FIGURES,
  type PayslipDifference,
  plus,
  type WorkerDifference,
} from './difference.ts'

/** What a correction comes to. Minor units. */
export interface CorrectionSums {
  /** Payslips that get a difference, and workers they belong to. */
  readonly payslips: number
  readonly workers: number
  /** Of these payslips, those of which only the running totals change: no amount of theirs differs. */
  readonly totalsOnly: number
  readonly before: Figures
  readonly difference: Figures
  /** What goes to workers who are owed more, and what stands as claims on those who were paid too much. */
  readonly toWorkers: Minor
  readonly claims: Minor
  /** Who bears the change of employer cost; the two sum to it. */
  readonly budgets: Minor
  readonly borne: Minor
  readonly borneBy: Readonly<Record<string, Minor>>
  readonly advance: Minor
  readonly authorities: readonly AuthorityDifference[]
}

/** Workers of whom the differences are kept to be shown: the largest. The sums count all of them. */
export const SHOWN_MAX = 200

/** Sums a correction while it is computed, worker by worker. */
export class Tally {
  #payslips = 0
  #workers = 0
  #totalsOnly = 0
  #before: Figures = NO_FIGURES
  #difference: Figures = NO_FIGURES
  #toWorkers = 0n
  #claims = 0n
  #budgets = 0n
  #borne = 0n
  readonly #borneBy: Record<string, Minor> = {}
  #advance = 0n
  readonly #authorities = new Map<string, { before: Minor; difference: Minor }>()
  #shown: WorkerDifference[] = []

  add(deltas: readonly BorneDelta[]): void {
    const worker = workerDifference(deltas)
    if (!worker) return
    this.#workers++
    this.#before = plus(this.#before, worker.before)
    this.#difference = plus(this.#difference, worker.difference)
    if (worker.difference.net > 0n) this.#toWorkers += worker.difference.net
    else this.#claims -= worker.difference.net
    for (const delta of deltas) {
      this.#payslips++
      if (isTotalsOnly(delta)) this.#totalsOnly++
      this.#budgets += delta.share.budget
      for (const { fundId, amount } of delta.share.funds) {
        this.#borne += amount
        this.#borneBy[fundId] = (this.#borneBy[fundId] ?? 0n) + amount
      }
      this.#advance += delta.advance
      this.#count(delta.wage.owed, 'before')
      this.#count(delta.owed, 'difference')
    }
    this.#show(worker)
  }

  #count(owed: Owed, column: 'before' | 'difference'): void {
    for (const authority in owed) {
      const sums = this.#authorities.get(authority) ?? { before: 0n, difference: 0n }
      sums[column] += owed[authority] as Minor
      this.#authorities.set(authority, sums)
    }
  }

  #show(worker: WorkerDifference): void {
    if (worker.payslips.length === 0) return
    this.#shown.push(worker)
    if (this.#shown.length >= 2 * SHOWN_MAX) this.#shown = largest(this.#shown)
  }

  get sums(): CorrectionSums {
    return {
      payslips: this.#payslips,
      workers: this.#workers,
      totalsOnly: this.#totalsOnly,
      before: this.#before,
      difference: this.#difference,
      toWorkers: this.#toWorkers,
      claims: this.#claims,
      budgets: this.#budgets,
      borne: this.#borne,
      borneBy: this.#borneBy,
      advance: this.#advance,
      authorities: [...this.#authorities]
        .map(([authority, sums]) => ({ authority, ...sums }))
        .sort((a, b) => (a.authority < b.authority ? -1 : 1)),
    }
  }

  /** The workers with the largest differences, at most `SHOWN_MAX`. */
  get shown(): readonly WorkerDifference[] {
    return largest(this.#shown)
  }
}

function workerDifference(deltas: readonly BorneDelta[]): WorkerDifference | undefined {
  const [first] = deltas
  if (!first) return undefined
  const { memberId, memberName, legalEntityId } = first.wage
  return {
    memberId,
    memberName,
    legalEntityId,
    before: deltas.reduce((sum, { wage }) => plus(sum, wage.figures), NO_FIGURES),
    difference: deltas.reduce((sum, { difference }) => plus(sum, difference), NO_FIGURES),
    payslips: deltas.filter((delta) => !isTotalsOnly(delta)).map(payslipDifference),
  }
}

const payslipDifference = ({ wage, difference, lines }: BorneDelta): PayslipDifference => ({
  payslipId: wage.payslipId,
  contractReference: wage.contractReference,
  periodFrom: wage.periodFrom,
  periodTo: wage.periodTo,
  before: wage.figures,
  difference,
  lines,
})

const isTotalsOnly = ({ difference, lines }: BorneDelta): boolean =>
  lines.length === 0 && FIGURES.every((figure) => difference[figure] === 0n)

function largest(workers: readonly WorkerDifference[]): WorkerDifference[] {
  return [...workers]
    .sort(
      (a, b) =>
        Number(size(b) - size(a)) || (a.memberId + a.legalEntityId < b.memberId + b.legalEntityId ? -1 : 1),
    )
    .slice(0, SHOWN_MAX)
}

const absolute = (amount: Minor): Minor => (amount < 0n ? -amount : amount)
const size = ({ difference }: WorkerDifference): Minor =>
  absolute(difference.net) + absolute(difference.employerCost)
