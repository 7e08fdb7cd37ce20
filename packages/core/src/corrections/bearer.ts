import type { Minor } from '../country/index.ts'
import { type CostShare, type FundPart, shareCost } from '../funds/index.ts'
import { type AdvanceDecider, advanceNeeded } from '../pay-runs/index.ts'
import type { JobMoney } from './jobs.ts'
import type { Delta } from './recompute.ts'

/** A difference to a payslip, and who bears what it costs. */
export interface BorneDelta extends Delta {
  readonly share: CostShare
  /** What the guarantee fund lends for the budget's part, the client not having paid. */
  readonly advance: Minor
}

export interface BearRefusal {
  readonly delta: Delta
  readonly reason: 'funds-cannot-bear' | 'fund-cannot-advance' | 'client-limit'
  readonly detail: string
}

/** Keeps count, over a whole correction, of what each job and each fund still has. */
export class Bearer {
  readonly #jobs = new Map<string, JobMoney>()
  readonly #funds: Map<string, Minor>
  readonly #guaranteeFundId: string | undefined
  readonly #advances: AdvanceDecider
  readonly #format: (amount: Minor) => string

  /** @param funds what is available in the funds that may bear something, in the order in which they are asked. */
  constructor(
    funds: readonly FundPart[],
    guaranteeFundId: string | undefined,
    advances: AdvanceDecider,
    format: (amount: Minor) => string,
  ) {
    this.#funds = new Map(funds.map(({ fundId, amount }) => [fundId, amount]))
    this.#guaranteeFundId = guaranteeFundId
    this.#advances = advances
    this.#format = format
  }

  get fundOrder(): string[] {
    return [...this.#funds.keys()]
  }

  /** Jobs of which the money is not known yet; those known keep what earlier workers left of them. */
  unknown(contractIds: Iterable<string>): string[] {
    return [...new Set(contractIds)].filter((id) => !this.#jobs.has(id))
  }

  learn(jobs: ReadonlyMap<string, JobMoney>): void {
    for (const [id, job] of jobs) this.#jobs.set(id, job)
  }

  /** All differences of one worker, or, changing nothing, why one of them cannot be borne. */
  take(deltas: readonly Delta[]): { readonly borne: BorneDelta[] } | { readonly refusal: BearRefusal } {
    const jobs = new Map<string, JobMoney>()
    const funds = new Map(this.#funds)
    const guaranteeBefore = this.#guarantee(funds)
    const borne: BorneDelta[] = []
    for (const delta of deltas) {
      const { contractId } = delta.wage
      const job = jobs.get(contractId) ?? (this.#jobs.get(contractId) as JobMoney)
      const change = delta.difference.employerCost
      const available = [...funds].map(([fundId, amount]) => ({ fundId, amount }))
      const share = shareCost(change, job.budget - job.cost, job.given, available)
      if (!share) {
        const rest = this.#format(change - (job.budget > job.cost ? job.budget - job.cost : 0n))
        return {
          refusal: {
            delta,
            reason: 'funds-cannot-bear',
            detail: `The employer cost rises by ${this.#format(change)}; the job has no budget left for ${rest} of it, and no fund has that much available.`,
          },
        }
      }
      for (const { fundId, amount } of share.funds) funds.set(fundId, (funds.get(fundId) ?? 0n) - amount)
      const needed = advanceNeeded(job.cost, share.budget, job.received)
      borne.push({ ...delta, share, advance: needed > 0n ? needed : 0n })
      jobs.set(contractId, {
        ...job,
        cost: job.cost + share.budget,
        given: givenAfter(job.given, share.funds, this.fundOrder),
      })
    }
    const spent = guaranteeBefore - this.#guarantee(funds)
    this.#advances.spend(spent)
    const refused = this.#advances.take(
      borne.map(({ wage, advance }) => {
        const { clientId, creditLimit } = jobs.get(wage.contractId) as JobMoney
        return { clientId, creditLimit, amount: advance }
      }),
    )
    if (refused) {
      this.#advances.spend(-spent)
      return { refusal: { delta: borne[refused.at] as Delta, ...refused.refusal } }
    }
    const lent = borne.reduce((sum, { advance }) => sum + advance, 0n)
    if (this.#guaranteeFundId !== undefined && lent > 0n)
      funds.set(this.#guaranteeFundId, this.#guarantee(funds) - lent)
    for (const [id, amount] of funds) this.#funds.set(id, amount)
    this.learn(jobs)
    return { borne }
  }

  #guarantee(funds: ReadonlyMap<string, Minor>): Minor {
    return this.#guaranteeFundId === undefined ? 0n : (funds.get(this.#guaranteeFundId) ?? 0n)
  }
}

function givenAfter(
  given: readonly FundPart[],
  parts: readonly FundPart[],
  order: readonly string[],
): FundPart[] {
  const sums = new Map(given.map(({ fundId, amount }) => [fundId, amount]))
  for (const { fundId, amount } of parts) sums.set(fundId, (sums.get(fundId) ?? 0n) + amount)
  return order
    .map((fundId) => ({ fundId, amount: sums.get(fundId) ?? 0n }))
    .filter(({ amount }) => amount > 0n)
}
